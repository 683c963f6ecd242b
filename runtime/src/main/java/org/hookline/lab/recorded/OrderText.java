package org.hookline.lab.recorded;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.hookline.lab.Difference;
import org.hookline.lab.order.Passage;

/**
 * Orders in the words of recordings: a line for each passage through a hook, {@code FORWARD
 * mangle/FORWARD/2 mangle/FORWARD/policy filter/FORWARD/1}, packet by packet.
 */
final class OrderText {
  private static final String NOTHING = "nothing more";

  private OrderText() {}

  /** The first step that differs. */
  static Optional<Difference> first(List<Passage> predicted, List<String> recorded) {
    for (int line = 0; line < Math.max(predicted.size(), recorded.size()); line++) {
      List<String> said = line < predicted.size() ? words(predicted.get(line)) : List.of();
      List<String> seen =
          line < recorded.size() ? List.of(recorded.get(line).split(" ")) : List.of();
      for (int step = 0; step < Math.max(said.size(), seen.size()); step++) {
        String one = step < said.size() ? said.get(step) : NOTHING;
        String other = step < seen.size() ? seen.get(step) : NOTHING;
        if (!one.equals(other)) {
          String hook = said.isEmpty() ? seen.get(0) : said.get(0);
          String item = "order, passage " + (line + 1) + " (" + hook + ") step " + step;
          return Optional.of(new Difference(item, one, other));
        }
      }
    }
    return Optional.empty();
  }

  private static List<String> words(Passage passage) {
    List<String> words = new ArrayList<>(List.of(passage.hook().name()));
    words.addAll(passage.places());
    return words;
  }
}
