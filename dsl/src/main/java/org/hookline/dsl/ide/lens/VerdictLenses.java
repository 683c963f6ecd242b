package org.hookline.dsl.ide.lens;

import com.google.inject.Inject;
import com.google.inject.Singleton;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.eclipse.xtext.resource.XtextResource;
import org.hookline.check.CheckResult;
import org.hookline.check.PropertyResult;
import org.hookline.check.Verdict;
import org.hookline.dsl.ide.network.LoweredFile;
import org.hookline.dsl.ide.network.LoweredFiles;
import org.hookline.dsl.ide.verdict.VerdictBoard;
import org.hookline.model.Network;
import org.hookline.model.property.Check;
import org.hookline.source.Origin;

/** Above each check its verdict, above each import those of the checks that come in by it. */
@Singleton
public class VerdictLenses {
  private final LoweredFiles networks;
  private final VerdictBoard board;

  @Inject
  VerdictLenses(LoweredFiles networks, VerdictBoard board) {
    this.networks = networks;
    this.board = board;
  }

  /** Only of the text as it is now; a check without a verdict is being judged. */
  public List<Lens> of(XtextResource resource) {
    LoweredFile file = networks.of(resource);
    Optional<Network> network = file.network();
    if (network.isEmpty()) {
      return List.of();
    }
    Map<String, CheckResult> results = new LinkedHashMap<>();
    board
        .current(file.file(), file.networkTexts())
        .ifPresent(all -> all.forEach(r -> results.put(key(r.check()), r)));
    List<Lens> lenses = new ArrayList<>();
    Map<Origin, List<CheckResult>> imported = new LinkedHashMap<>();
    for (Check check : network.get().checks()) {
      Optional<CheckResult> result = Optional.ofNullable(results.get(key(check)));
      if (file.owns(check.origin())) {
        lenses.add(new Lens(file.span(check.origin()), text(result)));
      } else {
        Optional<Origin> place = file.importOf(check.origin());
        place.ifPresent(
            o -> result.ifPresent(r -> imported.computeIfAbsent(o, x -> new ArrayList<>()).add(r)));
      }
    }
    imported.forEach((place, of) -> lenses.add(new Lens(file.span(place), count(of))));
    return lenses;
  }

  private static String key(Check check) {
    return check.origin() + " " + check.name();
  }

  private static String text(Optional<CheckResult> result) {
    return result.map(VerdictLenses::text).orElse("judging …");
  }

  private static String text(CheckResult result) {
    String expected = result.check().expectRefuted() && result.met() ? ", as expected" : "";
    return result.properties().stream()
        .filter(property -> property.verdict() == Verdict.REFUTED)
        .filter(property -> !property.failing().isEmpty())
        .findFirst()
        .map(property -> "refuted" + expected + " for " + flows(property))
        .orElse(result.verdict() + expected);
  }

  private static String flows(PropertyResult property) {
    int more = property.failing().size() - 1;
    return property.failing().get(0).text() + (more > 0 ? " and " + more + " more" : "");
  }

  private static String count(List<CheckResult> results) {
    Map<Verdict, Integer> counts = new LinkedHashMap<>();
    results.forEach(result -> counts.merge(result.verdict(), 1, Integer::sum));
    String all = results.size() == 1 ? "1 check: " : results.size() + " checks: ";
    return all
        + String.join(
            ", ", counts.entrySet().stream().map(e -> e.getValue() + " " + e.getKey()).toList());
  }
}
