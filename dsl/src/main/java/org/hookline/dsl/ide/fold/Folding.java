package org.hookline.dsl.ide.fold;

import java.util.Comparator;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import org.eclipse.xtext.ide.editor.folding.FoldingRange;
import org.eclipse.xtext.ide.editor.folding.FoldingRangeKind;
import org.eclipse.xtext.ide.editor.folding.IFoldingRangeProvider;
import org.eclipse.xtext.nodemodel.ICompositeNode;
import org.eclipse.xtext.nodemodel.ILeafNode;
import org.eclipse.xtext.nodemodel.INode;
import org.eclipse.xtext.nodemodel.util.NodeModelUtils;
import org.eclipse.xtext.resource.XtextResource;
import org.eclipse.xtext.util.CancelIndicator;
import org.hookline.dsl.hookline.Import;
import org.hookline.dsl.hookline.NetworkFile;
import org.hookline.dsl.ide.text.TextLines;

/** What can be folded away, if it has several lines: blocks in braces, comments, imports. */
public class Folding implements IFoldingRangeProvider {

  @Override
  public SortedSet<FoldingRange> getFoldingRanges(XtextResource file, CancelIndicator cancel) {
    SortedSet<FoldingRange> ranges =
        new TreeSet<>(
            Comparator.comparingInt(FoldingRange::getOffset)
                .thenComparingInt(FoldingRange::getLength));
    if (file.getParseResult() == null) {
      return ranges;
    }
    ICompositeNode root = file.getParseResult().getRootNode();
    TextLines lines = new TextLines(root.getText());
    for (ILeafNode leaf : root.getLeafNodes()) {
      if (leaf.isHidden() && leaf.getText().startsWith("/*")) {
        add(ranges, lines, leaf.getOffset(), leaf.getEndOffset(), FoldingRangeKind.COMMENT);
      } else if (leaf.getText().equals("}")) {
        block(leaf, lines, ranges);
      }
    }
    if (file.getParseResult().getRootASTElement() instanceof NetworkFile network) {
      imports(network.getImports(), lines, ranges);
    }
    return ranges;
  }

  /** From the first word of the element to the end of the line above its closing brace. */
  private static void block(ILeafNode brace, TextLines lines, SortedSet<FoldingRange> ranges) {
    int start = brace.getParent().getTextRegion().getOffset();
    int above = lines.start(lines.line(brace.getOffset())) - 1;
    add(ranges, lines, start, above, FoldingRangeKind.REGION);
  }

  private static void imports(
      List<Import> imports, TextLines lines, SortedSet<FoldingRange> ranges) {
    List<INode> nodes =
        imports.stream().map(NodeModelUtils::getNode).map(INode.class::cast).toList();
    if (!nodes.isEmpty()) {
      int start = nodes.get(0).getTextRegion().getOffset();
      INode last = nodes.get(nodes.size() - 1);
      int end = last.getTextRegion().getOffset() + last.getTextRegion().getLength();
      add(ranges, lines, start, end, FoldingRangeKind.IMPORTS);
    }
  }

  private static void add(
      SortedSet<FoldingRange> ranges, TextLines lines, int start, int end, FoldingRangeKind kind) {
    if (end > start && lines.line(start) < lines.line(end)) {
      ranges.add(new FoldingRange(start, end - start, kind));
    }
  }
}
