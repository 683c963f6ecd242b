package org.hookline.dsl.ide.quickfix;

import com.google.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.hookline.dsl.hookline.NatPolicy;
import org.hookline.dsl.hookline.PacketRule;
import org.hookline.dsl.ide.repair.DifferenceText;
import org.hookline.dsl.ide.repair.Preview;
import org.hookline.dsl.ide.repair.Published;
import org.hookline.dsl.ide.repair.PublishedAddresses;
import org.hookline.dsl.ide.repair.ReplyRepairs;
import org.hookline.dsl.ide.verdict.VerdictProblems;
import org.hookline.dsl.lower.Origins;
import org.hookline.dsl.prove.Difference;
import org.hookline.model.Host;
import org.hookline.model.Network;
import org.hookline.source.Origin;

/**
 * Replies of published addresses that leave by the wrong uplink. Only what the checker finds to
 * help is offered, with what else it changes.
 */
final class ReplyRoutes implements FixSource {
  private final ReplyRepairs repairs;
  private final Preview preview;

  @Inject
  ReplyRoutes(ReplyRepairs repairs, Preview preview) {
    this.repairs = repairs;
    this.preview = preview;
  }

  @Override
  public List<String> codes() {
    return List.of(VerdictProblems.REFUTED, ANYWHERE);
  }

  @Override
  public List<Fix> fixes(FixPlace place) {
    Optional<Network> network = place.network().network();
    if (network.isEmpty()) {
      return List.of();
    }
    List<Fix> fixes = new ArrayList<>();
    for (Host host : network.get().hosts()) {
      List<Published> meant = meant(PublishedAddresses.of(host), place);
      if (!meant.isEmpty()) {
        for (ReplyRepairs.Repair repair : repairs.of(meant, place.file())) {
          preview
              .of(repair.edits(), place.file(), place.cancelled())
              .filter(found -> helps(found, meant, place))
              .ifPresent(found -> fixes.add(fix(repair, found, fixes)));
        }
      }
    }
    return fixes;
  }

  /** At a check all of the host's; at a rule, the rule's own. */
  private static List<Published> meant(List<Published> all, FixPlace place) {
    if (!place.code().equals(ANYWHERE)) {
      return all;
    }
    Optional<Origin> here =
        place
            .in(NatPolicy.class)
            .map(policy -> new Origins(place.network().names()::of).whole(policy))
            .or(
                () ->
                    place
                        .in(PacketRule.class)
                        .map(rule -> new Origins(place.network().names()::of).whole(rule)));
    return all.stream().filter(each -> here.filter(each.origin()::equals).isPresent()).toList();
  }

  private static boolean helps(Difference found, List<Published> meant, FixPlace place) {
    return place.code().equals(ANYWHERE)
        ? meant.stream().anyMatch(each -> found.answersMoreAt(each.address()))
        : found.repairsChecks();
  }

  private static Fix fix(ReplyRepairs.Repair repair, Difference found, List<Fix> others) {
    return new Fix(
        repair.title() + " (" + DifferenceText.summary(found) + ")",
        DifferenceText.details(found),
        repair.edits(),
        found.harmless() && others.stream().noneMatch(Fix::preferred));
  }
}
