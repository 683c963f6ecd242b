package org.hookline.dsl.ide.lens;

import org.hookline.dsl.ide.text.TextSpan;

/** A remark above a line. */
public record Lens(TextSpan span, String text) {}
