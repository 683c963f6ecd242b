package org.hookline.lab;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.hookline.packet.Headers;
import org.hookline.packet.TcpFlags;

/**
 * Compares packets in order. A packet that repeats an earlier one on the same interface (data,
 * acknowledgements) is no difference: predictions speak of one more packet each way.
 */
final class WireComparison {
  private static final String NOTHING = "nothing more";

  private final List<Crossing> predicted;
  private final PortNames ports;

  WireComparison(List<Crossing> predicted, PortNames ports) {
    this.predicted = predicted;
    this.ports = ports;
  }

  Optional<Difference> with(List<Crossing> observed) {
    List<Crossing> past = new ArrayList<>();
    for (Crossing crossing : observed) {
      int next = past.size();
      if (next < predicted.size() && same(predicted.get(next), crossing)) {
        past.add(predicted.get(next));
      } else if (past.stream().noneMatch(p -> same(p, crossing))) {
        String expected = next < predicted.size() ? predicted.get(next).toString() : NOTHING;
        return Optional.of(difference(next, expected, crossing.toString()));
      }
    }
    int next = past.size();
    return next < predicted.size()
        ? Optional.of(difference(next, predicted.get(next).toString(), NOTHING))
        : Optional.empty();
  }

  private static Difference difference(int index, String predicted, String observed) {
    return new Difference("packet " + (index + 1), predicted, observed);
  }

  private boolean same(Crossing prediction, Crossing observation) {
    return prediction.host().equals(observation.host())
        && prediction.iface().equals(observation.iface())
        && prediction.direction() == observation.direction()
        && same(prediction.packet(), observation.packet());
  }

  private boolean same(Headers prediction, Headers observation) {
    return prediction.protocol().equals(observation.protocol())
        && prediction.src().equals(observation.src())
        && prediction.dst().equals(observation.dst())
        && ports.same(prediction.sport(), observation.sport())
        && ports.same(prediction.dport(), observation.dport())
        && (prediction.flags() | TcpFlags.PSH) == (observation.flags() | TcpFlags.PSH)
        && prediction.type() == observation.type()
        && prediction.code() == observation.code()
        && prediction.ttl() == observation.ttl();
  }
}
