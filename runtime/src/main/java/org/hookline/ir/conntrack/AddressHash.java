package org.hookline.ir.conntrack;

/**
 * Which of several addresses a translation takes: the kernel hashes the addresses of the tuple, so
 * that a client meets the same one again.
 *
 * <p>kernel: net/netfilter/nf_nat_core.c find_best_ips_proto(); include/linux/jhash.h jhash2(), of
 * the words of an address of IPv6 with three zeros, in the order of a little-endian machine
 *
 * @param src address of the source
 * @param dst address of the destination
 * @param zone of the connection
 */
record AddressHash(long src, long dst, long zone) {
  private static final int START = 0xdeadbeef + (4 << 2);

  /**
   * One of the addresses.
   *
   * @param persistent whether the destination plays no part
   */
  long in(NatRange.Span span, boolean persistent) {
    int more = persistent ? 0 : Integer.reverseBytes((int) dst) ^ (int) zone;
    long hash = hash(Integer.reverseBytes((int) src), more) & 0xffffffffL;
    return span.first() + (hash * span.size() >>> 32);
  }

  /** jhash2() of a word and three zeros. */
  private static int hash(int word, int more) {
    int a = START + more + word;
    int b = START + more;
    int c = START + more;
    a -= c;
    a ^= Integer.rotateLeft(c, 4);
    c += b;
    b -= a;
    b ^= Integer.rotateLeft(a, 6);
    a += c;
    c -= b;
    c ^= Integer.rotateLeft(b, 8);
    b += a;
    a -= c;
    a ^= Integer.rotateLeft(c, 16);
    c += b;
    b -= a;
    b ^= Integer.rotateLeft(a, 19);
    a += c;
    c -= b;
    c ^= Integer.rotateLeft(b, 4);
    b += a;
    // the fourth word is zero; kernel: __jhash_final()
    c ^= b;
    c -= Integer.rotateLeft(b, 14);
    a ^= c;
    a -= Integer.rotateLeft(c, 11);
    b ^= a;
    b -= Integer.rotateLeft(a, 25);
    c ^= b;
    c -= Integer.rotateLeft(b, 16);
    a ^= c;
    a -= Integer.rotateLeft(c, 4);
    b ^= a;
    b -= Integer.rotateLeft(a, 14);
    c ^= b;
    c -= Integer.rotateLeft(b, 24);
    return c;
  }
}
