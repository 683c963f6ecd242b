package org.hookline.ir.conntrack;

/**
 * Messages of ICMP that open a connection, with what answers them.
 *
 * <p>kernel: net/netfilter/nf_conntrack_proto_icmp.c invmap, icmp_new()
 */
public enum IcmpQuery {
  ECHO(8, 0),
  TIMESTAMP(13, 14),
  INFORMATION(15, 16),
  ADDRESS_MASK(17, 18);

  private final int type;
  private final int answer;

  IcmpQuery(int type, int answer) {
    this.type = type;
    this.answer = answer;
  }

  /** Its ICMP type. */
  public int type() {
    return type;
  }

  /** ICMP type of the answer. */
  public int answer() {
    return answer;
  }
}
