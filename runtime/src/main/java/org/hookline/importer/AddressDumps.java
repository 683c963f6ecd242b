package org.hookline.importer;

import com.google.gson.JsonObject;
import java.util.List;
import java.util.Optional;
import org.hookline.addr.Address;
import org.hookline.addr.Family;
import org.hookline.addr.Malformed;
import org.hookline.addr.Prefix;
import org.hookline.model.iface.AddressScope;
import org.hookline.model.iface.InterfaceAddress;
import org.hookline.source.Origin;

/**
 * Addresses of an interface as {@code ip addr} shows them.
 *
 * <p>iproute2: ip/ipaddress.c print_addrinfo()
 */
final class AddressDumps {
  /** What {@code ip addr} says of an address that says nothing about packets. */
  private static final List<String> STATES =
      List.of(
          "secondary",
          "temporary",
          "dynamic",
          "permanent",
          "mngtmpaddr",
          "tentative",
          "dadfailed",
          "deprecated",
          "optimistic",
          "stable-privacy",
          "nodad",
          "home",
          "autojoin");

  private AddressDumps() {}

  /**
   * {@code inet 10.0.0.1 peer 10.0.0.2/32 brd 10.0.0.255 scope global secondary eth0:1}; empty for
   * what the kernel makes itself.
   *
   * @param dev the interface, whose name stands there where there is no label
   */
  static Optional<InterfaceAddress> of(Dump.Line line, String dev, Findings findings) {
    List<String> words = line.words();
    if (words.size() < 2) {
      throw new Malformed("bad-address", "an address is missing", "inet 10.0.0.1/24");
    }
    Optional<Prefix> peer = value(words, "peer").map(Prefix::parse);
    String own = words.get(1);
    Prefix prefix = Prefix.parse(peer.isPresent() ? host(own) : own);
    Optional<String> label =
        Optional.of(words.get(words.size() - 1))
            .filter(last -> words.get(0).equals("inet") && last.startsWith(dev + ":"));
    for (String word : words) {
      if (word.equals("anycast")) {
        findings.unmodelled(line.text(), "anycast addresses are not in the model", line.origin());
      }
    }
    return finished(
        new InterfaceAddress(
            prefix,
            peer,
            value(words, "brd").map(Address::parse),
            scope(value(words, "scope"), prefix),
            label,
            words.contains("noprefixroute"),
            line.origin()));
  }

  private static String host(String address) {
    return address.contains("/") ? address.substring(0, address.indexOf('/')) : address;
  }

  /** One of {@code addr_info}. */
  static Optional<InterfaceAddress> of(JsonObject json, String dev, Origin origin) {
    String local = JsonDump.Item.text(json, "local").orElse("");
    String length = JsonDump.Item.text(json, "prefixlen").map(l -> "/" + l).orElse("");
    Optional<Prefix> peer = JsonDump.Item.text(json, "address").map(a -> Prefix.parse(a + length));
    Prefix prefix = Prefix.parse(peer.isPresent() ? local : local + length);
    return finished(
        new InterfaceAddress(
            prefix,
            peer,
            JsonDump.Item.text(json, "broadcast").map(Address::parse),
            scope(JsonDump.Item.text(json, "scope"), prefix),
            JsonDump.Item.text(json, "label").filter(l -> l.startsWith(dev + ":")),
            json.has("noprefixroute"),
            origin));
  }

  private static AddressScope scope(Optional<String> word, Prefix prefix) {
    return word.map(AddressScope::parse).orElseGet(() -> InterfaceAddress.usual(prefix));
  }

  private static Optional<String> value(List<String> words, String key) {
    int at = words.indexOf(key);
    return at < 0 || at + 1 >= words.size() || STATES.contains(words.get(at + 1))
        ? Optional.empty()
        : Optional.of(words.get(at + 1));
  }

  /** Link-local addresses of IPv6 come by themselves; the last address of a subnet is usual. */
  private static Optional<InterfaceAddress> finished(InterfaceAddress read) {
    boolean own = read.prefix().family() == Family.IPV6 && read.scope().equals(AddressScope.LINK);
    if (own) {
      return Optional.empty();
    }
    return Optional.of(
        new InterfaceAddress(
            read.prefix(),
            read.peer(),
            read.broadcast().filter(b -> !b.equals(read.subnet().last())),
            read.scope(),
            read.label(),
            read.noPrefixRoute(),
            read.origin()));
  }
}
