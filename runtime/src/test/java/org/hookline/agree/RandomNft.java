package org.hookline.agree;

import java.util.Optional;
import org.hookline.addr.Address;
import org.hookline.addr.AddressRange;
import org.hookline.model.rule.ChainType;
import org.hookline.model.rule.Hook;
import org.hookline.model.rule.RejectWith;
import org.hookline.model.rule.TableName;
import org.hookline.model.rule.match.Match;
import org.hookline.model.rule.target.Accept;
import org.hookline.model.rule.target.Dnat;
import org.hookline.model.rule.target.Drop;
import org.hookline.model.rule.target.GotoChain;
import org.hookline.model.rule.target.Jump;
import org.hookline.model.rule.target.MarkSet;
import org.hookline.model.rule.target.Masquerade;
import org.hookline.model.rule.target.NatTo;
import org.hookline.model.rule.target.Notrack;
import org.hookline.model.rule.target.Reject;
import org.hookline.model.rule.target.Return;
import org.hookline.model.rule.target.Target;
import org.hookline.testing.HostDraft;
import org.hookline.testing.NftDraft;

/** A table of nft at random, with base chains at all hooks, before and behind those of iptables. */
final class RandomNft {
  private static final Integer[] PRIORITIES = {
    -400, -300, -201, -200, -199, -150, -100, -1, 0, 0, 1, 50, 100, 150, 300
  };

  private static final Integer[] NAT_PRIORITIES = {-199, -101, -100, -99, 0, 100};

  private final Pool pool;
  private final HostDraft host;
  private final RandomMatches matches;

  RandomNft(Pool pool, HostDraft host) {
    this.pool = pool;
    this.host = host;
    this.matches = new RandomMatches(pool, host);
  }

  void fill() {
    NftDraft table = pool.onceIn(2) ? NftDraft.ip("x") : NftDraft.inet("x");
    table.chain("inner");
    for (int i = pool.below(3); i > 0; i--) {
      table.rule(pool.any(new Return(), new Accept(), new MarkSet(pool.mark())), some("inner"));
    }
    for (int i = 1 + pool.below(3); i > 0; i--) {
      if (pool.onceIn(4)) {
        natChain(table);
      } else {
        filterChain(table);
      }
    }
    host.nft(table);
  }

  private void filterChain(NftDraft table) {
    Hook hook = pool.any(Hook.values());
    boolean routes = hook == Hook.OUTPUT && pool.onceIn(2);
    table.base(routes ? ChainType.ROUTE : ChainType.FILTER, hook, pool.any(PRIORITIES));
    for (int i = pool.below(4); i > 0; i--) {
      Target target = filterTarget(hook);
      boolean ends = target instanceof Drop || target instanceof Reject;
      table.rule(
          target, ends ? matches.exactly(2, TableName.MANGLE, hook.name()) : some(hook.name()));
    }
    if (pool.onceIn(12)) {
      table.rule(new Accept(), matches.ports()).policyDrop();
    }
  }

  private Target filterTarget(Hook hook) {
    boolean rejects = hook != Hook.POSTROUTING && pool.onceIn(2);
    return pool.any(
        new Accept(),
        new MarkSet(pool.mark()),
        new MarkSet(pool.mark()),
        new Notrack(),
        new Return(),
        new Jump("inner"),
        new GotoChain("inner"),
        rejects ? new Reject(RejectWith.ICMP_PORT_UNREACHABLE) : new Drop());
  }

  private void natChain(NftDraft table) {
    boolean source = pool.onceIn(2);
    Hook hook = source ? Hook.POSTROUTING : pool.any(Hook.PREROUTING, Hook.OUTPUT);
    table.base(ChainType.NAT, hook, pool.any(NAT_PRIORITIES));
    for (int i = pool.below(3); i > 0; i--) {
      Address to = pool.address();
      Target bind =
          source
              ? new Masquerade(Optional.empty(), false)
              : new Dnat(new NatTo(Optional.of(new AddressRange(to, to)), Optional.empty(), false));
      table.rule(pool.onceIn(4) ? new Accept() : bind, some(hook.name()));
    }
  }

  private Match[] some(String hook) {
    return matches.few(TableName.MANGLE, hook);
  }
}
