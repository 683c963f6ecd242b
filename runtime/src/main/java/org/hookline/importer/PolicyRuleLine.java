package org.hookline.importer;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.hookline.addr.Malformed;
import org.hookline.addr.MaskedMark;
import org.hookline.addr.PortRange;
import org.hookline.addr.Prefix;
import org.hookline.addr.Protocol;
import org.hookline.model.route.PolicyRule;
import org.hookline.model.route.RuleAction;
import org.hookline.model.route.Selector;
import org.hookline.model.route.Suppression;
import org.hookline.source.Origin;

/** One policy rule while it is being read, from text or from JSON. */
final class PolicyRuleLine {
  private final Origin origin;
  private final List<String> unknown = new ArrayList<>();
  private long preference = 0;
  private boolean not = false;
  private Optional<Prefix> from = Optional.empty();
  private Optional<Prefix> to = Optional.empty();
  private Optional<String> iif = Optional.empty();
  private Optional<String> oif = Optional.empty();
  private Optional<MaskedMark> fwmark = Optional.empty();
  private int tos = 0;
  private Optional<Protocol> ipproto = Optional.empty();
  private Optional<PortRange> sport = Optional.empty();
  private Optional<PortRange> dport = Optional.empty();
  private Optional<Selector.UidRange> uids = Optional.empty();
  private Optional<String> table = Optional.empty();
  private OptionalInt suppress = OptionalInt.empty();
  private OptionalInt suppressGroup = OptionalInt.empty();
  private Optional<RuleAction> action = Optional.empty();

  PolicyRuleLine(Origin origin) {
    this.origin = origin;
  }

  void preference(String word) {
    preference = number(word);
  }

  private static long number(String word) {
    long number = word.matches("[0-9]{1,10}") ? Long.parseLong(word) : -1;
    if (number < 0 || number > 0xffffffffL) {
      throw new Malformed("bad-number", "'" + word + "' is not a number", "0 to 4294967295");
    }
    return number;
  }

  void not() {
    not = true;
  }

  void from(String word) {
    from = prefix(word);
  }

  void to(String word) {
    to = prefix(word);
  }

  private static Optional<Prefix> prefix(String word) {
    return word.equals("all") || word.equals("default")
        ? Optional.empty()
        : Optional.of(Prefix.parse(word));
  }

  void iif(String word) {
    iif = Optional.of(word);
  }

  void oif(String word) {
    oif = Optional.of(word);
  }

  void fwmark(String word) {
    fwmark = Optional.of(MaskedMark.parse(word));
  }

  void tos(String word) {
    tos = (int) TosNames.number(word);
  }

  void ipproto(String word) {
    ipproto = Optional.of(Protocol.parse(word));
  }

  void sport(String word) {
    sport = Optional.of(PortRange.parse(word));
  }

  void dport(String word) {
    dport = Optional.of(PortRange.parse(word));
  }

  void uids(String word) {
    if (!word.matches("[0-9]{1,10}-[0-9]{1,10}")) {
      throw new Malformed("bad-uidrange", "'" + word + "' is no range of users", "0-1000");
    }
    String[] ends = word.split("-");
    uids = Optional.of(new Selector.UidRange(Long.parseLong(ends[0]), Long.parseLong(ends[1])));
  }

  void table(String word) {
    table = Optional.of(RouteTables.name(word));
  }

  void suppress(String word) {
    suppress = OptionalInt.of((int) Math.min(128, number(word)));
  }

  /** A number, or {@code default}; names are in files of the host. */
  void suppressGroup(String word) {
    suppressGroup = OptionalInt.of(word.equals("default") ? 0 : (int) number(word));
  }

  void leap(String word) {
    action = Optional.of(new RuleAction.Goto(number(word)));
  }

  /** {@code nop}, {@code blackhole}, {@code unreachable}, {@code prohibit}. */
  void action(String word) {
    action =
        switch (word) {
          case "nop" -> Optional.of(new RuleAction.Nop());
          case "blackhole" -> Optional.of(new RuleAction.Blackhole());
          case "unreachable" -> Optional.of(new RuleAction.Unreachable());
          case "prohibit" -> Optional.of(new RuleAction.Prohibit());
          default -> throw new Malformed("bad-action", "no rule does '" + word + "'", "lookup …");
        };
  }

  /** Something that the model does not have. */
  void unknown(String words) {
    unknown.add(words);
  }

  List<String> unknownWords() {
    return unknown;
  }

  Optional<String> table() {
    return table;
  }

  /**
   * The finished rule.
   *
   * @throws Malformed when it does nothing
   */
  PolicyRule rule() {
    Optional<RuleAction> looksUp =
        table.map(t -> new RuleAction.Lookup(t, new Suppression(suppress, suppressGroup)));
    RuleAction does =
        action
            .or(() -> looksUp)
            .orElseThrow(() -> new Malformed("bad-rule", "the rule does nothing", "lookup TABLE"));
    Selector selector =
        new Selector(not, from, to, iif, oif, fwmark, tos, ipproto, sport, dport, uids);
    return new PolicyRule(preference, selector, does, origin);
  }
}
