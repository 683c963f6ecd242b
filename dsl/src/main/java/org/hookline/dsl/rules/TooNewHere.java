package org.hookline.dsl.rules;

import java.util.List;
import java.util.Map;
import org.hookline.dsl.problem.Problems;
import org.hookline.kernel.Behaviour;
import org.hookline.kernel.Behaviours;
import org.hookline.model.Host;
import org.hookline.model.Network;
import org.hookline.model.rule.BaseChain;
import org.hookline.model.rule.ChainType;
import org.hookline.model.rule.Hook;
import org.hookline.model.rule.NftTable;
import org.hookline.model.rule.Rule;
import org.hookline.model.rule.RuleTable;
import org.hookline.model.rule.match.Match;
import org.hookline.model.rule.match.ReversePath;
import org.hookline.model.rule.target.CtZone;
import org.hookline.model.rule.target.Masquerade;
import org.hookline.model.rule.target.Notrack;
import org.hookline.model.rule.target.Redirect;
import org.hookline.model.rule.target.Reject;
import org.hookline.model.rule.target.Target;
import org.hookline.source.Origin;

/** What is too new by its place or by what stands beside it; see {@link TooNew}. */
final class TooNewHere implements NetworkRule {
  private static final Map<String, Behaviour> SYSCTLS =
      Map.of(
          "src_valid_mark", Behaviours.SRC_VALID_MARK,
          "accept_local", Behaviours.ACCEPT_LOCAL,
          "route_localnet", Behaviours.ROUTE_LOCALNET,
          "fwmark_reflect", Behaviours.FWMARK_REFLECT,
          "tcp_fwmark_accept", Behaviours.FWMARK_REFLECT,
          "ignore_routes_with_linkdown", Behaviours.IGNORES_LINKDOWN,
          "fib_multipath_hash_policy", Behaviours.MULTIPATH_BY_PORTS,
          "bc_forwarding", Behaviours.BROADCAST_FORWARDING,
          "tcp_syn_linear_timeouts", Behaviours.SYN_LINEAR_TIMEOUTS);

  private static final Map<Class<? extends Target>, Behaviour> TARGETS =
      Map.of(CtZone.class, Behaviours.CONNTRACK_ZONES);

  /** What iptables had earlier than nft. */
  private static final Map<Class<? extends Match>, Behaviour> NFT_MATCHES =
      Map.of(ReversePath.class, Behaviours.NFT_FIB);

  private static final Map<Class<? extends Target>, Behaviour> NFT_TARGETS =
      Map.of(
          Masquerade.class, Behaviours.NFT_MASQUERADE,
          Redirect.class, Behaviours.NFT_REDIRECT,
          Notrack.class, Behaviours.NFT_FIB);

  @Override
  public List<String> codes() {
    return List.of(TooNew.CODE);
  }

  @Override
  public void check(Network network, Problems problems) {
    network.hosts().forEach(host -> new OnHost(host, problems).check());
  }

  /** The elements of one host. */
  private record OnHost(Host host, Problems problems) {

    void check() {
      host.sysctls()
          .settings()
          .forEach(
              (key, setting) -> {
                Behaviour needed = SYSCTLS.get(key.substring(key.lastIndexOf('.') + 1));
                needs(needed, setting.origin());
              });
      host.packetTables().forEach(this::table);
      host.nftTables().forEach(this::nft);
    }

    private void table(RuleTable table) {
      for (BaseChain base : table.baseChains(host.iptables())) {
        if (base.type() == ChainType.NAT && base.hook() == Hook.INPUT) {
          base.chain().rules().forEach(r -> needs(Behaviours.NAT_INPUT, r.origin()));
        }
      }
      table.rules().forEach(r -> needs(TARGETS.get(r.target().getClass()), r.origin()));
    }

    private void nft(NftTable table) {
      boolean inet = table.family() == NftTable.Family.INET;
      if (inet) {
        needs(Behaviours.NFT_INET, table.origin());
      }
      for (BaseChain base : table.baseChains(host.iptables())) {
        if (base.type() == ChainType.NAT) {
          natChain(base, inet);
        }
        if (base.hook() == Hook.PREROUTING) {
          base.chain().rules().stream()
              .filter(r -> r.target() instanceof Reject)
              .forEach(r -> needs(Behaviours.REJECT_IN_PREROUTING, r.origin()));
        }
      }
      table.rules().forEach(this::nft);
    }

    private void nft(Rule rule) {
      rule.matches().forEach(m -> needs(NFT_MATCHES.get(m.getClass()), rule.origin()));
      needs(NFT_TARGETS.get(rule.target().getClass()), rule.origin());
    }

    /** Before the hook was shared, the first chain that was registered was the only one. */
    private void natChain(BaseChain base, boolean inet) {
      if (inet) {
        needs(Behaviours.NFT_INET_NAT, base.chain().origin());
      }
      boolean another =
          host.ruleTables().stream()
              .flatMap(t -> t.baseChains(host.iptables()).stream())
              .anyMatch(
                  other ->
                      other.type() == ChainType.NAT
                          && other.hook() == base.hook()
                          && !other.equals(base));
      if (another) {
        needs(Behaviours.NAT_HOOK_SHARED, base.chain().origin());
      }
    }

    /**
     * @param needed null for what every kernel has
     */
    private void needs(Behaviour needed, Origin origin) {
      if (needed != null && !host.kernel().has(needed)) {
        problems.error(
            TooNew.CODE,
            origin,
            "kernel " + host.kernel().version() + " does not know this: " + needed.what(),
            "kernel " + needed.since() + " or newer");
      }
    }
  }
}
