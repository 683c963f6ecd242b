package org.hookline.model.rule;

import java.util.List;
import java.util.Locale;
import org.hookline.addr.MaskedMark;

/**
 * Marks of packets and connections in nft's words; a key is {@code meta mark} or {@code ct mark}.
 */
public final class NftMark {
  private NftMark() {}

  /**
   * The mark in the bits of a mask.
   *
   * <p>kernel: net/netfilter/nft_ct.c nft_ct_get_eval() breaks where a packet has no connection, as
   * xt_connmark does not match
   */
  public static void match(String key, boolean negated, MaskedMark mark, NftLine line) {
    boolean never = (mark.value() & ~mark.mask()) != 0;
    if (never && !negated) {
      line.either(List.of());
    } else {
      // a value that no packet has differs from all: what is left is that there is a mark
      String masked = mark.mask() == MaskedMark.ALL || never ? "" : " & " + hex(mark.mask());
      String all = never ? " >= 0x0" : (negated ? " != " : " == ") + hex(mark.value());
      line.match(key + masked + all);
    }
  }

  /** {@code mark = (mark & ~mask) ^ value}. */
  public static String set(String key, MaskedMark mark) {
    long kept = ~mark.mask() & MaskedMark.ALL;
    if (kept == 0) {
      return key + " set " + hex(mark.value());
    }
    String others = kept == MaskedMark.ALL ? "" : " & " + hex(kept);
    String bits = mark.value() == 0 ? "" : " ^ " + hex(mark.value());
    return key + " set " + key + others + bits;
  }

  /** One mark, in the bits of a mask, becomes the other: {@code meta mark set ct mark & 0xff}. */
  public static void copy(Part from, Part to, NftLine line) {
    if (to.mask() != MaskedMark.ALL) {
      // kernel: nft_bitwise of two registers came with 6.13, and nft 1.0.6 cannot say it
      line.speechless(
          "bits of " + from.key() + " among others of " + to.key() + ": into " + hex(to.mask()));
    }
    String masked = from.mask() == MaskedMark.ALL ? "" : " & " + hex(from.mask());
    line.target(to.key() + " set " + from.key() + masked);
  }

  /** A mark and the bits of it that count. */
  public record Part(String key, long mask) {}

  private static String hex(long mark) {
    return "0x" + Long.toHexString(mark).toLowerCase(Locale.ROOT);
  }
}
