package org.hookline.agree;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.hookline.addr.PortRange;
import org.hookline.addr.Protocol;
import org.hookline.model.rule.TableName;
import org.hookline.model.rule.match.Comment;
import org.hookline.model.rule.match.Connmark;
import org.hookline.model.rule.match.CtStates;
import org.hookline.model.rule.match.Daddr;
import org.hookline.model.rule.match.Iif;
import org.hookline.model.rule.match.Mark;
import org.hookline.model.rule.match.Match;
import org.hookline.model.rule.match.Oif;
import org.hookline.model.rule.match.Ports;
import org.hookline.model.rule.match.ProtocolIs;
import org.hookline.model.rule.match.Saddr;
import org.hookline.packet.CtState;
import org.hookline.testing.HostDraft;

/** Matches at random, each kind. */
final class RandomMatches {
  private final Pool pool;
  private final HostDraft host;

  RandomMatches(Pool pool, HostDraft host) {
    this.pool = pool;
    this.host = host;
  }

  /** None, one or two that the chain can have. */
  Match[] few(TableName table, String chain) {
    return exactly(pool.any(0, 1, 1, 2), table, chain);
  }

  Match[] exactly(int count, TableName table, String chain) {
    List<Match> matches = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      matches.add(one(hook(table, chain)));
    }
    return matches.toArray(Match[]::new);
  }

  /** A user chain may be called from anywhere: nothing that only some hooks know. */
  private static String hook(TableName table, String chain) {
    return table.builtIn().contains(chain) ? chain : "";
  }

  Match one(String hook) {
    boolean not = pool.onceIn(6);
    return switch (pool.below(12)) {
      case 0, 1 -> new Saddr(not, pool.addressSet());
      case 2, 3 -> new Daddr(not, pool.addressSet());
      case 4 -> new Mark(not, pool.matchedMark());
      case 5 -> new Connmark(not, pool.matchedMark());
      case 6 -> new CtStates(not, states());
      case 7 -> new RarerMatches(pool).one(hook);
      case 8 -> interfaceAt(hook, not);
      case 9 -> new ProtocolIs(not, pool.any(Protocol.TCP, Protocol.UDP, Protocol.ICMP));
      case 10 -> new Comment("at random");
      default -> ports();
    };
  }

  private Set<CtState> states() {
    CtState[] known = {
      CtState.NEW, CtState.ESTABLISHED, CtState.RELATED, CtState.INVALID, CtState.UNTRACKED
    };
    return pool.onceIn(2) ? Set.of(pool.any(known)) : Set.of(CtState.ESTABLISHED, CtState.RELATED);
  }

  Ports ports() {
    Protocol protocol = pool.onceIn(3) ? Protocol.UDP : Protocol.TCP;
    List<PortRange> ports =
        pool.onceIn(5) ? List.of(pool.ports(), pool.ports()) : List.of(pool.ports());
    return new Ports(protocol, end(), pool.onceIn(8), ports);
  }

  private Ports.End end() {
    return pool.onceIn(4) ? Ports.End.SPORT : Ports.End.DPORT;
  }

  private Match interfaceAt(String hook, boolean not) {
    String name = pool.any(host.interfaces()).name();
    return switch (hook) {
      case "PREROUTING", "INPUT" -> new Iif(not, name);
      case "OUTPUT", "POSTROUTING" -> new Oif(not, name);
      case "FORWARD" -> pool.onceIn(2) ? new Iif(not, name) : new Oif(not, name);
      default -> new Comment("any interface");
    };
  }
}
