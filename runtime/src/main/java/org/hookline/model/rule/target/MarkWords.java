package org.hookline.model.rule.target;

import org.hookline.addr.MaskedMark;
import org.hookline.ir.conntrack.Connmark.Bits;
import org.hookline.model.rule.OptionWords;

/** Targets MARK and CONNMARK of iptables, in all their arithmetic. */
final class MarkWords {
  private MarkWords() {}

  /** iptables: extensions/libxt_MARK.c mark_tg_parse() */
  static Target mark(OptionWords words) {
    return new MarkSet(arithmetic(words.option(), words));
  }

  private static MaskedMark arithmetic(String option, OptionWords words) {
    MaskedMark written = MaskedMark.parse(words.value());
    long value = written.value();
    return switch (option) {
      case "--set-xmark" -> written;
      case "--set-mark" -> new MaskedMark(value, value | written.mask());
      case "--and-mark" -> new MaskedMark(0, ~value & MaskedMark.ALL);
      case "--or-mark" -> new MaskedMark(value, value);
      case "--xor-mark" -> new MaskedMark(value, 0);
      default -> throw OptionWords.unknown(option);
    };
  }

  /** iptables: extensions/libxt_CONNMARK.c connmark_tg_parse() */
  static Target connmark(OptionWords words) {
    String option = words.option();
    if (!option.equals("--save-mark") && !option.equals("--restore-mark")) {
      return new ConnmarkSet(arithmetic(option, words));
    }
    Bits packet = new Bits(MaskedMark.ALL);
    Bits connection = packet;
    while (words.more()) {
      String mask = words.option();
      Bits bits = new Bits(MaskedMark.parse(words.value()).value());
      switch (mask) {
        case "--nfmask" -> packet = bits;
        case "--ctmask" -> connection = bits;
        case "--mask" -> {
          packet = bits;
          connection = bits;
        }
        default -> throw OptionWords.unknown(mask);
      }
    }
    return option.equals("--save-mark")
        ? new ConnmarkSave(packet, connection)
        : new ConnmarkRestore(packet, connection);
  }
}
