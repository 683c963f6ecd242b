package org.hookline.model.iface;

import org.hookline.addr.Malformed;

/** VLANs from {@code first} to {@code last}, both included: 1 … 4094. */
public record VlanIds(int first, int last) {
  private static final int LARGEST = 4094;

  public VlanIds {
    if (first < 1 || last > LARGEST || first > last) {
      throw new Malformed(
          "bad-number",
          first + "-" + last + " are no VLANs",
          "1 to " + LARGEST + ", the lower one first");
    }
  }

  public static VlanIds of(int id) {
    return new VlanIds(id, id);
  }

  /**
   * Reads {@code 20} or {@code 20-30}.
   *
   * @throws Malformed {@code bad-number}
   */
  public static VlanIds parse(String text) {
    if (!text.matches("[0-9]{1,4}(-[0-9]{1,4})?")) {
      throw new Malformed("bad-number", "'" + text + "' is no VLAN", "10 or 20-30");
    }
    String[] ends = text.split("-");
    return new VlanIds(Integer.parseInt(ends[0]), Integer.parseInt(ends[ends.length - 1]));
  }

  public boolean single() {
    return first == last;
  }

  public boolean overlaps(VlanIds other) {
    return first <= other.last && other.first <= last;
  }

  @Override
  public String toString() {
    return single() ? "" + first : first + "-" + last;
  }
}
