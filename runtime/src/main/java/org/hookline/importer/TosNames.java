package org.hookline.importer;

import java.util.Locale;
import java.util.Map;
import org.hookline.addr.Malformed;

/** Values of a TOS byte as iproute2 prints them (etc/iproute2/rt_dsfield). */
final class TosNames {
  private static final Map<String, Integer> NAMES =
      Map.of("default", 0, "lowdelay", 0x10, "throughput", 0x08, "reliability", 0x04);

  private TosNames() {}

  static long number(String word) {
    String text = word.toLowerCase(Locale.ROOT);
    if (NAMES.containsKey(text)) {
      return NAMES.get(text);
    }
    if (!text.matches("0x[0-9a-f]{1,2}|[0-9]{1,3}")) {
      throw new Malformed("bad-tos", "'" + word + "' is not a TOS", "a number such as 0x10");
    }
    return Long.decode(text);
  }
}
