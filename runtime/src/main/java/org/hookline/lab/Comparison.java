package org.hookline.lab;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.hookline.model.flow.Action.Expectation;

/**
 * A prediction beside what the kernel did.
 *
 * @param differences the first differing packet, then drops, receipts and the result; empty when
 *     they agree
 * @param parting the packet on the wire that differs first; empty when none does
 * @param order what was compared of the order of rules
 */
public record Comparison(
    List<Difference> differences, Optional<Crossing> parting, OrderReport order) {

  /** Ends that are told as refusals or misses, not as drops. */
  private static final Set<String> NOT_ON_THE_WAY = Set.of("NO_SOCKET", "NOT_SPECIFIED");

  /**
   * Compares step by step.
   *
   * @param hosts the hosts whose wires and drops the prediction speaks of
   */
  public static Comparison of(Prediction predicted, Observation observed, Set<String> hosts) {
    return of(predicted, observed, hosts, new PortNames(predicted.chosenPorts()));
  }

  /**
   * Compares the order of rules too. Where a packet met other rules at the host that it then left
   * otherwise, that is the first step.
   *
   * @param orders what the prediction claims about it
   */
  static Comparison of(
      Prediction predicted, Observation observed, Set<String> hosts, Orders orders) {
    PortNames ports = new PortNames(predicted.chosenPorts());
    Comparison plain = of(predicted, observed, hosts, ports);
    OrderReport report = orders.beside(observed, ports);
    List<Difference> all = new ArrayList<>(plain.differences());
    for (OrderReport.Astray astray : report.differences()) {
      boolean before = plain.parting().map(crossing -> leads(astray, crossing)).orElse(true);
      all.add(before ? 0 : 1, astray.difference());
    }
    return new Comparison(List.copyOf(all), plain.parting(), report);
  }

  /** A packet meets rules before it leaves. */
  private static boolean leads(OrderReport.Astray astray, Crossing crossing) {
    return astray.amongRules()
        && crossing.direction() == Direction.OUT
        && crossing.host().equals(astray.host());
  }

  private static Comparison of(
      Prediction predicted, Observation observed, Set<String> hosts, PortNames ports) {
    List<Difference> differences = new ArrayList<>();
    List<Crossing> wire = observed.wire().stream().filter(c -> hosts.contains(c.host())).toList();
    Optional<WireComparison.Parting> parting =
        new WireComparison(predicted.wire(), ports).with(wire);
    parting.ifPresent(p -> differences.add(p.difference()));
    drops(predicted, observed, hosts).ifPresent(differences::add);
    receipts(predicted, observed, ports).ifPresent(differences::add);
    if (predicted.result() != resultOf(observed)) {
      String said = observed.result();
      differences.add(new Difference("result", word(predicted.result()), said));
    }
    return new Comparison(
        List.copyOf(differences),
        parting.map(WireComparison.Parting::crossing),
        OrderReport.NOTHING);
  }

  public boolean agrees() {
    return differences.isEmpty();
  }

  /** What the sender saw, in the classes of expectations. */
  static Expectation resultOf(Observation observed) {
    return switch (observed.result()) {
      case "ok" -> Expectation.OK;
      case "timeout" -> Expectation.TIMEOUT;
      case "ECONNREFUSED" -> Expectation.REFUSED;
      default -> Expectation.UNREACHABLE;
    };
  }

  private static String word(Expectation result) {
    return result.name().toLowerCase(java.util.Locale.ROOT);
  }

  private static Optional<Difference> drops(
      Prediction predicted, Observation observed, Set<String> hosts) {
    Set<String> expected = new LinkedHashSet<>();
    predicted.drops().stream()
        .filter(d -> hosts.contains(d.host()) && isKernels(d.reason()))
        .filter(d -> !NOT_ON_THE_WAY.contains(d.reason()))
        .forEach(d -> expected.add(d.host() + " " + d.reason()));
    Set<String> seen = new LinkedHashSet<>();
    observed.drops().stream()
        .filter(d -> hosts.contains(d.host()) && !NOT_ON_THE_WAY.contains(d.reason()))
        .forEach(d -> seen.add(d.host() + " " + d.reason()));
    return expected.equals(seen)
        ? Optional.empty()
        : Optional.of(new Difference("drop", expected.toString(), seen.toString()));
  }

  /** Whether a reason is a drop reason of the kernel, and neither an errno nor our own word. */
  private static boolean isKernels(String reason) {
    return reason.matches("[A-Z]+_[A-Z_]+");
  }

  /**
   * A TCP socket hands a connection over only when the handshake is complete, so an opening packet
   * that was accepted is not always seen.
   */
  private static Optional<Difference> receipts(
      Prediction predicted, Observation observed, PortNames ports) {
    List<Receipt> seen = observed.receipts().stream().distinct().toList();
    boolean hidden =
        seen.isEmpty()
            && predicted.result() != Expectation.OK
            && predicted.receipts().stream().allMatch(r -> r.protocol().equals("tcp"));
    boolean same = seen.size() == predicted.receipts().size();
    for (int i = 0; same && i < seen.size(); i++) {
      same = same(predicted.receipts().get(i), seen.get(i), ports);
    }
    return same || hidden
        ? Optional.empty()
        : Optional.of(new Difference("receipt", predicted.receipts().toString(), seen.toString()));
  }

  private static boolean same(Receipt prediction, Receipt observation, PortNames ports) {
    return prediction.host().equals(observation.host())
        && prediction.protocol().equals(observation.protocol())
        && prediction.to().equals(observation.to())
        && address(prediction.from()).equals(address(observation.from()))
        && ports.same(port(prediction.from()), port(observation.from()));
  }

  private static String address(String end) {
    return end.substring(0, end.indexOf(':'));
  }

  private static int port(String end) {
    return Integer.parseInt(end.substring(end.indexOf(':') + 1));
  }
}
