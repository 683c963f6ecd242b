package org.hookline.dsl.lower;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.hookline.addr.Family;
import org.hookline.dsl.hookline.ChainBlock;
import org.hookline.dsl.hookline.ChainEntry;
import org.hookline.dsl.hookline.FrameChain;
import org.hookline.dsl.hookline.FrameRule;
import org.hookline.dsl.hookline.FrameTableBlock;
import org.hookline.dsl.hookline.NftTableBlock;
import org.hookline.dsl.hookline.PacketRule;
import org.hookline.model.rule.FreeText;
import org.hookline.model.rule.NftLine;
import org.hookline.model.rule.NftName;
import org.hookline.model.rule.NftPlace;
import org.hookline.model.rule.Rule;
import org.hookline.model.rule.UnplayedTable;
import org.hookline.model.rule.UnplayedTable.Tool;
import org.hookline.model.rule.UnplayedTable.UnplayedChain;
import org.hookline.model.rule.UnplayedTable.UnplayedRule;
import org.hookline.model.rule.match.Match;
import org.hookline.model.rule.target.Target;
import org.hookline.source.Origin;

/** Tables of ebtables, arptables and nft as scripts load them. */
final class UnplayedLowering {
  /** Chains that have a policy by themselves (ebtables(8), arptables(8)). */
  private static final Set<String> BUILT_IN =
      Set.of("BROUTING", "PREROUTING", "INPUT", "FORWARD", "OUTPUT", "POSTROUTING");

  /** Whose packets a table of a family sees; arp has none of them. */
  private static final Map<String, Set<Family>> FAMILIES =
      Map.of("ip", EnumSet.of(Family.IPV4), "ip6", EnumSet.of(Family.IPV6), "arp", Set.of());

  private final MatchLowering matches = new MatchLowering();
  private final TargetLowering targets = new TargetLowering();
  private final Origins origins;

  UnplayedLowering(Origins origins) {
    this.origins = origins;
  }

  UnplayedTable lower(FrameTableBlock table) {
    Tool tool = Tool.valueOf(table.getTool().toUpperCase(Locale.ROOT));
    List<UnplayedChain> chains = new ArrayList<>();
    for (FrameChain chain : table.getChains()) {
      List<UnplayedRule> rules = new ArrayList<>();
      for (FrameRule rule : chain.getRules()) {
        rules.add(FrameWords.of(tool, rule, origins.whole(rule)));
      }
      String policy = chain.getPolicy();
      String head = policy == null ? unwritten(tool, chain) : policy.toUpperCase(Locale.ROOT);
      chains.add(new UnplayedChain(chain.getName(), Optional.of(head), rules, origins.of(chain)));
    }
    return new UnplayedTable(tool, table.getName(), chains, origins.of(table));
  }

  /** A chain of the user returns; arptables writes a dash for that. */
  private static String unwritten(Tool tool, FrameChain chain) {
    boolean own = !BUILT_IN.contains(chain.getName());
    return own ? (tool == Tool.EBTABLES ? "RETURN" : "-") : "ACCEPT";
  }

  UnplayedTable lower(NftTableBlock table) {
    Set<Family> families = FAMILIES.getOrDefault(table.getFamily(), EnumSet.allOf(Family.class));
    List<UnplayedChain> chains = new ArrayList<>();
    for (ChainBlock chain : table.getChains()) {
      Set<String> hooks =
          chain.getHook() == null ? Set.of() : Set.of(chain.getHook().toUpperCase(Locale.ROOT));
      NftPlace place = new NftPlace(families, hooks);
      List<UnplayedRule> rules = new ArrayList<>();
      for (ChainEntry entry : chain.getEntries()) {
        if (entry instanceof PacketRule rule) {
          rules.add(rule(rule, place));
        }
      }
      String name = NftName.of(chain.getName());
      chains.add(new UnplayedChain(name, head(chain), rules, origins.of(chain)));
    }
    String title = table.getFamily() + " " + NftName.of(table.getName());
    return new UnplayedTable(Tool.NFT, title, chains, origins.of(table));
  }

  private static Optional<String> head(ChainBlock chain) {
    if (chain.getHook() == null) {
      return Optional.empty();
    }
    String device =
        chain.getDevice() == null ? "" : " device \"" + chain.getDevice().getName() + "\"";
    String policy = chain.getPolicy() == null ? "" : " policy " + chain.getPolicy() + ";";
    return Optional.of(
        "type "
            + chain.getKind()
            + " hook "
            + chain.getHook()
            + device
            + " priority "
            + chain.getPriority()
            + ";"
            + policy);
  }

  private UnplayedRule rule(PacketRule written, NftPlace place) {
    Origin origin = origins.whole(written);
    List<Match> lowered = matches.lower(written.getMatches());
    Target target = targets.lower(written.getTarget(), lowered);
    Rule rule = new Rule(lowered, target, Optional.empty(), origin);
    NftLine line = rule.nftables(place);
    List<FreeText> texts = new ArrayList<>();
    rule.matches().forEach(match -> match.freeText().ifPresent(texts::add));
    rule.target().freeText().ifPresent(texts::add);
    return new UnplayedRule(
        line.conflict().isPresent() ? List.of() : line.lines(), line.conflict(), texts, origin);
  }
}
