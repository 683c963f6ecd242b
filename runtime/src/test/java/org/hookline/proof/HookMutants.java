package org.hookline.proof;

import static org.hookline.proof.HostBend.nft;
import static org.hookline.proof.Mutant.ofHost;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.hookline.model.Host;
import org.hookline.model.rule.Chain;
import org.hookline.model.rule.ChainType;
import org.hookline.model.rule.IptablesTool;
import org.hookline.model.rule.NftTable;
import org.hookline.model.rule.NftTable.Base;
import org.hookline.model.rule.NftTable.NftChain;
import org.hookline.model.rule.TableName;

/** Mistakes in what a hook calls, and in which order. */
final class HookMutants {
  private static final int BEHIND_CONNTRACK = -199;

  private HookMutants() {}

  static List<Mutant> all() {
    return List.of(
        ofHost("the chain that came first is called first", h -> nft(h, HookMutants::backwards)),
        ofHost("all chains of nft have priority 0", bases(b -> new Base(b.type(), b.hook(), 0))),
        ofHost(
            "chains of nft see every packet tracked",
            bases(b -> new Base(b.type(), b.hook(), Math.max(b.priority(), BEHIND_CONNTRACK)))),
        ofHost(
            "chains of type route are of type filter",
            bases(b -> b.type() == ChainType.ROUTE ? filter(b) : b)),
        ofHost(
            "chains of type filter in output look for another route",
            bases(b -> b.type() == ChainType.FILTER ? route(b) : b)),
        ofHost("policies of nft are ignored", chains(HookMutants::accepting)),
        ofHost("tables of nft are not asked", h -> nft(h, tables -> List.of())),
        ofHost("there is only one iptables", HookMutants::otherTool));
  }

  private static Base filter(Base base) {
    return new Base(ChainType.FILTER, base.hook(), base.priority());
  }

  private static Base route(Base base) {
    return base.hook() == org.hookline.model.rule.Hook.OUTPUT
        ? new Base(ChainType.ROUTE, base.hook(), base.priority())
        : base;
  }

  private static List<NftTable> backwards(List<NftTable> tables) {
    List<NftTable> all = new ArrayList<>();
    for (NftTable table : tables) {
      List<NftChain> chains = new ArrayList<>(table.contents());
      Collections.reverse(chains);
      all.add(new NftTable(table.family(), table.name(), chains, table.origin()));
    }
    return all;
  }

  private static UnaryOperator<Host> bases(UnaryOperator<Base> change) {
    return chains(chain -> new NftChain(chain.chain(), chain.base().map(change)));
  }

  private static UnaryOperator<Host> chains(UnaryOperator<NftChain> change) {
    return host ->
        nft(
            host,
            tables ->
                tables.stream()
                    .map(
                        t ->
                            new NftTable(
                                t.family(),
                                t.name(),
                                t.contents().stream().map(change).toList(),
                                t.origin()))
                    .toList());
  }

  private static NftChain accepting(NftChain chain) {
    Chain all = chain.chain();
    Optional<Base> base = chain.base();
    return new NftChain(new Chain(all.name(), false, all.rules(), all.origin()), base);
  }

  private static Host otherTool(Host host) {
    boolean security = host.packetTable(TableName.SECURITY).isPresent();
    return security ? HostBend.iptables(host, IptablesTool.LEGACY) : host;
  }
}
