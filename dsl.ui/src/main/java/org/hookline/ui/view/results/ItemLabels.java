package org.hookline.ui.view.results;

import org.eclipse.jface.viewers.DelegatingStyledCellLabelProvider.IStyledLabelProvider;
import org.eclipse.jface.viewers.LabelProvider;
import org.eclipse.jface.viewers.StyledString;
import org.eclipse.swt.graphics.Image;
import org.hookline.ui.Icon;
import org.hookline.ui.run.RunItem;

/** A line of the results: its state as a picture, its name, its verdict in small print. */
final class ItemLabels extends LabelProvider implements IStyledLabelProvider {
  @Override
  public StyledString getStyledText(Object element) {
    RunItem item = (RunItem) element;
    StyledString text = new StyledString(item.text());
    if (!item.detail().isEmpty()) {
      text.append("  " + item.detail(), StyledString.QUALIFIER_STYLER);
    }
    return text;
  }

  @Override
  public Image getImage(Object element) {
    Icon icon =
        switch (((RunItem) element).state()) {
          case GOOD -> Icon.GOOD;
          case WAITING -> Icon.WAITING;
          case RUNNING -> Icon.RUNNING;
          case STOPPED -> Icon.STOPPED;
          case OPEN -> Icon.OPEN;
          case BAD -> Icon.BAD;
          case FAILED -> Icon.FAILED;
        };
    return icon.image();
  }
}
