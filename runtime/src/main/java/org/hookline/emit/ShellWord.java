package org.hookline.emit;

/** Text as one word of a POSIX shell. */
public final class ShellWord {
  private ShellWord() {}

  /** The text bare if it means nothing to a shell, else in single quotes. */
  public static String of(String text) {
    return text.matches("[A-Za-z0-9_@%+=:,./-]+") ? text : "'" + text.replace("'", "'\\''") + "'";
  }

  /**
   * Text that stays inside its comment: control characters, which could end the line, become
   * question marks.
   */
  public static String comment(String text) {
    return text.replaceAll("[\\p{Cc}\\p{Zl}\\p{Zp}]", "?");
  }
}
