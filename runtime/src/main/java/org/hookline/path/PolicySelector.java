package org.hookline.path;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.hookline.addr.Family;
import org.hookline.addr.MaskedMark;
import org.hookline.addr.PortRange;
import org.hookline.addr.Prefix;
import org.hookline.addr.Protocol;
import org.hookline.ir.Pred;
import org.hookline.kernel.Behaviours;
import org.hookline.model.Host;
import org.hookline.model.route.PolicyRule;
import org.hookline.model.route.Selector;
import org.hookline.packet.Field;
import org.hookline.packet.Fields;

/**
 * What an {@code ip rule} matches, over the keys of a lookup.
 *
 * <p>kernel: net/core/fib_rules.c fib_rule_match(), net/ipv4/fib_rules.c fib4_rule_match()
 */
final class PolicySelector {
  private static final int TOS_MASK = 0x1c;

  /** Codes of a type of ICMP. */
  private static final int CODES = 256;

  private PolicySelector() {}

  static Pred lower(Selector selector, HostWalk walk) {
    List<Pred> all = new ArrayList<>();
    selector.from().ifPresent(p -> all.add(prefix(Fields.KEY_SRC, p)));
    selector.to().ifPresent(p -> all.add(prefix(Fields.KEY_DST, p)));
    selector.iif().ifPresent(i -> all.add(iface(Fields.KEY_IIF, i, walk)));
    selector.oif().ifPresent(o -> all.add(iface(Fields.KEY_OIF, o, walk)));
    selector.fwmark().ifPresent(m -> all.add(mark(m)));
    if (selector.tos() != 0) {
      all.add(tos(selector.tos()));
    }
    selector.ipproto().ifPresent(p -> all.add(Pred.is(Fields.KEY_PROTO, p.number())));
    all.add(ports(Fields.KEY_SPORT, selector.sport()));
    all.add(ports(Fields.KEY_DPORT, selector.dport()));
    selector
        .uidrange()
        .ifPresent(u -> all.add(new Pred.InRange(Fields.KEY_UID, u.first(), u.last())));
    Pred matches = Pred.and(all);
    return selector.not() ? Pred.not(matches) : matches;
  }

  /**
   * Whether the kernel reads protocol and ports of what comes in before it asks the rules: only if
   * one of them needs to know. Rules for what is sent here no longer count, although they are asked
   * about the way back to a packet's source, too.
   *
   * <p>kernel: include/net/fib_rules.h fib_rule_requires_fldissect(), include/net/ip_fib.h
   * fib4_rules_early_flow_dissect()
   */
  static boolean dissects(Host host) {
    boolean all = !host.kernel().has(Behaviours.OWN_RULES_UNDISSECTED);
    return host.rules().stream()
        .map(PolicyRule::selector)
        .filter(s -> all || !s.iif().equals(Optional.of("lo")))
        .anyMatch(s -> s.ipproto().isPresent() || s.sport().isPresent() || s.dport().isPresent());
  }

  /**
   * Neither precedence nor congestion bits take part.
   *
   * <p>kernel: include/net/ip_fib.h fib_dscp_masked_match(), INET_DSCP_LEGACY_TOS_MASK
   */
  static Pred tos(int value) {
    return (value & ~TOS_MASK) == 0 ? new Pred.Masked(Fields.KEY_TOS, value, TOS_MASK) : Pred.FALSE;
  }

  /** A bare 0 has no mask (kernel: fib_nl2rule() sets one only for other marks). */
  private static Pred mark(MaskedMark mark) {
    return mark.equals(MaskedMark.exactly(0))
        ? Pred.TRUE
        : new Pred.Masked(Fields.KEY_MARK, mark.value(), mark.mask());
  }

  private static Pred prefix(Field field, Prefix prefix) {
    return prefix.family() == Family.IPV4
        ? Pred.prefix(field, prefix.first().low(), prefix.length())
        : Pred.FALSE;
  }

  /** An interface that does not exist matches nothing. */
  private static Pred iface(Field field, String name, HostWalk walk) {
    int number = walk.numberOf(name);
    return number == 0 ? Pred.FALSE : Pred.is(field, number);
  }

  /**
   * The identifier of an echo stands where other packets have ports, but is none. Where a packet is
   * sent here, type and code of ICMP are in the place of the destination port.
   *
   * <p>kernel: include/net/ip_fib.h fib4_rules_early_flow_dissect(), net/core/flow_dissector.c,
   * include/net/flow.h union flowi_uli, net/ipv4/ping.c ping_v4_sendmsg(), net/ipv4/icmp.c
   * icmp_route_lookup()
   */
  private static Pred ports(Field field, Optional<PortRange> range) {
    return range.map(p -> ports(field, p)).orElse(Pred.TRUE);
  }

  private static Pred ports(Field field, PortRange range) {
    Pred icmp = Pred.is(Fields.KEY_PROTO, Protocol.ICMP.number());
    Pred counts = Pred.or(Pred.not(icmp), Pred.is(Fields.KEY_PURPOSE, Keys.QUERIES));
    Pred in = Pred.and(new Pred.InRange(field, range.first(), range.last()), counts);
    return field.equals(Fields.KEY_DPORT) ? Pred.or(in, Pred.and(icmp, typed(range))) : in;
  }

  /** The type of ICMP is the upper byte, the code the lower one. */
  private static Pred typed(PortRange range) {
    Pred sends = Pred.is(Fields.KEY_PURPOSE, Keys.SENDS);
    Pred known = Pred.or(Pred.is(Fields.OWNED, 1), Pred.is(Fields.PHASE, Answers.ERROR));
    int first = range.first() / CODES;
    int last = range.last() / CODES;
    List<Pred> types = new ArrayList<>();
    types.add(
        codes(first, range.first() % CODES, first == last ? range.last() % CODES : CODES - 1));
    if (first < last) {
      types.add(codes(last, 0, range.last() % CODES));
    }
    if (first + 1 < last) {
      types.add(new Pred.InRange(Fields.ICMP_TYPE, first + 1, last - 1));
    }
    return Pred.and(sends, known, Pred.or(types));
  }

  private static Pred codes(int type, int first, int last) {
    return Pred.and(
        Pred.is(Fields.ICMP_TYPE, type), new Pred.InRange(Fields.ICMP_CODE, first, last));
  }
}
