package org.hookline.emit;

/** One generated file. */
public record ScriptFile(String content, boolean executable) {

  /** Data that a script reads. */
  public static ScriptFile data(String content) {
    return new ScriptFile(content, false);
  }

  public static ScriptFile script(String content) {
    return new ScriptFile(content, true);
  }
}
