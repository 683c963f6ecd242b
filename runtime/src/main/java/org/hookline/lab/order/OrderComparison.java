package org.hookline.lab.order;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;

/**
 * Compares the ways of packets through one host, packet by packet. As on the wire, a packet that
 * repeats an earlier one is no difference, whatever rules it met: predictions do not speak of it.
 */
final class OrderComparison {
  private static final String NOTHING = "nothing more";

  private final List<List<Passage>> predicted;
  private final OrderAt.Alike alike;
  private final UnaryOperator<String> named;

  /**
   * @param named a place with the rule that stands there
   */
  OrderComparison(List<Passage> predicted, OrderAt.Alike alike, UnaryOperator<String> named) {
    this.predicted = byPacket(predicted);
    this.alike = alike;
    this.named = named;
  }

  private static List<List<Passage>> byPacket(List<Passage> passages) {
    Map<Integer, List<Passage>> packets = new LinkedHashMap<>();
    passages.forEach(p -> packets.computeIfAbsent(p.packet(), n -> new ArrayList<>()).add(p));
    return List.copyOf(packets.values());
  }

  Optional<Parting> with(List<Passage> observed) {
    int next = 0;
    for (List<Passage> packet : byPacket(observed)) {
      if (next < predicted.size() && same(predicted.get(next).get(0), packet.get(0))) {
        Optional<Parting> parting = packet(predicted.get(next++), packet);
        if (parting.isPresent()) {
          return parting;
        }
      } else if (!repeats(next, packet.get(0))) {
        String expected = next < predicted.size() ? predicted.get(next).get(0).toString() : NOTHING;
        Passage first = packet.get(0);
        return Optional.of(new Parting(first.hook(), 0, expected, first.toString()));
      }
    }
    return next == predicted.size()
        ? Optional.empty()
        : Optional.of(missing(predicted.get(next).get(0)));
  }

  private boolean repeats(int known, Passage packet) {
    return predicted.subList(0, known).stream().anyMatch(p -> same(p.get(0), packet));
  }

  private static Parting missing(Passage passage) {
    return new Parting(passage.hook(), 0, passage.toString(), NOTHING);
  }

  private boolean same(Passage prediction, Passage observation) {
    return prediction.hook() == observation.hook()
        && alike.test(prediction.arrived(), observation.arrived());
  }

  private Optional<Parting> packet(List<Passage> prediction, List<Passage> observation) {
    for (int i = 0; i < Math.max(prediction.size(), observation.size()); i++) {
      if (i == observation.size()) {
        return Optional.of(missing(prediction.get(i)));
      }
      Passage seen = observation.get(i);
      if (i == prediction.size() || !same(prediction.get(i), seen)) {
        String expected = i == prediction.size() ? NOTHING : prediction.get(i).toString();
        return Optional.of(new Parting(seen.hook(), 0, expected, seen.toString()));
      }
      Optional<Parting> step = step(prediction.get(i), seen);
      if (step.isPresent()) {
        return step;
      }
    }
    return Optional.empty();
  }

  private Optional<Parting> step(Passage prediction, Passage observation) {
    List<String> said = prediction.places();
    List<String> seen = observation.places();
    for (int i = 0; i < Math.max(said.size(), seen.size()); i++) {
      String one = i < said.size() ? named.apply(said.get(i)) : NOTHING;
      String other = i < seen.size() ? named.apply(seen.get(i)) : NOTHING;
      if (!one.equals(other)) {
        return Optional.of(new Parting(prediction.hook(), i + 1, one, other));
      }
    }
    return Optional.empty();
  }
}
