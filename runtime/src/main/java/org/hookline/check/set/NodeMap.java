package org.hookline.check.set;

import java.util.Arrays;

/** A map from diagrams to numbers that are not negative. */
final class NodeMap {
  private int[] keys = new int[64];
  private int[] values = new int[64];
  private int size;

  NodeMap() {
    Arrays.fill(keys, -1);
  }

  /** The number, or -1. */
  int get(int key) {
    int mask = keys.length - 1;
    int at = (key * 0x9E3779B1 >>> 7) & mask;
    while (keys[at] != key) {
      if (keys[at] < 0) {
        return -1;
      }
      at = (at + 1) & mask;
    }
    return values[at];
  }

  void put(int key, int value) {
    if (2 * (size + 1) > keys.length) {
      grow();
    }
    if (insert(key, value)) {
      size++;
    }
  }

  private boolean insert(int key, int value) {
    int mask = keys.length - 1;
    int at = (key * 0x9E3779B1 >>> 7) & mask;
    while (keys[at] >= 0 && keys[at] != key) {
      at = (at + 1) & mask;
    }
    boolean fresh = keys[at] < 0;
    keys[at] = key;
    values[at] = value;
    return fresh;
  }

  private void grow() {
    int[] oldKeys = keys;
    int[] oldValues = values;
    keys = new int[2 * oldKeys.length];
    values = new int[keys.length];
    Arrays.fill(keys, -1);
    for (int i = 0; i < oldKeys.length; i++) {
      if (oldKeys[i] >= 0) {
        insert(oldKeys[i], oldValues[i]);
      }
    }
  }
}
