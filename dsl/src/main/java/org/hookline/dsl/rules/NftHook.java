package org.hookline.dsl.rules;

import java.util.List;
import java.util.Map;
import org.hookline.addr.Malformed;
import org.hookline.dsl.hookline.ChainBlock;
import org.hookline.dsl.hookline.HooklinePackage;
import org.hookline.dsl.hookline.NftTableBlock;
import org.hookline.dsl.word.MatchWords;

/** A base chain of nft where its type or family has no hook, or nat before conntrack. */
final class NftHook implements TreeRule<ChainBlock> {
  private static final String CODE = "nft-hook";
  private static final int CONNTRACK = -200;
  private static final HooklinePackage HKL = HooklinePackage.eINSTANCE;

  /** kernel: net/netfilter/nft_chain_filter.c, nft_chain_nat.c, nft_chain_route.c hook_mask */
  private static final Map<String, List<String>> HOOKS =
      Map.of(
          "nat", List.of("prerouting", "input", "output", "postrouting"),
          "route", List.of("output"));

  private static final List<String> INTERNET =
      List.of("prerouting", "input", "forward", "output", "postrouting");

  private static final Map<String, List<String>> FAMILIES =
      Map.of(
          "inet", List.of("ingress", "prerouting", "input", "forward", "output", "postrouting"),
          "arp", List.of("input", "output"),
          "netdev", List.of("ingress", "egress"));

  @Override
  public Class<ChainBlock> type() {
    return ChainBlock.class;
  }

  @Override
  public List<String> codes() {
    return List.of(CODE);
  }

  @Override
  public void check(ChainBlock chain, Findings findings) {
    if (chain.getHook() == null || !(chain.eContainer() instanceof NftTableBlock table)) {
      return;
    }
    priority(chain, findings);
    List<String> family = FAMILIES.getOrDefault(table.getFamily(), INTERNET);
    List<String> possible =
        HOOKS.getOrDefault(chain.getKind(), family).stream().filter(family::contains).toList();
    if (!possible.contains(chain.getHook())) {
      findings
          .at(chain, HKL.getChainBlock_Hook())
          .error(
              CODE,
              "a chain of type "
                  + chain.getKind()
                  + " in family "
                  + table.getFamily()
                  + " has no hook "
                  + chain.getHook(),
              possible.isEmpty() ? "another type" : "one of " + String.join(", ", possible));
    }
  }

  /** kernel: net/netfilter/nf_tables_api.c nft_chain_parse_hook() */
  private static void priority(ChainBlock chain, Findings findings) {
    if ("nat".equals(chain.getKind()) && beforeConntrack(chain.getPriority())) {
      findings
          .at(chain, HKL.getChainBlock_Priority())
          .error(
              CODE,
              "a chain of type nat cannot come before conntrack, which has priority -200",
              "a priority above -200: dstnat is -100, srcnat 100");
    }
  }

  private static boolean beforeConntrack(String priority) {
    try {
      return priority != null && MatchWords.PRIORITY.read(priority) <= CONNTRACK;
    } catch (Malformed malformed) {
      return false; // reported where the word stands
    }
  }
}
