package org.hookline.dsl.ide.tokens;

import java.util.Locale;
import org.eclipse.lsp4j.SemanticTokenTypes;

/** What is coloured alike, with the nearest of the protocol's types. */
public enum TokenKind {
  KEYWORD(SemanticTokenTypes.Keyword),
  COMMENT(SemanticTokenTypes.Comment),
  /** A comment that says what the element below it is for; hovers show it. */
  DOCUMENTATION(SemanticTokenTypes.Comment),
  STRING(SemanticTokenTypes.String),
  /** A preference, a port, a metric: a plain number. */
  NUMBER(SemanticTokenTypes.Number),
  ADDRESS(SemanticTokenTypes.Number),
  HOST(SemanticTokenTypes.Class),
  INTERFACE(SemanticTokenTypes.Variable),
  TABLE(SemanticTokenTypes.Struct),
  CHAIN(SemanticTokenTypes.Function),
  SET(SemanticTokenTypes.Type),
  SERVICE(SemanticTokenTypes.Type),
  MARK(SemanticTokenTypes.Type),
  SEGMENT(SemanticTokenTypes.Namespace),
  SYSCTL(SemanticTokenTypes.Property),
  /** A word that its place knows: a state of conntrack, an outcome, a mode of rp_filter. */
  VALUE(SemanticTokenTypes.EnumMember),
  /** What ends a rule or a packet's way: accept, drop, lookup's blackhole. */
  VERDICT(SemanticTokenTypes.Macro);

  private final String standard;

  TokenKind(String standard) {
    this.standard = standard;
  }

  /** Our name, for the workbench's colours. */
  public String id() {
    return "hookline." + name().toLowerCase(Locale.ROOT);
  }

  /** The protocol's name. */
  public String standard() {
    return standard;
  }
}
