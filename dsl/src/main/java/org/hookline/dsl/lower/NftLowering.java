package org.hookline.dsl.lower;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.eclipse.xtext.EcoreUtil2;
import org.hookline.dsl.hookline.ChainBlock;
import org.hookline.dsl.hookline.NftTableBlock;
import org.hookline.dsl.hookline.PacketRule;
import org.hookline.dsl.word.MatchWords;
import org.hookline.model.Unmodelled;
import org.hookline.model.rule.Chain;
import org.hookline.model.rule.ChainType;
import org.hookline.model.rule.Hook;
import org.hookline.model.rule.NftTable;
import org.hookline.model.rule.NftTable.Base;
import org.hookline.model.rule.NftTable.Family;
import org.hookline.model.rule.NftTable.NftChain;
import org.hookline.model.rule.Rule;
import org.hookline.model.rule.match.Match;
import org.hookline.source.Origin;

/**
 * Tables of nft itself. Blocks of one family and name are one table, in which a later block adds to
 * the chains of an earlier one, as {@code nft -f} does.
 */
final class NftLowering {
  private static final List<String> FAMILIES = List.of("ip", "inet");

  private final Map<String, Draft> tables = new LinkedHashMap<>();
  private final MatchLowering matches = new MatchLowering();
  private final TargetLowering targets = new TargetLowering();
  private final Origins origins;

  NftLowering(Origins origins) {
    this.origins = origins;
  }

  /** A table that is being collected. */
  private record Draft(Family family, String name, Map<String, ChainDraft> chains, Origin origin) {}

  private static final class ChainDraft {
    private final List<Rule> rules = new ArrayList<>();
    private final Origin origin;
    private Optional<Base> base = Optional.empty();
    private boolean policyDrop = false;

    ChainDraft(Origin origin) {
      this.origin = origin;
    }
  }

  /** Takes a block; what of it the engine cannot carry is returned. */
  List<Unmodelled> add(NftTableBlock block) {
    FrameLowering unplayed = new FrameLowering(origins);
    if (!FAMILIES.contains(block.getFamily())) {
      return unplayed.lower(block);
    }
    Draft table =
        tables.computeIfAbsent(
            block.getFamily() + " " + block.getName(),
            key ->
                new Draft(
                    Family.valueOf(block.getFamily().toUpperCase(Locale.ROOT)),
                    block.getName(),
                    new LinkedHashMap<>(),
                    origins.of(block)));
    List<Unmodelled> left = new ArrayList<>();
    for (ChainBlock chain : block.getChains()) {
      if (chain.getHook() == null || hook(chain).isPresent()) {
        chain(table, chain);
      } else {
        left.addAll(unplayed.lower(block, chain));
      }
    }
    return left;
  }

  /** Empty at a device: {@code ingress}, {@code egress}. */
  private static Optional<Hook> hook(ChainBlock chain) {
    return List.of(Hook.values()).stream().filter(h -> h.word().equals(chain.getHook())).findAny();
  }

  private void chain(Draft table, ChainBlock block) {
    ChainDraft chain =
        table.chains().computeIfAbsent(block.getName(), name -> new ChainDraft(origins.of(block)));
    hook(block)
        .ifPresent(
            hook -> {
              ChainType type = ChainType.valueOf(block.getKind().toUpperCase(Locale.ROOT));
              int priority = MatchWords.PRIORITY.read(block.getPriority());
              chain.base = Optional.of(new Base(type, hook, priority));
              chain.policyDrop = "drop".equals(block.getPolicy());
            });
    for (PacketRule rule : EcoreUtil2.typeSelect(block.getEntries(), PacketRule.class)) {
      List<Match> lowered = matches.lower(rule.getMatches());
      chain.rules.add(
          new Rule(
              lowered,
              targets.lower(rule.getTarget(), lowered),
              Optional.empty(),
              origins.whole(rule)));
    }
  }

  /** The tables, in the order in which they were begun. */
  List<NftTable> finished() {
    return tables.values().stream().map(NftLowering::table).toList();
  }

  private static NftTable table(Draft draft) {
    List<NftChain> chains = new ArrayList<>();
    draft
        .chains()
        .forEach(
            (name, chain) ->
                chains.add(
                    new NftChain(
                        new Chain(name, chain.policyDrop, List.copyOf(chain.rules), chain.origin),
                        chain.base)));
    return new NftTable(draft.family(), draft.name(), List.copyOf(chains), draft.origin());
  }
}
