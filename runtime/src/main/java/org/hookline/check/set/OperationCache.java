package org.hookline.check.set;

import java.util.Arrays;

/** Remembers results of three-place operations; forgets when two keys meet in one place. */
final class OperationCache {
  private static final int LARGEST = 1 << 22;

  /** Four numbers an entry: the key and the result. */
  private int[] entries = new int[4 << 12];

  OperationCache() {
    Arrays.fill(entries, -1);
  }

  static int hash(int a, int b, int c) {
    int mixed = (a * 0x9E3779B1) ^ (b * 0x85EBCA6B) ^ (c * 0xC2B2AE35);
    mixed ^= mixed >>> 15;
    mixed *= 0x27D4EB2F;
    return mixed ^ (mixed >>> 13);
  }

  private int place(int a, int b, int c) {
    return (hash(a, b, c) & ((entries.length >> 2) - 1)) << 2;
  }

  /** The remembered result, or -1. */
  int get(int a, int b, int c) {
    int at = place(a, b, c);
    return entries[at] == a && entries[at + 1] == b && entries[at + 2] == c ? entries[at + 3] : -1;
  }

  void put(int a, int b, int c, int result) {
    int at = place(a, b, c);
    entries[at] = a;
    entries[at + 1] = b;
    entries[at + 2] = c;
    entries[at + 3] = result;
  }

  /** Makes room for as many results as there are nodes, up to a bound. */
  void growTo(int nodes) {
    int wanted = 4 * Math.min(nodes, LARGEST);
    if (wanted <= entries.length) {
      return;
    }
    int[] old = entries;
    entries = new int[wanted];
    Arrays.fill(entries, -1);
    for (int at = 0; at < old.length; at += 4) {
      if (old[at] >= 0) {
        put(old[at], old[at + 1], old[at + 2], old[at + 3]);
      }
    }
  }
}
