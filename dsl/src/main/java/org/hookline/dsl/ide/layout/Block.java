package org.hookline.dsl.ide.layout;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.eclipse.emf.ecore.EObject;
import org.eclipse.xtext.nodemodel.ICompositeNode;
import org.eclipse.xtext.nodemodel.ILeafNode;
import org.eclipse.xtext.nodemodel.util.NodeModelUtils;
import org.eclipse.xtext.resource.XtextResource;
import org.hookline.dsl.ide.text.Edit;
import org.hookline.dsl.ide.text.FileEdits;
import org.hookline.dsl.ide.text.TextLines;
import org.hookline.dsl.ide.text.TextSpan;

/** The braces of an element, for putting more lines between them. */
public final class Block {
  private static final String STEP = "  ";

  private final XtextResource file;
  private final TextLines lines;
  private final TextSpan owner;
  private final int close;

  private Block(XtextResource file, TextSpan owner, int close) {
    this.file = file;
    this.lines = new TextLines(file.getParseResult().getRootNode().getText());
    this.owner = owner;
    this.close = close;
  }

  /** Empty when the element has no braces, as in a text that is being written. */
  public static Optional<Block> of(EObject element) {
    ICompositeNode node = NodeModelUtils.findActualNodeFor(element);
    if (node == null) {
      return Optional.empty();
    }
    ILeafNode last = null;
    for (ILeafNode leaf : node.getLeafNodes()) {
      last = leaf.isHidden() ? last : leaf;
    }
    return last == null || !last.getText().equals("}")
        ? Optional.empty()
        : Optional.of(
            new Block((XtextResource) element.eResource(), TextSpan.of(node), last.getOffset()));
  }

  /** More lines before the closing brace, indented as the block is. */
  public FileEdits append(List<String> more) {
    boolean oneLine = lines.line(owner.offset()) == lines.line(close);
    if (oneLine && more.size() == 1) {
      return edit(afterWord(close), " " + more.get(0) + (blankBefore(close) ? "" : " "));
    }
    String indent = lines.indentation(owner.offset());
    String text = indented(more, indent + STEP);
    return oneLine
        ? edit(afterWord(close), "\n" + text + indent)
        : edit(lines.start(lines.line(close)), text);
  }

  /** More lines behind an element of the block, indented as it is. */
  public static FileEdits after(EObject sibling, List<String> more) {
    XtextResource file = (XtextResource) sibling.eResource();
    TextLines lines = new TextLines(file.getParseResult().getRootNode().getText());
    TextSpan span = TextSpan.of(NodeModelUtils.findActualNodeFor(sibling));
    String indent = lines.indentation(span.offset());
    String text = indented(more, indent).stripTrailing();
    return FileEdits.of(file.getURI(), Edit.insert(span.end(), "\n" + text));
  }

  private static String indented(List<String> more, String indent) {
    return more.stream()
        .map(line -> line.isEmpty() ? "\n" : indent + line + "\n")
        .collect(Collectors.joining());
  }

  /** Behind the last word before an offset. */
  private int afterWord(int offset) {
    int end = offset;
    while (end > 0 && Character.isWhitespace(lines.text().charAt(end - 1))) {
      end--;
    }
    return end;
  }

  private boolean blankBefore(int offset) {
    return afterWord(offset) < offset;
  }

  private FileEdits edit(int offset, String text) {
    return FileEdits.of(file.getURI(), Edit.insert(offset, text));
  }
}
