package org.hookline.check;

import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.hookline.addr.Family;
import org.hookline.check.property.Judge;
import org.hookline.model.Network;
import org.hookline.model.Unmodelled;
import org.hookline.model.flow.FlowSet;
import org.hookline.model.property.Check;
import org.hookline.model.property.Demand;
import org.hookline.path.Paths;

/** Proves or refutes the checks of a network over all packets. */
public final class Checker {
  /** Checks on one graph. */
  private static final int SHARING = 8;

  private final Network network;

  public Checker(Network network) {
    this.network = network;
  }

  /**
   * Judges every property of a check.
   *
   * @throws Disagreement when the simulator does not replay a counterexample
   */
  public CheckResult check(Check check) {
    return check(new Prepared(network, List.of(check)).ground(), check);
  }

  /**
   * Ready to judge any of these checks as {@link #check(Check)} does, in any order and by several
   * threads at once. Some of them share a graph; more would mean that each run carries along what
   * the properties of all others write down.
   */
  public Function<Check, CheckResult> together(List<Check> checks) {
    Map<Check, Prepared> prepared = new IdentityHashMap<>();
    for (int i = 0; i < checks.size(); i += SHARING) {
      List<Check> some = checks.subList(i, Math.min(i + SHARING, checks.size()));
      Prepared shared = new Prepared(network, some);
      some.forEach(check -> prepared.put(check, shared));
    }
    return check -> check(prepared.get(check).ground(), check);
  }

  private CheckResult check(Prepared.Ground ground, Check check) {
    Paths paths = ground.paths();
    List<Judge> judges = ground.judges().get(check);
    List<Asked> runs = new ArrayList<>();
    for (FlowSet flows : check.flows()) {
      for (FlowQuestion question : FlowQuestion.of(flows, network, paths)) {
        runs.add(new Asked(flows, question, run(paths, question)));
      }
    }
    List<PropertyResult> results = new ArrayList<>();
    for (int i = 0; i < judges.size(); i++) {
      Demand demand = check.demands().get(i);
      Judge judge = judges.get(i);
      results.add(
          demand
              .property()
              .comparison()
              .map(same -> new Comparison(network, check, demand).with(same))
              .orElseGet(() -> judge(paths, demand, judge, runs)));
    }
    return new CheckResult(check, results, unrecorded());
  }

  private List<String> unrecorded() {
    return network.hosts().stream()
        .filter(host -> !host.kernel().recorded())
        .map(host -> host.name() + ": " + host.kernel())
        .toList();
  }

  private static SymbolicRun run(Paths paths, FlowQuestion question) {
    return SymbolicRun.start(paths.graph(), question.start(), question.inputs(), question.flow());
  }

  /** A question with its answer for all packets. */
  private record Asked(FlowSet flows, FlowQuestion question, SymbolicRun run) {}

  private PropertyResult judge(Paths paths, Demand demand, Judge judge, List<Asked> runs) {
    List<FailingFlows> boxes = new ArrayList<>();
    Set<String> assumptions = new LinkedHashSet<>();
    Set<String> unknown = new LinkedHashSet<>();
    Verdict verdict = runs.isEmpty() ? Verdict.INCONCLUSIVE : Verdict.PROVED;
    Optional<Counterexample> example = Optional.empty();
    FlowReading reading = new FlowReading(network);
    for (Asked asked : runs) {
      Failing failing = asked.run().failing(judge.good(paths.graph()));
      Verdict one = verdict(asked.run(), failing);
      boolean worse = one.compareTo(verdict) > 0;
      verdict = worse ? one : verdict;
      PacketSet flows = failing.refuted().isEmpty() ? failing.assumed() : failing.refuted();
      if (!flows.isEmpty()) {
        boxes.addAll(reading.boxes(flows, asked.question()));
        if (!flows.readable()) {
          unknown.add(Unknown.SCATTERED);
        }
        if (worse || example.isEmpty()) {
          Certificate certificate = new Certificate(paths.numbers(), asked.run());
          example = Optional.of(certificate.of(failing.witness(reading.preferences()), judge));
        }
      }
      failing.assumptions().forEach(a -> assumptions.add(reading.text(a)));
      unknown.addAll(Unknown.of(asked.run(), failing));
    }
    unmodelled().forEach(u -> assumptions.add(u.what() + ": " + u.why() + " (" + u.origin() + ")"));
    runs.stream()
        .filter(asked -> !asked.flows().destinations().only(Family.IPV6).isEmpty())
        .forEach(
            asked -> assumptions.add("IPv6 is not in the model (" + asked.flows().origin() + ")"));
    if (verdict == Verdict.PROVED && !assumptions.isEmpty()) {
      verdict = Verdict.ASSUMED;
    }
    return new PropertyResult(
        demand.property().text(),
        demand.origin(),
        verdict,
        boxes,
        example,
        List.copyOf(assumptions),
        List.copyOf(unknown));
  }

  private static Verdict verdict(SymbolicRun run, Failing failing) {
    if (!failing.refuted().isEmpty()) {
      return Verdict.REFUTED;
    }
    if (!failing.inconclusive().isEmpty() || run.universe().isEmpty()) {
      return Verdict.INCONCLUSIVE;
    }
    return failing.assumed().isEmpty() ? Verdict.PROVED : Verdict.ASSUMED;
  }

  private List<Unmodelled> unmodelled() {
    return network.hosts().stream().flatMap(h -> h.unmodelled().stream()).toList();
  }
}
