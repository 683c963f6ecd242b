package org.hookline.ir.conntrack;

/** The parts of a conntrack entry (kernel: struct nf_conn), with their width in bits. */
public enum Part {
  /** Connections of different zones know nothing of each other. */
  ZONE(16),
  PROTO(8),
  ORIGINAL_SRC(32),
  ORIGINAL_SPORT(16),
  ORIGINAL_DST(32),
  ORIGINAL_DPORT(16),
  REPLY_SRC(32),
  REPLY_SPORT(16),
  REPLY_DST(32),
  REPLY_DPORT(16),
  MARK(32),
  /** Of the message that opened a connection of ICMP; 0 for other protocols. */
  ICMP_TYPE(8),
  /** kernel: enum tcp_conntrack; 0 for other protocols. */
  TCP_STATE(4),
  /** 1 when the last packet was a SYN in the original direction. */
  SYN_LAST(1),
  /** 1 when the last packet was a reset in the original direction. */
  RST_LAST(1),
  CONFIRMED(1),
  /** kernel: IPS_DYING; the entry was confirmed and is in the table no more. */
  DYING(1),
  SEEN_REPLY(1),
  /** kernel: IPS_ASSURED: both sides answered. */
  ASSURED(1),
  /** kernel: IPS_SRC_NAT and IPS_DST_NAT, set when a binding changed the tuple. */
  SRC_NAT(1),
  DST_NAT(1),
  /** kernel: IPS_SRC_NAT_DONE, set when a rule or the null binding bound the source. */
  SRC_BOUND(1),
  /** kernel: IPS_DST_NAT_DONE */
  DST_BOUND(1),
  /** The device that the connection was masqueraded for; 0 without (nf_conn_nat.masq_index). */
  MASQUERADE_DEV(16);

  private final int width;

  Part(int width) {
    this.width = width;
  }

  public int width() {
    return width;
  }

  /** All ones in the part's width. */
  public long mask() {
    return -1L >>> (64 - width);
  }
}
