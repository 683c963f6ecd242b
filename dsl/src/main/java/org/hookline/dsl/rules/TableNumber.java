package org.hookline.dsl.rules;

import com.google.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.eclipse.xtext.EcoreUtil2;
import org.hookline.dsl.hookline.HostDeclaration;
import org.hookline.dsl.hookline.TableDeclaration;
import org.hookline.dsl.scoping.HostParts;
import org.hookline.dsl.scoping.KernelLibrary;
import org.hookline.dsl.word.Words;
import org.hookline.model.route.RouteTable;

/** Numbers of routing tables: each table has one, and no two share one. */
final class TableNumber implements TreeRule<TableDeclaration> {
  static final String CODE = "table-number";

  private static final Map<String, Long> KERNEL =
      Map.of("local", RouteTable.LOCAL, "main", RouteTable.MAIN, "default", RouteTable.DEFAULT);

  private final HostParts hosts;

  @Inject
  TableNumber(HostParts hosts) {
    this.hosts = hosts;
  }

  @Override
  public Class<TableDeclaration> type() {
    return TableDeclaration.class;
  }

  @Override
  public List<String> codes() {
    return List.of(CODE);
  }

  @Override
  public void check(TableDeclaration table, Findings findings) {
    if (KernelLibrary.contains(table) || table.getName() == null) {
      return;
    }
    Optional<HostDeclaration> host = hosts.hostOf(table);
    if (host.isEmpty()) {
      return;
    }
    Long own = KERNEL.get(table.getName());
    Optional<Long> number = number(table);
    if (own != null) {
      if (number.filter(n -> !n.equals(own)).isPresent()) {
        error(table, findings, "table " + table.getName() + " has the number " + own, "no number");
      }
      return;
    }
    List<TableDeclaration> all =
        EcoreUtil2.typeSelect(hosts.elements(host.get(), table), TableDeclaration.class);
    TableDeclaration first =
        all.stream().filter(t -> table.getName().equals(t.getName())).findFirst().orElse(table);
    if (first != table) {
      if (number.isPresent() && !number.equals(number(first))) {
        error(table, findings, "this table has another number already", "the same, or none");
      }
    } else if (table.getNumber() == null) {
      error(
          table,
          findings,
          "a routing table needs a number",
          "table " + table.getName() + " 100 { … }");
    } else {
      number.ifPresent(n -> shared(table, n, all, findings));
    }
  }

  private static void shared(
      TableDeclaration table, long number, List<TableDeclaration> all, Findings findings) {
    boolean kernels = KERNEL.containsValue(number);
    boolean anothers =
        all.stream()
            .filter(other -> other != table && !table.getName().equals(other.getName()))
            .anyMatch(other -> number(other).filter(n -> n == number).isPresent());
    if (kernels || anothers) {
      error(table, findings, "another table has the number " + number, "a number of its own");
    }
  }

  private static Optional<Long> number(TableDeclaration table) {
    return table.getNumber() == null
        ? Optional.empty()
        : Readable.word(Words.TABLE_NUMBER, table.getNumber());
  }

  private static void error(
      TableDeclaration table, Findings findings, String message, String hint) {
    findings.at(table).error(CODE, message, hint);
  }
}
