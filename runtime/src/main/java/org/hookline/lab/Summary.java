package org.hookline.lab;

/** How many comparisons of predictions with a kernel ended how. */
public record Summary(int compared, int agreed, int differed, int notComparable) {
  public static final Summary NONE = new Summary(0, 0, 0, 0);

  public Summary and(Summary other) {
    return new Summary(
        compared + other.compared,
        agreed + other.agreed,
        differed + other.differed,
        notComparable + other.notComparable);
  }
}
