package org.hookline.model.rule.target;

import org.hookline.addr.MaskedMark;
import org.hookline.ir.conntrack.Connmark.Bits;

/** Mark masks in the tools' words. */
final class Masks {
  private Masks() {}

  static String hex(long mask) {
    return "0x" + Long.toHexString(mask);
  }

  /** Nothing for the full mask. */
  static String suffix(long mask) {
    return mask == MaskedMark.ALL ? "" : " and " + hex(mask);
  }

  /** {@code --nfmask 0xff --ctmask 0xff}, with a leading blank. */
  static String options(Bits packet, Bits connection) {
    return " --nfmask " + hex(packet.mask()) + " --ctmask " + hex(connection.mask());
  }

  /** Nothing for full masks. */
  static String suffix(Bits packet, Bits connection) {
    return packet.equals(connection)
        ? suffix(packet.mask())
        : " and " + hex(connection.mask()) + " into " + hex(packet.mask());
  }
}
