package org.hookline.ir;

import java.util.List;
import java.util.Optional;

/** A predicate over the fields of one packet, asked as plain numbers. */
interface Plain {
  /**
   * Whether it holds.
   *
   * @param packet the values of all fields, by id
   */
  boolean of(long[] packet);

  /** Those of all predicates; empty if one of them is none. */
  static Optional<Plain[]> ofAll(List<Pred> preds) {
    Plain[] all = new Plain[preds.size()];
    for (int i = 0; i < all.length; i++) {
      Optional<Plain> one = preds.get(i).plain();
      if (one.isEmpty()) {
        return Optional.empty();
      }
      all[i] = one.get();
    }
    return Optional.of(all);
  }

  /** Whether one of several holds. */
  static boolean any(Plain[] list, long[] packet) {
    for (Plain one : list) {
      if (one.of(packet)) {
        return true;
      }
    }
    return false;
  }

  /** Whether all of several hold. */
  static boolean all(Plain[] list, long[] packet) {
    for (Plain one : list) {
      if (!one.of(packet)) {
        return false;
      }
    }
    return true;
  }
}
