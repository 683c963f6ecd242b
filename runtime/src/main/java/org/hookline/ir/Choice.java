package org.hookline.ir;

/**
 * A named non-determinism. The interpreters add the visit (packet number and hop) where the span
 * asks for a new draw.
 *
 * @param id host, rule or stage; unique in a graph
 * @param width bits of the drawn value
 */
public record Choice(String id, Kind kind, Span span, int width) {

  /** All ones in the choice's width. */
  public long mask() {
    return -1L >>> (64 - width);
  }

  /** Who decides, and so how a verdict quantifies over it. */
  public enum Kind {
    /** The kernel's own (a NAT port, a hash): one failing outcome refutes. */
    KERNEL,
    /** Depends on traffic (limit, recent): what depends on it is assumed. */
    LOAD,
    /** Not modelled: what depends on it is assumed. */
    UNKNOWN
  }

  /** How long a draw holds. */
  public enum Span {
    PACKET,
    CONNECTION
  }
}
