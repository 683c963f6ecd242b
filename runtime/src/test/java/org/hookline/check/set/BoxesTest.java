package org.hookline.check.set;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;

class BoxesTest {
  private static final List<Block> BLOCKS =
      List.of(new Block(0, 32), new Block(32, 32), new Block(64, 16));

  private final Diagrams diagrams = new Diagrams();
  private final Vectors vectors = new Vectors(diagrams);

  private int box(long[][] sides) {
    int box = Diagrams.TRUE;
    for (int i = 0; i < sides.length; i++) {
      Vec vec = vectors.variables(BLOCKS.get(i));
      box = diagrams.and(box, vectors.inRange(vec, sides[i][0], sides[i][1]));
    }
    return box;
  }

  private int rebuilt(List<List<Ranges>> boxes) {
    int union = Diagrams.FALSE;
    for (List<Ranges> box : boxes) {
      int all = Diagrams.TRUE;
      for (int i = 0; i < box.size(); i++) {
        Vec vec = vectors.variables(BLOCKS.get(i));
        int side = Diagrams.FALSE;
        for (Ranges.Range range : box.get(i).list()) {
          side = diagrams.or(side, vectors.inRange(vec, range.first(), range.last()));
        }
        all = diagrams.and(all, side);
      }
      assertThat(diagrams.and(union, all)).as("boxes overlap").isEqualTo(Diagrams.FALSE);
      union = diagrams.or(union, all);
    }
    return union;
  }

  @RepeatedTest(40)
  void theBoxesAreDisjointAndTheirUnionIsTheSet(RepetitionInfo repetition) {
    SplittableRandom random = new SplittableRandom(repetition.getCurrentRepetition());
    int set = Diagrams.FALSE;
    List<long[][]> corners = new ArrayList<>();
    for (int i = random.nextInt(6); i >= 0; i--) {
      long[][] sides = {range(random, 32), range(random, 32), range(random, 16)};
      corners.add(sides);
      set = random.nextInt(3) == 0 ? diagrams.minus(set, box(sides)) : diagrams.or(set, box(sides));
    }
    Boxes boxes = Boxes.of(diagrams, BLOCKS, set);
    assertThat(boxes.complete()).isTrue();
    assertThat(rebuilt(boxes.list())).isEqualTo(set);
    for (long[][] sides : corners) {
      sameAtTheCorners(boxes.list(), set, sides, random);
    }
  }

  private static long[] range(SplittableRandom random, int width) {
    if (random.nextInt(3) == 0) {
      return new long[] {0, (1L << width) - 1};
    }
    long first = random.nextLong(1L << width);
    return new long[] {first, first + random.nextLong((1L << width) - first)};
  }

  /** Points at, just before and just behind the ends of ranges. */
  private void sameAtTheCorners(
      List<List<Ranges>> boxes, int set, long[][] sides, SplittableRandom random) {
    for (int i = 0; i < 200; i++) {
      long[] point = new long[sides.length];
      Assignment values = new Assignment();
      for (int side = 0; side < sides.length; side++) {
        long size = 1L << BLOCKS.get(side).width();
        point[side] = Math.floorMod(sides[side][random.nextInt(2)] + random.nextInt(3) - 1, size);
        values.set(BLOCKS.get(side), point[side]);
      }
      boolean inside = boxes.stream().anyMatch(box -> contains(box, point));
      assertThat(inside).isEqualTo(diagrams.holds(set, values));
    }
  }

  private static boolean contains(List<Ranges> box, long[] point) {
    for (int side = 0; side < point.length; side++) {
      if (!box.get(side).contains(point[side])) {
        return false;
      }
    }
    return true;
  }

  @Test
  void boxesThatDifferInOneSideBecomeOne() {
    int set =
        diagrams.either(
            List.of(
                box(new long[][] {{1, 1}, {7, 7}, {0, 10}}),
                box(new long[][] {{1, 1}, {8, 8}, {20, 30}}),
                box(new long[][] {{2, 2}, {7, 7}, {0, 10}}),
                box(new long[][] {{2, 2}, {9, 9}, {20, 30}})));
    assertThat(Boxes.of(diagrams, BLOCKS, set).list())
        .containsExactlyInAnyOrder(
            List.of(Ranges.of(1, 2), Ranges.of(7, 7), Ranges.of(0, 10)),
            List.of(Ranges.of(1, 1), Ranges.of(8, 8), Ranges.of(20, 30)),
            List.of(Ranges.of(2, 2), Ranges.of(9, 9), Ranges.of(20, 30)));
  }

  @Test
  void nothingHasNoBoxAndEverythingHasOne() {
    assertThat(Boxes.of(diagrams, BLOCKS, Diagrams.FALSE).list()).isEmpty();
    assertThat(Boxes.of(diagrams, BLOCKS, Diagrams.TRUE).list())
        .containsExactly(
            List.of(Ranges.of(0, 0xffffffffL), Ranges.of(0, 0xffffffffL), Ranges.of(0, 0xffff)));
  }

  @Test
  void aSetOfScatteredBitsSaysThatItIsNotReadCompletely() {
    int odd = vectors.masked(vectors.variables(BLOCKS.get(0)), 1, 1);
    assertThat(Boxes.of(diagrams, BLOCKS, odd).complete()).isFalse();
  }
}
