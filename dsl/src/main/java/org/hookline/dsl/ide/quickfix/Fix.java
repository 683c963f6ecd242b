package org.hookline.dsl.ide.quickfix;

import org.hookline.dsl.ide.text.FileEdits;

/**
 * A repair that can be applied as it is.
 *
 * @param title what it does, in one line
 * @param description what comes of it, in Markdown; may be empty
 * @param preferred the one that is most likely meant; at most one for a problem
 */
public record Fix(String title, String description, FileEdits edits, boolean preferred) {

  static Fix of(String title, FileEdits edits) {
    return new Fix(title, "", edits, false);
  }

  Fix asPreferred() {
    return new Fix(title, description, edits, true);
  }
}
