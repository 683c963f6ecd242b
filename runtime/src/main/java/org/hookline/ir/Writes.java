package org.hookline.ir;

import java.util.List;

/** Several {@link Write}s, one after the other, laid out for speed. */
final class Writes {
  private final int[] fields;
  private final long[] numbers;

  Writes(List<Write> writes) {
    fields = new int[2 * writes.size()];
    numbers = new long[2 * writes.size()];
    for (int i = 0; i < writes.size(); i++) {
      Write write = writes.get(i);
      fields[2 * i] = write.to();
      fields[2 * i + 1] = write.from();
      numbers[2 * i] = write.value();
      numbers[2 * i + 1] = write.mask();
    }
  }

  int count() {
    return fields.length / 2;
  }

  /**
   * Writes.
   *
   * @param packet the values of all fields, by id
   */
  void into(long[] packet) {
    for (int i = 0; i < fields.length; i += 2) {
      int to = fields[i];
      int from = fields[i + 1];
      long sum = from == Write.NOTHING ? numbers[i] : packet[from] + numbers[i];
      long mask = numbers[i + 1];
      packet[to] = packet[to] & ~mask | sum & mask;
    }
  }
}
