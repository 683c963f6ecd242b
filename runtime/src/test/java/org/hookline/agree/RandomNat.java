package org.hookline.agree;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.hookline.addr.Address;
import org.hookline.addr.AddressRange;
import org.hookline.addr.AddressSet;
import org.hookline.addr.PortRange;
import org.hookline.addr.Prefix;
import org.hookline.model.rule.TableName;
import org.hookline.model.rule.match.Daddr;
import org.hookline.model.rule.match.Match;
import org.hookline.model.rule.match.Oif;
import org.hookline.model.rule.match.Ports;
import org.hookline.model.rule.target.Accept;
import org.hookline.model.rule.target.Dnat;
import org.hookline.model.rule.target.Masquerade;
import org.hookline.model.rule.target.NatTo;
import org.hookline.model.rule.target.Redirect;
import org.hookline.model.rule.target.Return;
import org.hookline.model.rule.target.Snat;
import org.hookline.model.rule.target.Target;
import org.hookline.testing.HostDraft;

/** A nat table at random: published services, masquerading, and things that make no sense. */
final class RandomNat {
  private final Pool pool;
  private final HostDraft host;
  private final List<HostDraft> everybody;
  private final RandomMatches matches;

  RandomNat(Pool pool, HostDraft host, List<HostDraft> everybody) {
    this.pool = pool;
    this.host = host;
    this.everybody = everybody;
    this.matches = new RandomMatches(pool, host);
  }

  void fill() {
    for (int i = pool.below(3); i > 0; i--) {
      publish();
    }
    for (int i = pool.below(2); i > 0; i--) {
      host.append(TableName.NAT, "PREROUTING", destination(), narrow("PREROUTING"));
    }
    if (pool.onceIn(2)) {
      Match out =
          new Oif(false, pool.any(host.interfaces().subList(1, host.interfaces().size())).name());
      host.append(TableName.NAT, "POSTROUTING", source(), out);
    }
    for (int i = pool.below(3); i > 0; i--) {
      host.append(
          TableName.NAT, "POSTROUTING", source(), matches.few(TableName.NAT, "POSTROUTING"));
    }
    if (pool.onceIn(4)) {
      host.append(TableName.NAT, "OUTPUT", destination(), narrow("OUTPUT"));
    }
    if (pool.onceIn(8)) {
      Target snat = new Snat(new NatTo(Optional.of(someAddress()), Optional.empty(), false));
      host.append(TableName.NAT, "INPUT", snat, matches.few(TableName.NAT, "INPUT"));
    }
    for (String chain : TableName.NAT.builtIn()) {
      if (pool.onceIn(6)) {
        host.append(
            TableName.NAT, chain, RandomRules.call(pool, chain), matches.few(TableName.NAT, chain));
      }
    }
    for (String chain : RandomRules.USER) {
      host.chain(TableName.NAT, chain);
      if (pool.onceIn(2)) {
        Target target = pool.any(new Accept(), new Return(), RandomRules.call(pool, chain));
        host.append(TableName.NAT, chain, target, matches.few(TableName.NAT, chain));
      }
    }
  }

  /** A service of somebody, reached by an address of this host. */
  private void publish() {
    Pool.Service service = pool.service();
    Address own = pool.any(host.addresses()).address();
    AddressRange to = new AddressRange(service.address(), service.address());
    boolean same = pool.onceIn(2);
    NatTo bound =
        new NatTo(Optional.of(to), same ? Optional.empty() : Optional.of(service.ports()), false);
    List<Match> narrow = new ArrayList<>();
    narrow.add(new Daddr(false, AddressSet.of(own)));
    if (!pool.onceIn(4)) {
      PortRange ports = same ? service.ports() : pool.ports();
      narrow.add(new Ports(service.protocol(), Ports.End.DPORT, false, List.of(ports)));
    }
    host.append(TableName.NAT, "PREROUTING", new Dnat(bound), narrow.toArray(Match[]::new));
  }

  /** What a redirected packet has: one of the host's own addresses, or some ports. */
  private Match[] narrow(String chain) {
    List<Match> narrow = new ArrayList<>();
    boolean own = !pool.onceIn(4) && !chain.equals("OUTPUT");
    Address to = own ? pool.any(host.addresses()).address() : pool.address();
    if (!pool.onceIn(5)) {
      narrow.add(new Daddr(false, AddressSet.of(to)));
    }
    if (narrow.isEmpty() || !pool.onceIn(3)) {
      narrow.add(matches.ports());
    }
    if (pool.onceIn(5)) {
      narrow.add(matches.one(chain));
    }
    return narrow.toArray(Match[]::new);
  }

  private Target destination() {
    if (pool.onceIn(5)) {
      return new Redirect(pool.onceIn(3) ? Optional.empty() : Optional.of(pool.ports()));
    }
    Optional<AddressRange> to = Optional.of(pool.onceIn(6) ? someRange() : server());
    Optional<PortRange> ports = pool.onceIn(2) ? Optional.of(pool.ports()) : Optional.empty();
    return new Dnat(new NatTo(to, ports, false));
  }

  private Target source() {
    Optional<PortRange> ports = pool.onceIn(6) ? Optional.of(pool.ports()) : Optional.empty();
    boolean random = pool.onceIn(8);
    if (pool.onceIn(2)) {
      return new Masquerade(ports, random);
    }
    return new Snat(
        new NatTo(Optional.of(pool.onceIn(8) ? someRange() : someAddress()), ports, random));
  }

  private AddressRange server() {
    List<Prefix> own = pool.any(everybody).addresses();
    Address address = pool.any(own).address();
    return new AddressRange(address, address);
  }

  private AddressRange someAddress() {
    Address address = pool.onceIn(4) ? pool.address() : pool.any(host.addresses()).address();
    return new AddressRange(address, address);
  }

  private AddressRange someRange() {
    Address first = pool.address();
    return new AddressRange(first, first.plus(1 + pool.below(3)));
  }
}
