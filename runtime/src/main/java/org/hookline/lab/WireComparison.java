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

  /**
   * The first packet that differs.
   *
   * @param crossing the observed packet, or the predicted one where nothing more was seen
   */
  record Parting(Difference difference, Crossing crossing) {}

  Optional<Parting> with(List<Crossing> observed) {
    List<Crossing> past = new ArrayList<>();
    for (Crossing crossing : observed) {
      int next = past.size();
      if (next < predicted.size() && same(predicted.get(next), crossing)) {
        past.add(predicted.get(next));
      } else if (past.stream().noneMatch(p -> same(p, crossing))) {
        String expected = next < predicted.size() ? predicted.get(next).toString() : NOTHING;
        return Optional.of(new Parting(difference(next, expected, crossing.toString()), crossing));
      }
    }
    int next = past.size();
    return next < predicted.size() ? Optional.of(missing(next)) : Optional.empty();
  }

  private Parting missing(int next) {
    Crossing crossing = predicted.get(next);
    return new Parting(difference(next, crossing.toString(), NOTHING), crossing);
  }

  private static Difference difference(int index, String predicted, String observed) {
    return new Difference("packet " + (index + 1), predicted, observed);
  }

  private boolean same(Crossing prediction, Crossing observation) {
    return prediction.host().equals(observation.host())
        && prediction.iface().equals(observation.iface())
        && prediction.direction() == observation.direction()
        && same(prediction.packet(), observation.packet(), ports);
  }

  /** Whether both are one packet; data that is pushed or not makes no difference. */
  static boolean same(Headers prediction, Headers observation, PortNames ports) {
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
