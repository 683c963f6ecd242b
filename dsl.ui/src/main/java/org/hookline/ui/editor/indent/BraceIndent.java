package org.hookline.ui.editor.indent;

import org.eclipse.jface.text.BadLocationException;
import org.eclipse.jface.text.DocumentCommand;
import org.eclipse.jface.text.IAutoEditStrategy;
import org.eclipse.jface.text.IDocument;
import org.eclipse.jface.text.IRegion;
import org.eclipse.jface.text.TextUtilities;
import org.hookline.ui.prefs.Preferences;

/** A new line begins where its block does; a closing brace goes back to its block's first line. */
public final class BraceIndent implements IAutoEditStrategy {
  @Override
  public void customizeDocumentCommand(IDocument document, DocumentCommand command) {
    try {
      boolean newLine =
          command.length == 0
              && command.text != null
              && TextUtilities.equals(document.getLegalLineDelimiters(), command.text) >= 0;
      if (newLine) {
        newLine(document, command);
      } else if ("}".equals(command.text)) {
        closingBrace(document, command);
      }
    } catch (BadLocationException edited) {
      command.doit = true; // the key itself still does what it says
    }
  }

  private static void newLine(IDocument document, DocumentCommand command)
      throws BadLocationException {
    String before = lineUpTo(document, command.offset);
    String indent = indent(before);
    boolean opens = before.stripTrailing().endsWith("{");
    String line = command.text;
    command.text = line + indent + (opens ? level() : "");
    IRegion rest = document.getLineInformationOfOffset(command.offset);
    String after =
        document.get(command.offset, rest.getOffset() + rest.getLength() - command.offset);
    if (opens && after.strip().equals("}")) {
      command.caretOffset = command.offset + command.text.length();
      command.shiftsCaret = false;
      command.text = command.text + line + indent;
    }
  }

  private static void closingBrace(IDocument document, DocumentCommand command)
      throws BadLocationException {
    String before = lineUpTo(document, command.offset);
    if (before.isBlank() && before.length() >= level().length()) {
      int back = level().length();
      command.offset -= back;
      command.length += back;
    }
  }

  private static String lineUpTo(IDocument document, int offset) throws BadLocationException {
    int start = document.getLineInformationOfOffset(offset).getOffset();
    return document.get(start, offset - start);
  }

  private static String indent(String line) {
    return line.substring(0, line.length() - line.stripLeading().length());
  }

  private static String level() {
    return " ".repeat(Preferences.indentation());
  }
}
