package org.hookline.json;

import java.util.Locale;

/** Names of Java in the form of JSON: {@code ConnmarkSet} and {@code CONNMARK_SET} alike. */
final class Words {
  private Words() {}

  static String of(Class<?> type) {
    return type.getSimpleName().replaceAll("(?<=.)([A-Z])", "-$1").toLowerCase(Locale.ROOT);
  }

  static String of(Enum<?> constant) {
    return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
