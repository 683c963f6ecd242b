package org.hookline.importer;

import java.util.Locale;
import java.util.Set;

/** Rules that are recognised line by line, and not carried. */
final class RecognisedRules {
  private final Findings findings;

  RecognisedRules(Findings findings) {
    this.findings = findings;
  }

  /**
   * The output of {@code ip6tables-save}, {@code ebtables-save} or {@code arptables-save}.
   *
   * @param what the rules, and a verb: {@code IPv6 packet rules are}
   */
  void saved(Dump dump, String what) {
    String table = "";
    for (Dump.Line line : dump.lines()) {
      String text = line.text().strip();
      table = text.startsWith("*") ? text.substring(1) : table;
      boolean policy = text.matches(":\\S+ (DROP|REJECT).*");
      if (policy || text.replaceFirst("^\\[[0-9]+:[0-9]+\\] *", "").startsWith("-A")) {
        String place = " not in the model (table " + table.toLowerCase(Locale.ROOT) + ")";
        findings.unmodelled(text, what + place, line.origin());
      }
    }
  }

  /**
   * The output of {@code nft list ruleset}: tables of nft itself.
   *
   * @param shown tables that iptables made, which its own dumps hold
   */
  void nft(Dump dump, Set<String> shown) {
    boolean managed = false;
    for (Dump.Line line : dump.lines()) {
      String text = line.text();
      if (text.startsWith("# Warning: table") && text.contains("managed by")) {
        managed = true;
      } else if (text.startsWith("table ")) {
        String name = text.replaceFirst("\\s*\\{.*", "");
        if (!managed && !shown.contains(name.replaceFirst("^table ", ""))) {
          findings.unmodelled(name, "rules of nft itself are not in the model", line.origin());
        }
        managed = false;
      }
    }
  }
}
