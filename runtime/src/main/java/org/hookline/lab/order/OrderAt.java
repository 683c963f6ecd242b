package org.hookline.lab.order;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.hookline.emit.Standing;
import org.hookline.model.Host;
import org.hookline.packet.Headers;

/**
 * The predicted order at one host beside the observed one.
 *
 * @param parting the first step that differs; empty when none does
 * @param unseen why not everything, or nothing, could be compared
 */
public record OrderAt(String host, Optional<Parting> parting, List<String> unseen) {

  /** Whether an observed packet is a predicted one. */
  @FunctionalInterface
  public interface Alike {
    boolean test(Headers predicted, Headers observed);
  }

  /**
   * Compares.
   *
   * @param standing where the rules of the host stand in the kernel
   */
  public static OrderAt of(
      Host host, Standing standing, List<Passage> predicted, Sighting seen, Alike alike) {
    String name = host.name();
    if (seen.blind().isPresent()) {
      return new OrderAt(name, Optional.empty(), seen.blind().stream().toList());
    }
    Set<String> left = new LinkedHashSet<>();
    List<Passage> observed = new ArrayList<>();
    for (Passage passage : seen.passages()) {
      observed.add(inWordsOfTheModel(passage, standing, left));
    }
    List<Passage> visible = predicted;
    if (seen.hidden().isPresent()) {
      left.add(seen.hidden().get());
      visible = predicted.stream().map(p -> without(p, standing)).toList();
    }
    Optional<Parting> parting =
        new OrderComparison(
                visible,
                alike,
                place -> place + standing.rule(place).map(r -> " (" + r + ")").orElse(""))
            .with(observed);
    return new OrderAt(name, parting, List.copyOf(left));
  }

  /** Built-in chains that nobody wrote are there all the same, with nothing in them. */
  private static Passage inWordsOfTheModel(Passage seen, Standing standing, Set<String> left) {
    List<String> places = new ArrayList<>();
    for (String place : seen.places()) {
      Optional<String> known = standing.of(place);
      known.ifPresent(places::add);
      if (known.isEmpty() && !standing.isUnasked(place)) {
        left.add("the model does not know " + place.substring(0, place.lastIndexOf('/')));
      }
    }
    return new Passage(seen.packet(), seen.hook(), seen.arrived(), places);
  }

  private static Passage without(Passage passage, Standing standing) {
    List<String> places = passage.places().stream().filter(p -> !standing.isOfIptables(p)).toList();
    return new Passage(passage.packet(), passage.hook(), passage.arrived(), places);
  }
}
