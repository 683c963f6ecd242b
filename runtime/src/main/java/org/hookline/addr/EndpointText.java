package org.hookline.addr;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The two halves of an address with ports. Brackets keep the colons of an IPv6 address from those
 * of its ports: {@code [2001:db8::1]:80}, a range as nft writes it, {@code
 * [2001:db8::1]-[2001:db8::9]:80}, or as ip6tables does, {@code [2001:db8::1-2001:db8::9]:80}.
 * Without brackets two colons are an IPv6 address that has no port.
 *
 * <p>ip6tables: extensions/libxt_NAT.c parse_to(); nft: src/parser_bison.y stmt_expr
 *
 * @param addresses without brackets; empty when only ports are written
 * @param ports what is behind the colon; empty without one
 */
public record EndpointText(String addresses, Optional<String> ports) {
  private static final Pattern BRACKETS =
      Pattern.compile("\\[([^\\[\\]]*)](?:-\\[([^\\[\\]]*)])?(?::(.*))?");

  /**
   * Takes a text apart; neither half is read.
   *
   * @throws Malformed {@code bad-address} for brackets that are not closed, or around anything but
   *     an IPv6 address
   */
  public static EndpointText parse(String text) {
    if (text.indexOf('[') >= 0 || text.indexOf(']') >= 0) {
      return bracketed(text);
    }
    int colon = text.indexOf(':');
    boolean withoutPorts = colon < 0 || text.indexOf(':', colon + 1) >= 0;
    return withoutPorts
        ? new EndpointText(text, Optional.empty())
        : new EndpointText(text.substring(0, colon), Optional.of(text.substring(colon + 1)));
  }

  private static EndpointText bracketed(String text) {
    Matcher halves = BRACKETS.matcher(text);
    if (!halves.matches() || halves.group(1).indexOf(':') < 0) {
      throw new Malformed(
          "bad-address",
          "'" + text + "' is not an IPv6 address in brackets",
          "[2001:db8::1]:80 or [2001:db8::1]-[2001:db8::9]:80-90");
    }
    String last = halves.group(2) == null ? "" : "-" + halves.group(2);
    return new EndpointText(halves.group(1) + last, Optional.ofNullable(halves.group(3)));
  }
}
