package org.hookline.ir;

import org.hookline.packet.Field;

/**
 * Bits of a field that are overwritten by the sum of a field and a number, or by either alone.
 *
 * @param to id of the field
 * @param from id of the first summand, or {@link #NOTHING}
 * @param value the second
 * @param mask the bits that are written
 * @param shared whether other packets see it, or change what is read
 */
record Write(int to, int from, long value, long mask, boolean shared) {
  static final int NOTHING = -1;

  static Write constant(Field to, long value, long mask) {
    return new Write(to.id(), NOTHING, value & mask, mask, to.scope().world());
  }

  static Write copy(Field to, Field from) {
    boolean shared = to.scope().world() || from.scope().world();
    return new Write(to.id(), from.id(), 0, to.mask(), shared);
  }

  /** What a field has and a number, which may be negative, modulo the width. */
  static Write sum(Field field, long number) {
    return new Write(field.id(), field.id(), number, field.mask(), field.scope().world());
  }
}
