package org.hookline.dsl.ide.layout;

import org.eclipse.emf.ecore.EObject;
import org.eclipse.xtext.EcoreUtil2;
import org.eclipse.xtext.nodemodel.ICompositeNode;
import org.eclipse.xtext.nodemodel.ILeafNode;
import org.eclipse.xtext.nodemodel.INode;
import org.eclipse.xtext.nodemodel.util.NodeModelUtils;
import org.eclipse.xtext.resource.XtextResource;
import org.hookline.dsl.hookline.Declaration;
import org.hookline.dsl.hookline.NetworkFile;
import org.hookline.dsl.ide.text.Edit;
import org.hookline.dsl.ide.text.FileEdits;
import org.hookline.dsl.ide.text.TextLines;

/** New declarations between the others of a file. */
public final class TopLevel {
  private TopLevel() {}

  /**
   * In front of the declaration that an element stands in, and of the comment that belongs to it.
   */
  public static FileEdits before(EObject element, String declaration) {
    Declaration sibling = EcoreUtil2.getContainerOfType(element, Declaration.class);
    XtextResource file = (XtextResource) element.eResource();
    int offset = sibling == null ? 0 : startWithComment(sibling, file);
    return FileEdits.of(file.getURI(), Edit.insert(offset, declaration + "\n\n"));
  }

  /** Behind the imports of a file. */
  public static FileEdits behindImports(XtextResource file, String declaration) {
    NetworkFile network = (NetworkFile) file.getContents().get(0);
    int count = network.getImports().size();
    if (count == 0) {
      return FileEdits.of(file.getURI(), Edit.insert(0, declaration + "\n\n"));
    }
    INode last = NodeModelUtils.findActualNodeFor(network.getImports().get(count - 1));
    return FileEdits.of(file.getURI(), Edit.insert(last.getEndOffset(), "\n\n" + declaration));
  }

  /** A comment that ends on the line above, or directly before, belongs to the declaration. */
  private static int startWithComment(Declaration declaration, XtextResource file) {
    TextLines lines = new TextLines(file.getParseResult().getRootNode().getText());
    ICompositeNode node = NodeModelUtils.findActualNodeFor(declaration);
    int start = node.getTextRegion().getOffset();
    for (ILeafNode leaf : node.getLeafNodes()) {
      boolean comment = leaf.isHidden() && leaf.getText().startsWith("/");
      boolean before = leaf.getOffset() < node.getTextRegion().getOffset();
      int last = leaf.getOffset() + leaf.getText().stripTrailing().length();
      if (comment
          && before
          && lines.line(last) >= lines.line(node.getTextRegion().getOffset()) - 1) {
        return leaf.getOffset();
      }
    }
    return start;
  }
}
