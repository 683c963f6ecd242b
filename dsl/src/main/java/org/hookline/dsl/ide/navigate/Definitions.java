package org.hookline.dsl.ide.navigate;

import com.google.inject.Inject;
import java.util.List;
import org.eclipse.emf.common.util.URI;
import org.eclipse.emf.ecore.EObject;
import org.eclipse.xtext.EcoreUtil2;
import org.eclipse.xtext.nodemodel.ILeafNode;
import org.eclipse.xtext.nodemodel.util.NodeModelUtils;
import org.eclipse.xtext.resource.XtextResource;
import org.hookline.dsl.hookline.Import;
import org.hookline.dsl.hookline.NetworkFile;
import org.hookline.dsl.ide.name.Mention;
import org.hookline.dsl.ide.name.Mentions;
import org.hookline.dsl.ide.text.TextSpan;
import org.hookline.dsl.scoping.VisibleFiles;

/** Where a name is declared, and which file an import names. */
public final class Definitions {
  private final Mentions mentions;
  private final VisibleFiles files;

  @Inject
  public Definitions(Mentions mentions, VisibleFiles files) {
    this.mentions = mentions;
    this.files = files;
  }

  /** A place to go to. */
  public record Target(URI file, TextSpan span) {}

  /**
   * All declarations of the name at a cursor: several for a chain of several blocks, none for what
   * the kernel brings with it.
   */
  public List<Target> of(XtextResource file, int cursor) {
    EObject root = file.getContents().get(0);
    List<Target> declared =
        mentions
            .at(file, cursor)
            .map(
                mention ->
                    files.of(root).stream()
                        .flatMap(each -> mentions.in((XtextResource) each.eResource()).stream())
                        .filter(Mention::declares)
                        .filter(each -> each.named().equals(mention.named()))
                        .map(each -> new Target(each.file(), each.span()))
                        .toList())
            .orElse(List.of());
    return declared.isEmpty() ? imported(file, cursor) : declared;
  }

  private List<Target> imported(XtextResource file, int cursor) {
    ILeafNode leaf =
        NodeModelUtils.findLeafNodeAtOffset(file.getParseResult().getRootNode(), cursor);
    Import each =
        leaf == null || leaf.isHidden()
            ? null
            : EcoreUtil2.getContainerOfType(leaf.getSemanticElement(), Import.class);
    return each == null
        ? List.of()
        : files.imported(each).map(Definitions::start).map(List::of).orElse(List.of());
  }

  private static Target start(NetworkFile imported) {
    return new Target(imported.eResource().getURI(), TextSpan.at(0));
  }
}
