package org.hookline.dsl.cli;

import java.util.Locale;

/** Values of {@code --format}. */
enum Form {
  TEXT,
  JSON;

  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT);
  }
}
