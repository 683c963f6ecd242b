package org.hookline.importer;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import org.hookline.model.iface.Interface;

/**
 * The output of {@code bridge fdb}, as text or with {@code -j}: where bridges send frames. What
 * they have learned will be forgotten and learned again, and both are looked at; what somebody
 * wrote there for good is not in the model.
 *
 * <p>iproute2: bridge/fdb.c print_fdb()
 */
final class BridgeTable {
  private static final String WHY = "an entry of a bridge's table is not in the model";

  private final Set<String> own;
  private final Findings findings;

  private BridgeTable(Set<String> own, Findings findings) {
    this.own = own;
    this.findings = findings;
  }

  static void read(Dump dump, List<Interface> interfaces, Findings findings) {
    Set<String> own =
        interfaces.stream()
            .flatMap(i -> i.mac().stream())
            .map(mac -> mac.toString().toLowerCase(Locale.ROOT))
            .collect(Collectors.toSet());
    BridgeTable table = new BridgeTable(own, findings);
    if (dump.isJson()) {
      JsonDump.items(dump, findings).forEach(table::item);
    } else {
      dump.lines().stream().filter(l -> !l.text().isBlank()).forEach(table::line);
    }
  }

  private void line(Dump.Line line) {
    List<String> words = line.words();
    if (written(words.get(0), words.contains("static"), words.contains("permanent"))) {
      findings.unmodelled(line.text(), WHY, line.origin());
    }
  }

  private void item(JsonDump.Item item) {
    String state = item.text("state").orElse("");
    String mac = item.text("mac").orElse("");
    if (written(mac, state.equals("static"), state.equals("permanent"))) {
      findings.unmodelled(item.line().text(), WHY, item.origin());
    }
  }

  /** Entries for the host's own addresses and for groups are the kernel's. */
  private boolean written(String mac, boolean fixed, boolean permanent) {
    boolean group = mac.matches("[0-9a-fA-F][13579bdfBDF].*");
    return fixed || permanent && !group && !own.contains(mac.toLowerCase(Locale.ROOT));
  }
}
