package org.hookline.dsl.rules;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.eclipse.emf.ecore.EObject;
import org.eclipse.xtext.EcoreUtil2;
import org.hookline.dsl.hookline.ChainBlock;
import org.hookline.dsl.hookline.PacketTableBlock;
import org.hookline.model.rule.TableName;

/** Tables and chains as the text names them. */
final class Hooks {
  /** The built-in chains of all tables. */
  static final List<String> ALL =
      Stream.of(TableName.values()).flatMap(table -> table.builtIn().stream()).distinct().toList();

  private Hooks() {}

  /** A chain in its table. */
  record Hook(TableName table, String chain) {
    @Override
    public String toString() {
      return table.word() + " " + chain;
    }
  }

  static TableName table(PacketTableBlock block) {
    return TableName.valueOf(block.getName().toUpperCase(Locale.ROOT));
  }

  /** The chain that an element stands in. */
  static Optional<Hook> of(EObject element) {
    ChainBlock chain = EcoreUtil2.getContainerOfType(element, ChainBlock.class);
    PacketTableBlock block = EcoreUtil2.getContainerOfType(element, PacketTableBlock.class);
    return chain == null || block == null || chain.getName() == null
        ? Optional.empty()
        : Optional.of(new Hook(table(block), chain.getName()));
  }

  static List<Hook> in(TableName table, String... chains) {
    return Stream.of(chains).map(chain -> new Hook(table, chain)).toList();
  }
}
