package org.hookline.lab.recorded;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.BiPredicate;

/**
 * As many pairs of what was said and what was seen as can be made. A recorded word may stand for
 * many values, so the first partner that fits can be the only one that another needs; such a pair
 * is opened again (augmenting paths in a bipartite graph, H. W. Kuhn 1955).
 */
final class Pairing {
  private static final int NOBODY = -1;

  private final List<String> said;
  private final List<String> seen;
  private final BiPredicate<String, String> same;
  private final int[] partner;

  /**
   * @param same whether something that was said is something that was seen
   */
  Pairing(List<String> said, List<String> seen, BiPredicate<String, String> same) {
    this.said = said;
    this.seen = seen;
    this.same = same;
    this.partner = new int[seen.size()];
    Arrays.fill(partner, NOBODY);
  }

  /** What has no partner on either side, in the order given; both are empty when all is as said. */
  record Left(List<String> said, List<String> seen) {}

  /** Makes the pairs. */
  Left left() {
    List<String> alone = new ArrayList<>();
    for (int one = 0; one < said.size(); one++) {
      if (!pair(one, new HashSet<>())) {
        alone.add(said.get(one));
      }
    }
    List<String> unsaid = new ArrayList<>();
    for (int other = 0; other < partner.length; other++) {
      if (partner[other] == NOBODY) {
        unsaid.add(seen.get(other));
      }
    }
    return new Left(alone, unsaid);
  }

  private boolean pair(int one, Set<Integer> asked) {
    for (int other = 0; other < partner.length; other++) {
      boolean fits = same.test(said.get(one), seen.get(other));
      if (fits && asked.add(other) && (partner[other] == NOBODY || pair(partner[other], asked))) {
        partner[other] = one;
        return true;
      }
    }
    return false;
  }
}
