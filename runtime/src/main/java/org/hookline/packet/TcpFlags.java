package org.hookline.packet;

/** Bits of {@link Fields#TCP_FLAGS} (RFC 9293, section 3.1). */
public final class TcpFlags {
  public static final long FIN = 1;
  public static final long SYN = 2;
  public static final long RST = 4;
  public static final long PSH = 8;
  public static final long ACK = 16;
  public static final long URG = 32;

  /** Congestion was seen (RFC 3168, section 6.1). */
  public static final long ECE = 64;

  /** The window was reduced for it. */
  public static final long CWR = 128;

  private TcpFlags() {}

  /** The flags as letters in tcpdump's order: {@code S}, {@code S.}, {@code R.} … */
  public static String letters(long flags) {
    StringBuilder text = new StringBuilder();
    add(text, flags, FIN, 'F');
    add(text, flags, SYN, 'S');
    add(text, flags, RST, 'R');
    add(text, flags, PSH, 'P');
    add(text, flags, URG, 'U');
    add(text, flags, ACK, '.');
    add(text, flags, ECE, 'E');
    add(text, flags, CWR, 'W');
    return text.isEmpty() ? "none" : text.toString();
  }

  private static void add(StringBuilder text, long flags, long bit, char letter) {
    if ((flags & bit) != 0) {
      text.append(letter);
    }
  }
}
