package org.hookline.addr;

/** The two address families, with the width of an address in bits. */
public enum Family {
  IPV4(32),
  IPV6(128);

  private final int bits;

  Family(int bits) {
    this.bits = bits;
  }

  public int bits() {
    return bits;
  }

  /** As people write it. */
  public String word() {
    return this == IPV4 ? "IPv4" : "IPv6";
  }
}
