package org.hookline.model.rule.target;

import org.hookline.addr.MaskedMark;

/** Mark masks in the tools' words. */
final class Masks {
  private Masks() {}

  static String hex(long mask) {
    return "0x" + Long.toHexString(mask);
  }

  /** Nothing for the full mask. */
  static String suffix(long mask) {
    return mask == MaskedMark.ALL ? "" : " and " + hex(mask);
  }
}
