package org.hookline.dsl.scoping;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** "Did you mean": the name that a misspelt one was probably meant to be. */
public final class NearestNames {
  private NearestNames() {}

  /**
   * The known name with the fewest edits (insertion, deletion, replacement, swap of neighbours), at
   * most one edit for each three letters begun; ties go to the first.
   */
  public static Optional<String> of(String wrong, Stream<String> known) {
    int allowed = (wrong.length() + 2) / 3;
    List<String> near = known.filter(name -> edits(wrong, name) <= allowed).toList();
    return near.stream().min(Comparator.comparingInt(name -> edits(wrong, name)));
  }

  private static int edits(String a, String b) {
    int[][] cost = new int[a.length() + 1][b.length() + 1];
    for (int i = 0; i <= a.length(); i++) {
      for (int j = 0; j <= b.length(); j++) {
        cost[i][j] = i == 0 || j == 0 ? i + j : cheapest(a, b, i, j, cost);
      }
    }
    return cost[a.length()][b.length()];
  }

  private static int cheapest(String a, String b, int i, int j, int[][] cost) {
    boolean same = a.charAt(i - 1) == b.charAt(j - 1);
    int best = cost[i - 1][j - 1] + (same ? 0 : 1);
    best = Math.min(best, Math.min(cost[i - 1][j], cost[i][j - 1]) + 1);
    boolean swapped =
        i > 1 && j > 1 && a.charAt(i - 1) == b.charAt(j - 2) && a.charAt(i - 2) == b.charAt(j - 1);
    return swapped ? Math.min(best, cost[i - 2][j - 2] + 1) : best;
  }
}
