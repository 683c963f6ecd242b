package org.hookline.dsl.cli;

/** Colours, or none. */
enum Paint {
  PLAIN {
    @Override
    String apply(String code, String text) {
      return text;
    }
  },
  ANSI {
    @Override
    String apply(String code, String text) {
      return "\u001b[" + code + "m" + text + "\u001b[0m";
    }
  };

  abstract String apply(String code, String text);

  String red(String text) {
    return apply("1;31", text);
  }

  String yellow(String text) {
    return apply("1;33", text);
  }

  String blue(String text) {
    return apply("1;34", text);
  }

  String green(String text) {
    return apply("1;32", text);
  }

  String bold(String text) {
    return apply("1", text);
  }
}
