package org.hookline.lab.recorded;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.hookline.lab.Difference;
import org.hookline.lab.order.Passage;

/** Compares a prediction with a recording, item by item. */
final class Comparing {
  private static final String NOTHING = "nothing";

  private Comparing() {}

  /** The first item that differs, in the order of what a reader looks at first. */
  static Optional<Difference> first(Predicted predicted, RecordedOutcome recorded) {
    PortClasses ports = new PortClasses();
    return packets(predicted.wire(), recorded.wire(), ports)
        .or(() -> item("result", predicted.result(), recorded.result(), ports))
        .or(() -> item("from", predicted.from(), recorded.text("from"), ports))
        .or(() -> item("local", predicted.local(), recorded.text("local"), ports))
        .or(() -> unordered("receipt", predicted.receipts(), recorded.receipts(), ports))
        .or(() -> drops(predicted, recorded, ports))
        .or(() -> hits(predicted, recorded))
        .or(() -> order(predicted.order(), recorded))
        .or(() -> unordered("conntrack", predicted.conntrack(), recorded.conntrack(), ports));
  }

  /** A recording without drops claims nothing about them. */
  private static Optional<Difference> drops(
      Predicted predicted, RecordedOutcome recorded, PortClasses ports) {
    List<String> seen = recorded.dropsAt(RecordedCase.HOST);
    return recorded.json().has("drops")
        ? unordered("drop", predicted.drops(), seen, ports)
        : Optional.empty();
  }

  /** A recording whose order nobody saw whole claims nothing about it. */
  private static Optional<Difference> order(List<Passage> predicted, RecordedOutcome recorded) {
    return recorded
        .order()
        .filter(seen -> recorded.untraced().isEmpty())
        .flatMap(seen -> OrderText.first(predicted, seen));
  }

  private static Optional<Difference> packets(
      List<String> predicted, List<String> recorded, PortClasses ports) {
    for (int i = 0; i < Math.max(predicted.size(), recorded.size()); i++) {
      String one = i < predicted.size() ? predicted.get(i) : NOTHING;
      String other = i < recorded.size() ? recorded.get(i) : NOTHING;
      Optional<Difference> difference = item("packet " + (i + 1), one, other, ports);
      if (difference.isPresent()) {
        return difference;
      }
    }
    return Optional.empty();
  }

  private static Optional<Difference> item(
      String what, Optional<String> predicted, Optional<String> recorded, PortClasses ports) {
    return item(what, predicted.orElse(NOTHING), recorded.orElse(NOTHING), ports);
  }

  private static Optional<Difference> item(
      String what, String predicted, String recorded, PortClasses ports) {
    return ports.same(predicted, recorded)
        ? Optional.empty()
        : Optional.of(new Difference(what, predicted, recorded));
  }

  private static Optional<Difference> unordered(
      String what, List<String> predicted, List<String> recorded, PortClasses ports) {
    Pairing.Left left = new Pairing(predicted, recorded, ports::same).left();
    if (!left.said().isEmpty()) {
      String seen = left.seen().isEmpty() ? NOTHING : left.seen().toString();
      return Optional.of(new Difference(what, left.said().get(0), seen));
    }
    return left.seen().isEmpty()
        ? Optional.empty()
        : Optional.of(new Difference(what, NOTHING, left.seen().toString()));
  }

  private static Optional<Difference> hits(Predicted predicted, RecordedOutcome recorded) {
    Map<String, Long> all = new TreeMap<>(recorded.hits());
    all.putAll(predicted.hits());
    for (String rule : all.keySet()) {
      long one = predicted.hits().getOrDefault(rule, 0L);
      long other = recorded.hits().getOrDefault(rule, 0L);
      if (one != other) {
        return Optional.of(new Difference("counter " + rule, "" + one, "" + other));
      }
    }
    return Optional.empty();
  }
}
