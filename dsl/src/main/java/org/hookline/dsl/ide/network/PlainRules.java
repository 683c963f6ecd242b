package org.hookline.dsl.ide.network;

import java.util.List;
import java.util.stream.Stream;
import org.eclipse.emf.ecore.EObject;
import org.hookline.dsl.lower.Origins;
import org.hookline.model.Host;
import org.hookline.model.Network;
import org.hookline.model.rule.Chain;
import org.hookline.model.rule.Rule;
import org.hookline.model.rule.RuleTable;
import org.hookline.source.Origin;

/** The plain rules that an element of a text stands for. */
public final class PlainRules {
  private PlainRules() {}

  /** A rule in its chain. */
  public record Placed(Host host, RuleTable table, Chain chain, Rule rule) {
    /** {@code nat PREROUTING}. */
    public String where() {
      return table.title() + " " + chain.name();
    }
  }

  /** In the order of tables and chains; none while the file has errors. */
  public static List<Placed> of(EObject element, LoweredFile file) {
    Origin origin = new Origins(file.names()::of).whole(element);
    return file.network().stream()
        .flatMap(PlainRules::all)
        .filter(placed -> placed.rule().origin().equals(origin))
        .toList();
  }

  private static Stream<Placed> all(Network network) {
    return network.hosts().stream()
        .flatMap(
            host ->
                host.ruleTables().stream()
                    .flatMap(
                        table ->
                            table.chains().stream()
                                .flatMap(
                                    chain ->
                                        chain.rules().stream()
                                            .map(r -> new Placed(host, table, chain, r)))));
  }
}
