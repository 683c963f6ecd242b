package org.hookline.addr;

/** Ports (or ICMP echo identifiers) from {@code first} to {@code last}, both included. */
public record PortRange(int first, int last) implements Comparable<PortRange> {

  public static final PortRange ANY = new PortRange(0, 65535);

  public PortRange {
    if (first < 0 || last > 65535 || first > last) {
      throw new Malformed(
          "bad-port",
          first + "-" + last + " is not a port range",
          "0 to 65535, the lower one first");
    }
  }

  public static PortRange of(int port) {
    return new PortRange(port, port);
  }

  /**
   * Reads {@code 50000} or {@code 50000-50100} (or iptables' {@code 50000:50100}).
   *
   * @throws Malformed {@code bad-port}
   */
  public static PortRange parse(String text) {
    if (!text.matches("[0-9]{1,5}([-:][0-9]{1,5})?")) {
      throw new Malformed(
          "bad-port", "'" + text + "' is not a port or port range", "80 or 50000-50100");
    }
    String[] ends = text.split("[-:]");
    return new PortRange(Integer.parseInt(ends[0]), Integer.parseInt(ends[ends.length - 1]));
  }

  public boolean contains(int port) {
    return first <= port && port <= last;
  }

  /** The form of iptables: {@code 50000:50100}. */
  public String colon() {
    return first == last ? "" + first : first + ":" + last;
  }

  @Override
  public int compareTo(PortRange other) {
    return first != other.first
        ? Integer.compare(first, other.first)
        : Integer.compare(last, other.last);
  }

  @Override
  public String toString() {
    return first == last ? "" + first : first + "-" + last;
  }
}
