package org.hookline.ir;

import org.hookline.packet.Field;

/**
 * Bits of a field that are overwritten, in plain numbers.
 *
 * @param to id of the field
 * @param from id of the field that is copied, or {@link #CONSTANT}
 * @param value the constant
 * @param mask the bits that are written
 * @param shared whether other packets see it, or change what is copied
 */
record Write(int to, int from, long value, long mask, boolean shared) {
  private static final int CONSTANT = -1;

  static Write constant(Field to, long value, long mask) {
    return new Write(to.id(), CONSTANT, value & mask, mask, to.scope().world());
  }

  static Write copy(Field to, Field from) {
    boolean shared = to.scope().world() || from.scope().world();
    return new Write(to.id(), from.id(), 0, to.mask(), shared);
  }

  /**
   * Writes.
   *
   * @param packet the values of all fields, by id
   */
  void into(long[] packet) {
    long written = from == CONSTANT ? value : packet[from] & mask;
    packet[to] = packet[to] & ~mask | written;
  }
}
