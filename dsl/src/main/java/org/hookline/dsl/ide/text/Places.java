package org.hookline.dsl.ide.text;

import org.eclipse.lsp4j.Location;
import org.eclipse.lsp4j.Position;
import org.eclipse.lsp4j.Range;
import org.eclipse.lsp4j.TextEdit;
import org.eclipse.xtext.resource.XtextResource;

/** Spans of one text in the protocol's terms: 0-based lines and columns. */
public final class Places {
  private final TextLines lines;

  public Places(TextLines lines) {
    this.lines = lines;
  }

  /** Of the text that a file was parsed from. */
  public static Places of(XtextResource file) {
    return new Places(new TextLines(file.getParseResult().getRootNode().getText()));
  }

  public Position position(int offset) {
    return new Position(lines.line(offset), lines.column(offset));
  }

  public Range range(TextSpan span) {
    return new Range(position(span.offset()), position(span.end()));
  }

  public Location location(String uri, TextSpan span) {
    return new Location(uri, range(span));
  }

  public TextEdit edit(Edit edit) {
    return new TextEdit(range(edit.span()), edit.text());
  }

  /** The offset of a position, cut at the end of the text. */
  public int offset(Position position) {
    return lines.offset(position.getLine(), position.getCharacter());
  }

  /** The span of a range. */
  public TextSpan span(Range range) {
    int start = offset(range.getStart());
    return new TextSpan(start, Math.max(0, offset(range.getEnd()) - start));
  }
}
