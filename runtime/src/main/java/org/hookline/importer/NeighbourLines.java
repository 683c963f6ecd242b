package org.hookline.importer;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.hookline.addr.Address;
import org.hookline.addr.Mac;
import org.hookline.addr.Malformed;
import org.hookline.model.Neighbour;

/** The output of {@code ip neigh}, as text or with {@code -j}: only permanent entries are kept. */
final class NeighbourLines {
  private final Findings findings;
  private final List<Neighbour> neighbours = new ArrayList<>();

  private NeighbourLines(Findings findings) {
    this.findings = findings;
  }

  static List<Neighbour> read(Dump dump, Findings findings) {
    NeighbourLines reader = new NeighbourLines(findings);
    if (dump.isJson()) {
      JsonDump.items(dump, findings).forEach(reader::item);
    } else {
      dump.lines().stream().filter(l -> l.text().contains("PERMANENT")).forEach(reader::line);
    }
    return reader.neighbours;
  }

  private void line(Dump.Line line) {
    List<String> words = line.words();
    add(words.get(0), behind("lladdr", words), behind("dev", words), line);
  }

  private static Optional<String> behind(String word, List<String> words) {
    int at = words.indexOf(word);
    return at < 0 || at + 1 >= words.size() ? Optional.empty() : Optional.of(words.get(at + 1));
  }

  private void item(JsonDump.Item item) {
    if (item.texts("state").contains("PERMANENT")) {
      add(item.text("dst").orElse(""), item.text("lladdr"), item.text("dev"), item.line());
    }
  }

  private void add(String address, Optional<String> mac, Optional<String> dev, Dump.Line line) {
    try {
      Malformed incomplete = new Malformed("bad-neighbour", "an address or device is missing", "");
      neighbours.add(
          new Neighbour(
              Address.parse(address),
              Mac.parse(mac.orElseThrow(() -> incomplete)),
              dev.orElseThrow(() -> incomplete),
              line.origin()));
      findings.count(Counted.NEIGHBOURS);
    } catch (Malformed e) {
      findings.unread(line, e);
    }
  }
}
