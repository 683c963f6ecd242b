package org.hookline.ui.editor.outline;

import org.eclipse.jface.viewers.ITreeContentProvider;

/** The tree of an outline. */
final class NodeTree implements ITreeContentProvider {
  @Override
  public Object[] getElements(Object outline) {
    return ((Outline) outline).nodes().toArray();
  }

  @Override
  public Object[] getChildren(Object node) {
    return ((Node) node).children().toArray();
  }

  @Override
  public Object getParent(Object node) {
    return ((Node) node).parent().orElse(null);
  }

  @Override
  public boolean hasChildren(Object node) {
    return !((Node) node).children().isEmpty();
  }
}
