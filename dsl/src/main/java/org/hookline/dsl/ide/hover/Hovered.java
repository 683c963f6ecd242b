package org.hookline.dsl.ide.hover;

import org.hookline.dsl.ide.text.TextSpan;

/** What is shown when the mouse rests on a word: Markdown, and the words that it is about. */
public record Hovered(TextSpan span, String markdown) {}
