package org.hookline.importer;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.hookline.addr.Malformed;
import org.hookline.model.rule.Chain;
import org.hookline.model.rule.OptionWords.Word;
import org.hookline.model.rule.PacketTable;
import org.hookline.model.rule.Rule;
import org.hookline.model.rule.TableName;
import org.hookline.model.rule.target.Spelled;
import org.hookline.model.rule.target.Target;
import org.hookline.model.rule.target.Unread;
import org.hookline.source.Origin;

/** The output of {@code iptables-save} or {@code ip6tables-save}, with or without counters. */
final class PacketRules {

  /** A chain while its rules are being collected. */
  private record OpenChain(boolean drop, List<Rule> rules, Origin origin) {}

  private final Findings findings;
  private final List<PacketTable> tables = new ArrayList<>();

  private PacketRules(Findings findings) {
    this.findings = findings;
  }

  static List<PacketTable> read(Dump dump, Findings findings) {
    PacketRules reader = new PacketRules(findings);
    List<Dump.Line> block = new ArrayList<>();
    for (Dump.Line line : dump.lines()) {
      String text = line.text().strip();
      if (text.startsWith("# Warning")) {
        findings.unmodelled(text, "the tool could not print these rules", line.origin());
      } else if (text.equals("COMMIT")) {
        reader.table(block);
        block.clear();
      } else if (!text.isEmpty() && !text.startsWith("#")) {
        block.add(line);
      }
    }
    reader.table(block);
    return List.copyOf(reader.tables);
  }

  private void table(List<Dump.Line> block) {
    if (block.isEmpty()) {
      return;
    }
    Dump.Line head = block.get(0);
    Optional<TableName> name =
        Arrays.stream(TableName.values())
            .filter(t -> head.text().strip().equals("*" + t.word()))
            .findFirst();
    boolean again = name.isPresent() && tables.stream().anyMatch(t -> t.name() == name.get());
    if (name.isEmpty() || again) {
      String why = again ? "this table was read before" : "no such table is in the model";
      block.forEach(line -> findings.unmodelled(line.text(), why, line.origin()));
      return;
    }
    tables.add(new PacketTable(name.get(), chains(block.subList(1, block.size())), head.origin()));
  }

  private List<Chain> chains(List<Dump.Line> lines) {
    Map<String, OpenChain> chains = new LinkedHashMap<>();
    for (Dump.Line line : lines) {
      if (line.text().startsWith(":")) {
        List<String> words = line.words();
        boolean drop = words.size() > 1 && words.get(1).equals("DROP");
        chains.put(
            words.get(0).substring(1), new OpenChain(drop, new ArrayList<>(), line.origin()));
        findings.count(Counted.CHAINS);
      }
    }
    Set<String> user = new LinkedHashSet<>(chains.keySet());
    for (Dump.Line line : lines) {
      if (!line.text().startsWith(":")) {
        rule(line, chains, user);
      }
    }
    return chains.entrySet().stream()
        .map(
            e ->
                new Chain(
                    e.getKey(), e.getValue().drop(), e.getValue().rules(), e.getValue().origin()))
        .toList();
  }

  private void rule(Dump.Line line, Map<String, OpenChain> chains, Set<String> names) {
    List<Word> words = RuleWords.of(line.text());
    if (!words.isEmpty() && words.get(0).text().matches("\\[[0-9]+:[0-9]+\\]")) {
      words = words.subList(1, words.size());
    }
    boolean appends =
        words.size() > 1
            && List.of("-A", "--append").contains(words.get(0).text())
            && chains.containsKey(words.get(1).text());
    if (!appends) {
      findings.unmodelled(line.text(), "no rule of a chain of this table", line.origin());
      return;
    }
    OpenChain chain = chains.get(words.get(1).text());
    chain.rules().add(rule(words.subList(2, words.size()), line, names));
  }

  private Rule rule(List<Word> words, Dump.Line line, Set<String> names) {
    Rule rule;
    try {
      rule = SavedRule.read(words, names, line.origin());
    } catch (Malformed e) {
      String text = String.join(" ", words.stream().map(Word::toString).toList());
      Target opaque = new Spelled(new Unread(text, Optional.of(e.getMessage())), text);
      rule = new Rule(List.of(), opaque, Optional.empty(), line.origin());
    }
    List<String> missing = new ArrayList<>();
    rule.matches().forEach(m -> m.unmodelled().ifPresent(missing::add));
    rule.target().unmodelled().ifPresent(missing::add);
    missing.forEach(why -> findings.unmodelled(line.text(), why, line.origin()));
    findings.count(Counted.PACKET_RULES);
    return rule;
  }
}
