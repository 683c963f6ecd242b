package org.hookline.dsl.lower;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.hookline.dsl.hookline.ChainBlock;
import org.hookline.dsl.hookline.HostElement;
import org.hookline.dsl.hookline.NatPolicy;
import org.hookline.dsl.hookline.PacketRule;
import org.hookline.dsl.hookline.PacketRuleRemoval;
import org.hookline.dsl.hookline.PacketTableBlock;
import org.hookline.dsl.hookline.PacketTableElement;
import org.hookline.dsl.hookline.PolicyRemoval;
import org.hookline.dsl.hookline.util.HooklineSwitch;
import org.hookline.model.iface.Interface;
import org.hookline.model.rule.Chain;
import org.hookline.model.rule.PacketTable;
import org.hookline.model.rule.Rule;
import org.hookline.model.rule.TableName;
import org.hookline.model.rule.match.Match;
import org.hookline.source.Origin;

/** The packet tables of one host; policies and raw rules come in text order. */
final class PacketTableLowering extends HooklineSwitch<Boolean> {
  private final Map<TableName, Table> tables = new EnumMap<>(TableName.class);
  private final MatchLowering matches = new MatchLowering();
  private final TargetLowering targets = new TargetLowering();
  private final PolicyLowering policies;
  private final Origins origins;
  private final Removals removals;

  /**
   * @param interfaces of the host, finished
   */
  PacketTableLowering(List<Interface> interfaces, Origins origins, Removals removals) {
    this.policies = new PolicyLowering(interfaces, origins);
    this.origins = origins;
    this.removals = removals;
  }

  List<PacketTable> lower(List<HostElement> elements) {
    elements.forEach(this::doSwitch);
    List<PacketTable> result = new ArrayList<>();
    tables.forEach((name, table) -> result.add(table.finished(name)));
    return result;
  }

  @Override
  public Boolean casePacketTableBlock(PacketTableBlock block) {
    TableName name = TableName.valueOf(block.getName().toUpperCase(Locale.ROOT));
    Table table = tables.computeIfAbsent(name, n -> new Table(origins.of(block)));
    Elements elements = new Elements(table);
    for (PacketTableElement element : block.getElements()) {
      elements.doSwitch(element);
    }
    return true;
  }

  private Rule rule(PacketRule rule) {
    List<Match> lowered = matches.lower(rule.getMatches());
    return new Rule(
        lowered, targets.lower(rule.getTarget(), lowered), Optional.empty(), origins.whole(rule));
  }

  /** The chain that a policy's rule belongs to, in whatever table. */
  private Draft chain(PolicyLowering.Placed placed, Origin at) {
    return tables.computeIfAbsent(placed.table(), n -> new Table(at)).chain(placed.chain(), at);
  }

  private static boolean removed(Draft chain, Rule wanted) {
    Optional<Rule> found =
        chain.rules.stream()
            .filter(r -> r.matches().equals(wanted.matches()) && r.target().equals(wanted.target()))
            .findFirst();
    found.ifPresent(chain.rules::remove);
    return found.isPresent();
  }

  private final class Elements extends HooklineSwitch<Boolean> {
    private final Table table;

    Elements(Table table) {
      this.table = table;
    }

    @Override
    public Boolean caseChainBlock(ChainBlock block) {
      Draft chain = table.chain(block.getName(), origins.of(block));
      if (block.getPolicy() != null) {
        chain.policyDrop = block.getPolicy().equals("drop");
      }
      block.getEntries().forEach(new Entries(chain)::doSwitch);
      return true;
    }

    @Override
    public Boolean caseNatPolicy(NatPolicy policy) {
      for (PolicyLowering.Placed placed : policies.doSwitch(policy)) {
        chain(placed, placed.rule().origin()).rules.add(placed.rule());
      }
      return true;
    }

    @Override
    public Boolean casePolicyRemoval(PolicyRemoval removal) {
      for (PolicyLowering.Placed placed : policies.doSwitch(removal.getPolicy())) {
        if (!removed(chain(placed, Origin.NONE), placed.rule())) {
          removals.nothing(removal);
        }
      }
      return true;
    }
  }

  private final class Entries extends HooklineSwitch<Boolean> {
    private final Draft chain;

    Entries(Draft chain) {
      this.chain = chain;
    }

    @Override
    public Boolean casePacketRule(PacketRule entry) {
      chain.rules.add(rule(entry));
      return true;
    }

    @Override
    public Boolean casePacketRuleRemoval(PacketRuleRemoval removal) {
      if (!removed(chain, rule(removal.getRule()))) {
        removals.nothing(removal);
      }
      return true;
    }
  }

  private static final class Table {
    private final Map<String, Draft> chains = new LinkedHashMap<>();
    private final Origin origin;

    Table(Origin origin) {
      this.origin = origin;
    }

    Draft chain(String name, Origin at) {
      return chains.computeIfAbsent(name, n -> new Draft(at));
    }

    PacketTable finished(TableName name) {
      List<Chain> finished = new ArrayList<>();
      chains.forEach(
          (chain, draft) ->
              finished.add(
                  new Chain(chain, draft.policyDrop, List.copyOf(draft.rules), draft.origin)));
      return new PacketTable(name, List.copyOf(finished), origin);
    }
  }

  private static final class Draft {
    private final List<Rule> rules = new ArrayList<>();
    private final Origin origin;
    private boolean policyDrop;

    Draft(Origin origin) {
      this.origin = origin;
    }
  }
}
