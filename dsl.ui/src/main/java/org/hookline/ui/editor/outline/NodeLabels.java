package org.hookline.ui.editor.outline;

import org.eclipse.jface.viewers.DelegatingStyledCellLabelProvider.IStyledLabelProvider;
import org.eclipse.jface.viewers.LabelProvider;
import org.eclipse.jface.viewers.StyledString;
import org.eclipse.swt.graphics.Image;
import org.hookline.ui.Icon;

/** Names with their details in small print. */
final class NodeLabels extends LabelProvider implements IStyledLabelProvider {
  @Override
  public StyledString getStyledText(Object element) {
    Node node = (Node) element;
    StyledString text = new StyledString(node.name());
    if (!node.detail().isEmpty()) {
      text.append("  " + node.detail(), StyledString.DECORATIONS_STYLER);
    }
    return text;
  }

  @Override
  public Image getImage(Object element) {
    Icon icon =
        switch (((Node) element).symbol().getKind()) {
          case Namespace -> Icon.TOPOLOGY;
          case Class -> Icon.HOST;
          case Interface -> Icon.INTERFACE;
          case Array, Module, Struct -> Icon.TABLE;
          case Constant -> Icon.NAME;
          case Function -> Icon.RULE;
          case Event -> Icon.CHECK;
          case Method -> Icon.SIMULATION;
          default -> Icon.ELEMENT;
        };
    return icon.image();
  }
}
