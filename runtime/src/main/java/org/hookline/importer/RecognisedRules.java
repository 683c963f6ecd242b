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
   * The output of {@code ebtables-save} or {@code arptables-save}.
   *
   * @param what the rules, and a verb: {@code rules of ebtables are}
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
   * The output of {@code nft list ruleset}: rules of nft itself, and chains that drop what comes to
   * their end.
   *
   * @param shown tables that iptables made, which its own dumps hold
   */
  void nft(Dump dump, Set<String> shown) {
    boolean managed = false;
    boolean own = false;
    String table = "";
    String block = "";
    for (Dump.Line line : dump.lines()) {
      String text = line.text().strip();
      if (text.startsWith("# Warning: table") && text.contains("managed by")) {
        managed = true;
      } else if (line.text().startsWith("table ")) {
        table = text.replaceFirst("\\s*\\{.*", "");
        own = !managed && !shown.contains(table.replaceFirst("^table ", ""));
        managed = false;
      } else if (text.endsWith("{") && block.isEmpty()) {
        block = text.replaceFirst("\\s*\\{$", "");
      } else if (text.equals("}")) {
        block = "";
      } else if (own && block.startsWith("chain ") && decides(text)) {
        String why = "rules of nft itself are not in the model (" + table + ", " + block + ")";
        findings.unmodelled(text, why, line.origin());
      }
    }
  }

  /** Chains that accept what comes to their end, and their comments, do nothing. */
  private static boolean decides(String text) {
    boolean head = text.startsWith("type ") || text.startsWith("comment ");
    return !text.isEmpty() && !text.startsWith("#") && (!head || text.contains("policy drop"));
  }
}
