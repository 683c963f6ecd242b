package org.hookline.model.rule.match;

import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.TreeMap;
import org.hookline.addr.Family;
import org.hookline.addr.Malformed;
import org.hookline.addr.Protocol;
import org.hookline.ir.Pred;
import org.hookline.model.rule.IptablesLine;
import org.hookline.model.rule.NftLine;
import org.hookline.model.rule.OptionWords;
import org.hookline.model.rule.RuleContext;
import org.hookline.packet.Fields;

/**
 * {@code icmp type echo-request}, {@code icmp type 3/4}: an ICMP message of this type, and code.
 *
 * <p>kernel: net/netfilter/xt_tcpudp.c icmp_type_code_match(); type 255 is any
 *
 * @param type 0 … 255
 * @param code empty for any
 */
public record IcmpType(boolean negated, int type, OptionalInt code) implements Match {
  private static final int ANY = 255;

  /** nft's names, which are iptables' names too. */
  private static final Map<String, Integer> NAMES =
      new TreeMap<>(
          Map.of(
              "echo-reply", 0,
              "destination-unreachable", 3,
              "source-quench", 4,
              "redirect", 5,
              "echo-request", 8,
              "time-exceeded", 11,
              "parameter-problem", 12,
              "timestamp-request", 13,
              "timestamp-reply", 14,
              "any", ANY));

  /** The types that have names, and {@code any}; sorted. */
  public static List<String> names() {
    return List.copyOf(NAMES.keySet());
  }

  /**
   * Reads {@code 3}, {@code 3/4}, {@code echo-request} or {@code any}.
   *
   * @throws Malformed {@code bad-icmp-type}
   */
  public static IcmpType parse(boolean negated, String text) {
    Integer named = NAMES.get(text);
    if (named != null) {
      return new IcmpType(negated, named, OptionalInt.empty());
    }
    if (!text.matches("[0-9]{1,3}(/[0-9]{1,3})?")) {
      throw new Malformed(
          "bad-icmp-type",
          "'" + text + "' is not an ICMP type",
          "a number, type/code, or one of " + String.join(", ", NAMES.keySet()));
    }
    String[] parts = text.split("/");
    OptionalInt code =
        parts.length > 1 ? OptionalInt.of(Integer.parseInt(parts[1])) : OptionalInt.empty();
    return new IcmpType(negated, Integer.parseInt(parts[0]), code);
  }

  /** Behind {@code --icmp-type}. */
  public static IcmpType read(OptionWords words) {
    boolean negated = words.negated();
    return parse(negated, words.value());
  }

  @Override
  public Pred lower(RuleContext context) {
    Pred is =
        type == ANY
            ? Pred.TRUE
            : Pred.and(
                Pred.is(Fields.ICMP_TYPE, type),
                code.isPresent() ? Pred.is(Fields.ICMP_CODE, code.getAsInt()) : Pred.TRUE);
    return Pred.and(Pred.is(Fields.PROTO, Protocol.ICMP.number()), negated ? Pred.not(is) : is);
  }

  @Override
  public void iptables(IptablesLine line) {
    line.only(Family.IPV4).protocol(false, Protocol.ICMP);
    String text = type + (code.isPresent() ? "/" + code.getAsInt() : "");
    line.match("icmp", "--icmp-type", type == ANY ? "any" : text, negated);
  }

  @Override
  public void nftables(NftLine line) {
    line.protocol(Protocol.ICMP, "meta l4proto icmp");
    String not = negated ? "!= " : "";
    if (code.isPresent()) {
      line.match("icmp type . icmp code " + not + "{ " + type + " . " + code.getAsInt() + " }");
    } else if (type != ANY) {
      line.match("icmp type " + not + type);
    } else if (negated) {
      line.never();
    }
  }

  @Override
  public String nft() {
    String name =
        NAMES.entrySet().stream()
            .filter(e -> e.getValue() == type)
            .map(Map.Entry::getKey)
            .findFirst()
            .orElse("" + type);
    String text = code.isPresent() ? type + "/" + code.getAsInt() : name;
    return "icmp type " + (negated ? "!= " : "") + text;
  }
}
