package org.hookline.dsl.ide.tokens;

import java.util.Set;
import org.hookline.dsl.ide.text.TextSpan;

/**
 * A coloured word.
 *
 * @param span within one line
 * @param modifiers the protocol's words, for example {@code declaration}
 */
public record Token(TextSpan span, TokenKind kind, Set<String> modifiers) {}
