package org.hookline.path;

import static org.hookline.path.ConntrackStage.confirm;
import static org.hookline.path.ConntrackStage.conntrack;

import java.util.ArrayList;
import java.util.List;
import java.util.function.ToIntFunction;
import org.hookline.ir.Label;
import org.hookline.model.Host;
import org.hookline.model.rule.BaseChain;
import org.hookline.model.rule.ChainType;
import org.hookline.model.rule.Hook;
import org.hookline.model.rule.RuleTable;

/**
 * What a host's kernel calls at a hook, and in which order: base chains, conntrack and nat, by
 * priority, and of equal priorities the one first that was registered last.
 *
 * <p>kernel: net/netfilter/core.c nf_hook_entries_grow()
 */
final class HookCalls {
  /** kernel: include/uapi/linux/netfilter_ipv4.h enum nf_ip_hook_priorities */
  private static final int CONNTRACK = -200;

  private static final int DESTINATION_NAT = -100;
  private static final int SOURCE_NAT = 100;
  private static final int CONFIRM = Integer.MAX_VALUE;

  private final Hook hook;
  private final List<BaseChain> natChains;
  private final List<Call> calls = new ArrayList<>();
  private boolean tracks = false;
  private boolean translates = false;

  private HookCalls(Hook hook, List<BaseChain> natChains) {
    this.hook = hook;
    this.natChains = natChains;
  }

  /** One function that is called; the name is a part of its labels. */
  private record Call(int priority, String name, Stage stage) {}

  /** Everything at a hook. */
  static Stage hook(Hook hook) {
    return (walk, name, next) -> {
      Label label = next;
      List<Call> calls = of(hook, walk.model());
      for (int i = calls.size() - 1; i >= 0; i--) {
        Call call = calls.get(i);
        label = call.stage().before(walk, hook.word() + "/" + call.name(), label);
      }
      return label;
    };
  }

  /**
   * The tables are loaded one after the other, each with its chains before its rules. The first
   * chain of type nat brings all nat hooks with it, the first rule that needs it conntrack.
   *
   * <p>kernel: net/netfilter/nf_nat_core.c nf_nat_register_fn(), nf_conntrack_proto.c
   * nf_ct_netns_do_get()
   */
  private static List<Call> of(Hook hook, Host host) {
    HookCalls at = new HookCalls(hook, natChains(hook, host));
    for (RuleTable table : host.ruleTables()) {
      table.baseChains(host.iptables()).forEach(at::chain);
      if (table.needsConntrack()) {
        at.tracking();
      }
    }
    if (host.tracksConnections()) {
      at.tracking();
    }
    return at.calls;
  }

  /** The chains that the nat hook asks; their priorities order them among themselves only. */
  private static List<BaseChain> natChains(Hook hook, Host host) {
    List<BaseChain> chains = new ArrayList<>();
    for (RuleTable table : host.ruleTables()) {
      table.baseChains(host.iptables()).stream()
          .filter(chain -> chain.type() == ChainType.NAT && chain.hook() == hook)
          .forEach(chain -> register(chains, chain, BaseChain::priority));
    }
    return chains;
  }

  private static <T> void register(List<T> registered, T added, ToIntFunction<T> priority) {
    int at = 0;
    while (at < registered.size()
        && priority.applyAsInt(registered.get(at)) < priority.applyAsInt(added)) {
      at++;
    }
    registered.add(at, added);
  }

  private void register(int priority, String name, Stage stage) {
    register(calls, new Call(priority, name, stage), Call::priority);
  }

  private void chain(BaseChain chain) {
    switch (chain.type()) {
      case NAT -> translating();
      case ROUTE -> called(chain, Reroute.whenChanged(PacketTableStage.of(chain)));
      case FILTER -> called(chain, PacketTableStage.of(chain));
    }
  }

  private void called(BaseChain chain, Stage stage) {
    if (chain.hook() == hook) {
      String table = chain.table().title().replace(' ', '/');
      boolean builtIn = chain.chain().name().equals(hook.name());
      register(chain.priority(), builtIn ? table : table + "/" + chain.chain().name(), stage);
    }
  }

  private void tracking() {
    if (tracks) {
      return;
    }
    tracks = true;
    switch (hook) {
      case PREROUTING, OUTPUT -> register(CONNTRACK, "conntrack", conntrack());
      case INPUT, POSTROUTING -> register(CONFIRM, "confirm", confirm());
      case FORWARD -> {}
    }
  }

  private void translating() {
    if (translates) {
      return;
    }
    translates = true;
    Stage nat = NatStage.nat(hook, natChains);
    switch (hook) {
      case PREROUTING -> register(DESTINATION_NAT, "nat", nat);
      case OUTPUT -> register(DESTINATION_NAT, "nat", Reroute.whenReaddressed(nat));
      case INPUT, POSTROUTING -> register(SOURCE_NAT, "nat", nat);
      case FORWARD -> {}
    }
  }
}
