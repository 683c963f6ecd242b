package org.hookline.agree;

import java.util.List;
import java.util.Set;
import org.hookline.addr.Protocol;
import org.hookline.model.rule.RejectWith;
import org.hookline.model.rule.TableName;
import org.hookline.model.rule.match.CtStates;
import org.hookline.model.rule.match.Match;
import org.hookline.model.rule.match.Ports;
import org.hookline.model.rule.match.ProtocolIs;
import org.hookline.model.rule.target.Accept;
import org.hookline.model.rule.target.ConnmarkRestore;
import org.hookline.model.rule.target.ConnmarkSave;
import org.hookline.model.rule.target.ConnmarkSet;
import org.hookline.model.rule.target.Drop;
import org.hookline.model.rule.target.GotoChain;
import org.hookline.model.rule.target.Jump;
import org.hookline.model.rule.target.Log;
import org.hookline.model.rule.target.MarkSet;
import org.hookline.model.rule.target.Notrack;
import org.hookline.model.rule.target.Reject;
import org.hookline.model.rule.target.Return;
import org.hookline.model.rule.target.Target;
import org.hookline.packet.CtState;
import org.hookline.testing.HostDraft;

/** Packet tables at random: what a careless administrator could write, and iptables would take. */
final class RandomRules {
  /** User chains of each table; a chain calls only later ones. */
  static final List<String> USER = List.of("u1", "u2");

  private final Pool pool;
  private final HostDraft host;
  private final List<HostDraft> everybody;
  private final RandomMatches matches;

  RandomRules(Pool pool, HostDraft host, List<HostDraft> everybody) {
    this.pool = pool;
    this.host = host;
    this.everybody = everybody;
    this.matches = new RandomMatches(pool, host);
  }

  void fill() {
    if (pool.onceIn(6)) {
      table(TableName.RAW, 2);
    }
    if (pool.onceIn(2)) {
      table(TableName.MANGLE, 3);
    }
    if (!pool.onceIn(8)) {
      new RandomNat(pool, host, everybody).fill();
    }
    if (pool.onceIn(2)) {
      filter();
    }
    if (pool.onceIn(15)) {
      table(TableName.SECURITY, 2);
    }
    if (pool.onceIn(6)) {
      new RandomNft(pool, host).fill();
    }
  }

  private void table(TableName table, int most) {
    for (String chain : table.builtIn()) {
      for (int i = pool.below(most + 1); i > 0; i--) {
        rule(table, chain);
      }
    }
    if (host.done().packetTable(table).isPresent()) {
      userChains(table, most);
    }
  }

  private void userChains(TableName table, int most) {
    for (String chain : USER) {
      host.chain(table, chain);
      for (int i = pool.below(most + 1); i > 0; i--) {
        rule(table, chain);
      }
    }
  }

  private void filter() {
    for (String chain : TableName.FILTER.builtIn()) {
      if (pool.onceIn(3)) {
        host.append(
            TableName.FILTER,
            chain,
            new Accept(),
            new CtStates(false, Set.of(CtState.ESTABLISHED, CtState.RELATED)));
      }
    }
    table(TableName.FILTER, 3);
    String chain = pool.any(TableName.FILTER.builtIn());
    if (pool.onceIn(4)) {
      host.append(TableName.FILTER, chain, new Accept(), new ProtocolIs(false, Protocol.TCP));
      host.policyDrop(TableName.FILTER, chain);
      userChains(TableName.FILTER, 1);
    }
  }

  private void rule(TableName table, String chain) {
    Target target = target(table, chain);
    host.append(table, chain, target, matches(table, chain, target));
  }

  /** A call of a user chain that is behind this one. */
  static Target call(Pool pool, String from) {
    boolean last = from.equals(USER.get(1));
    if (last) {
      return new Return();
    }
    String chain = from.equals(USER.get(0)) ? USER.get(1) : pool.any(USER);
    return pool.onceIn(3) ? new GotoChain(chain) : new Jump(chain);
  }

  private Target target(TableName table, String chain) {
    int kind = pool.below(20);
    if (kind < 3) {
      return call(pool, chain);
    }
    if (kind == 3) {
      return new Return();
    }
    if (kind == 4) {
      return new Log("seen: ");
    }
    return switch (table) {
      case RAW -> pool.any(new Notrack(), new Notrack(), new MarkSet(pool.mark()), new Drop());
      case MANGLE ->
          pool.any(
              new MarkSet(pool.mark()),
              new MarkSet(pool.mark()),
              new ConnmarkSet(pool.mark()),
              new ConnmarkSave(pool.mark().mask()),
              new ConnmarkRestore(pool.mark().mask()),
              new ConnmarkRestore(pool.mark().mask()),
              new Accept(),
              pool.onceIn(4) ? new Drop() : new Accept());
      default ->
          pool.any(
              new Accept(),
              new Accept(),
              new Accept(),
              new Drop(),
              table == TableName.FILTER ? reject() : new Drop(),
              new MarkSet(pool.mark()));
    };
  }

  private Target reject() {
    RejectWith with = pool.any(RejectWith.values());
    return new Reject(with);
  }

  private Match[] matches(TableName table, String chain, Target target) {
    boolean drops = target instanceof Drop || target instanceof Reject || target instanceof Notrack;
    Match[] some = drops ? matches.exactly(2, table, chain) : matches.few(table, chain);
    if (target.equals(new Reject(RejectWith.TCP_RESET))) {
      some[0] = new Ports(Protocol.TCP, Ports.End.DPORT, false, List.of(pool.ports()));
    }
    return some;
  }
}
