package org.hookline.ui.prefs;

import java.util.Locale;
import org.eclipse.lsp4j.DiagnosticSeverity;

/** What the user lets a kind of problem count as. */
public enum CountsAs {
  /** As the language has it. */
  DEFAULT,
  ERROR,
  WARNING,
  INFO,
  IGNORE;

  static CountsAs of(String stored) {
    for (CountsAs each : values()) {
      if (each.stored().equals(stored)) {
        return each;
      }
    }
    return DEFAULT;
  }

  String stored() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** The severity that is shown. */
  public DiagnosticSeverity instead(DiagnosticSeverity usual) {
    return switch (this) {
      case DEFAULT, IGNORE -> usual;
      case ERROR -> DiagnosticSeverity.Error;
      case WARNING -> DiagnosticSeverity.Warning;
      case INFO -> DiagnosticSeverity.Information;
    };
  }
}
