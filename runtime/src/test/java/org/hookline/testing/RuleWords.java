package org.hookline.testing;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.hookline.addr.AddressRange;
import org.hookline.addr.AddressSet;
import org.hookline.addr.MaskedMark;
import org.hookline.addr.PortRange;
import org.hookline.addr.Prefix;
import org.hookline.addr.Protocol;
import org.hookline.model.rule.match.CtStates;
import org.hookline.model.rule.match.Daddr;
import org.hookline.model.rule.match.Ports;
import org.hookline.model.rule.match.Saddr;
import org.hookline.model.rule.target.Dnat;
import org.hookline.model.rule.target.MarkSet;
import org.hookline.model.rule.target.Masquerade;
import org.hookline.model.rule.target.NatTo;
import org.hookline.model.rule.target.Snat;
import org.hookline.packet.CtState;

/** Matches and targets that tests write often. */
public final class RuleWords {
  private RuleWords() {}

  public static Saddr saddr(String prefix) {
    return new Saddr(false, AddressSet.of(Prefix.parse(prefix).range()));
  }

  public static Daddr daddr(String prefix) {
    return new Daddr(false, AddressSet.of(Prefix.parse(prefix).range()));
  }

  public static Ports dport(Protocol protocol, String ports) {
    return new Ports(protocol, Ports.End.DPORT, false, List.of(PortRange.parse(ports)));
  }

  public static CtStates state(CtState... states) {
    return new CtStates(false, Set.of(states));
  }

  public static Dnat dnat(String addresses) {
    return new Dnat(natTo(addresses, Optional.empty()));
  }

  public static Dnat dnat(String addresses, String ports) {
    return new Dnat(natTo(addresses, Optional.of(ports)));
  }

  public static Snat snat(String addresses) {
    return new Snat(natTo(addresses, Optional.empty()));
  }

  public static Snat snat(String addresses, String ports) {
    return new Snat(natTo(addresses, Optional.of(ports)));
  }

  private static NatTo natTo(String addresses, Optional<String> ports) {
    return new NatTo(
        Optional.of(AddressRange.parse(addresses)), ports.map(PortRange::parse), false);
  }

  public static Masquerade masquerade() {
    return new Masquerade(Optional.empty(), false);
  }

  /** {@code 0x1} or {@code 0x1/0xff}. */
  public static MarkSet mark(String mark) {
    return new MarkSet(MaskedMark.parse(mark));
  }
}
