package org.hookline.ui.text;

import org.eclipse.jface.text.BadLocationException;
import org.eclipse.jface.text.IDocument;
import org.eclipse.jface.text.IRegion;
import org.eclipse.jface.text.Region;
import org.eclipse.lsp4j.Position;
import org.eclipse.lsp4j.Range;

/**
 * Places in a text: lines and columns from 0 of the language server, offsets of the editor. A place
 * behind the end of its line or text, as an older version of the text may have had it, is the end.
 */
public final class Places {
  private Places() {}

  /** The offset of a position. */
  public static int offset(IDocument text, Position position) {
    try {
      if (position.getLine() >= text.getNumberOfLines()) {
        return text.getLength();
      }
      IRegion line = text.getLineInformation(position.getLine());
      return line.getOffset() + Math.min(position.getCharacter(), line.getLength());
    } catch (BadLocationException changedMeanwhile) {
      return text.getLength();
    }
  }

  /** The part of a text that a range means. */
  public static IRegion region(IDocument text, Range range) {
    int start = offset(text, range.getStart());
    return new Region(start, Math.max(0, offset(text, range.getEnd()) - start));
  }

  /** The position of an offset. */
  public static Position position(IDocument text, int offset) {
    try {
      int known = Math.min(Math.max(0, offset), text.getLength());
      int line = text.getLineOfOffset(known);
      return new Position(line, known - text.getLineOffset(line));
    } catch (BadLocationException changedMeanwhile) {
      return new Position(0, 0);
    }
  }

  /** The range of a part of a text. */
  public static Range range(IDocument text, IRegion region) {
    return new Range(
        position(text, region.getOffset()),
        position(text, region.getOffset() + region.getLength()));
  }
}
