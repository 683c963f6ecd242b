package org.hookline.ui.editor.outline;

import org.eclipse.jface.action.MenuManager;
import org.eclipse.jface.action.Separator;
import org.eclipse.jface.text.IDocument;
import org.eclipse.jface.text.IRegion;
import org.eclipse.jface.viewers.DelegatingStyledCellLabelProvider;
import org.eclipse.jface.viewers.SelectionChangedEvent;
import org.eclipse.jface.viewers.StructuredSelection;
import org.eclipse.jface.viewers.TreeViewer;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.ui.IWorkbenchActionConstants;
import org.eclipse.ui.texteditor.ITextEditor;
import org.eclipse.ui.views.contentoutline.ContentOutlinePage;
import org.hookline.ui.text.Places;

/** Shows the outline of an editor's text; a click shows the place. */
public final class OutlinePage extends ContentOutlinePage {
  /** Its context menu, for others to add to. */
  public static final String MENU = "org.hookline.ui.outline";

  private static final int LEVELS_OPEN = 2;

  private final ITextEditor editor;
  private final Outline outline;
  private final Runnable changed = this::refresh;
  private boolean filled;

  public OutlinePage(ITextEditor editor, Outline outline) {
    this.editor = editor;
    this.outline = outline;
  }

  @Override
  public void createControl(Composite parent) {
    super.createControl(parent);
    TreeViewer tree = getTreeViewer();
    tree.setContentProvider(new NodeTree());
    tree.setLabelProvider(new DelegatingStyledCellLabelProvider(new NodeLabels()));
    tree.setUseHashlookup(true);
    tree.setInput(outline);
    MenuManager menu = new MenuManager();
    menu.add(new Separator(IWorkbenchActionConstants.MB_ADDITIONS));
    tree.getControl().setMenu(menu.createContextMenu(tree.getControl()));
    getSite().registerContextMenu(MENU, menu, tree);
    outline.addView(changed);
    tree.getControl().addDisposeListener(event -> outline.removeView(changed));
    refresh();
  }

  private void refresh() {
    getTreeViewer().refresh();
    if (!filled && !outline.nodes().isEmpty()) {
      filled = true;
      getTreeViewer().expandToLevel(LEVELS_OPEN);
    }
  }

  @Override
  public void selectionChanged(SelectionChangedEvent event) {
    super.selectionChanged(event);
    boolean byUser = getControl() != null && getControl().isFocusControl();
    if (byUser && event.getStructuredSelection().getFirstElement() instanceof Node node) {
      IRegion name = Places.region(document(), node.nameRange());
      editor.selectAndReveal(name.getOffset(), name.getLength());
    }
  }

  /** Selects the element that the cursor is in, unless the user is busy in the tree. */
  public void select(int offset) {
    if (getControl() != null && !getControl().isDisposed() && !getControl().isFocusControl()) {
      outline
          .at(Places.position(document(), offset))
          .ifPresent(node -> getTreeViewer().setSelection(new StructuredSelection(node), true));
    }
  }

  private IDocument document() {
    return editor.getDocumentProvider().getDocument(editor.getEditorInput());
  }
}
