package org.hookline.ui.editor.highlight;

import java.util.Map;
import java.util.Optional;
import org.eclipse.jface.resource.ColorRegistry;
import org.eclipse.jface.text.TextAttribute;
import org.eclipse.lsp4j.SemanticTokenTypes;
import org.eclipse.swt.SWT;
import org.eclipse.ui.PlatformUI;

/**
 * How kinds of words look. The colours are those of the workbench's theme, light or dark, and the
 * user's choice on its preference page Colors and Fonts.
 */
public enum Style {
  KEYWORD("keyword", SWT.BOLD),
  COMMENT("comment", SWT.NORMAL),
  STRING("string", SWT.NORMAL),
  NUMBER("number", SWT.NORMAL),
  HOST("host", SWT.BOLD),
  INTERFACE("interface", SWT.NORMAL),
  NAME("name", SWT.NORMAL),
  PROPERTY("property", SWT.ITALIC),
  /** What ends a rule: accept, drop, reject. */
  VERDICT("verdict", SWT.BOLD);

  private static final Map<String, Style> BY_TOKEN =
      Map.ofEntries(
          Map.entry(SemanticTokenTypes.Keyword, KEYWORD),
          Map.entry(SemanticTokenTypes.Comment, COMMENT),
          Map.entry(SemanticTokenTypes.String, STRING),
          Map.entry(SemanticTokenTypes.Number, NUMBER),
          Map.entry(SemanticTokenTypes.EnumMember, NUMBER),
          Map.entry(SemanticTokenTypes.Variable, INTERFACE),
          Map.entry(SemanticTokenTypes.Class, HOST),
          Map.entry(SemanticTokenTypes.Property, PROPERTY),
          Map.entry(SemanticTokenTypes.Macro, VERDICT),
          Map.entry(SemanticTokenTypes.Operator, KEYWORD));

  private final String colour;
  private final int font;

  Style(String colour, int font) {
    this.colour = "org.hookline.ui.colour." + colour;
    this.font = font;
  }

  /** The style of a semantic token; empty for words that look like any other. */
  static Optional<Style> ofToken(String type) {
    return type.isEmpty() ? Optional.empty() : Optional.of(BY_TOKEN.getOrDefault(type, NAME));
  }

  /** Whether the words are names of declared things. */
  boolean isName() {
    return this == HOST || this == INTERFACE || this == NAME;
  }

  /** The id of the colour in the theme. */
  public String colour() {
    return colour;
  }

  /** The colours of the theme that the workbench shows now. */
  public static ColorRegistry colours() {
    return PlatformUI.getWorkbench().getThemeManager().getCurrentTheme().getColorRegistry();
  }

  TextAttribute attribute() {
    return new TextAttribute(colours().get(colour), null, font);
  }
}
