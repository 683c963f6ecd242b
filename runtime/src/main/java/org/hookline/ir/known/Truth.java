package org.hookline.ir.known;

/** What is known of a statement about packets of which not every bit is known. */
public enum Truth {
  NO,
  MAYBE,
  YES;

  static Truth of(boolean truth) {
    return truth ? YES : NO;
  }
}
