package org.hookline.ui.view.results;

import java.util.ArrayList;
import java.util.List;
import org.eclipse.jface.resource.JFaceColors;
import org.eclipse.jface.resource.JFaceResources;
import org.eclipse.swt.SWT;
import org.eclipse.swt.custom.StyleRange;
import org.eclipse.swt.custom.StyledText;
import org.eclipse.swt.events.MouseEvent;
import org.eclipse.swt.events.MouseListener;
import org.eclipse.swt.graphics.Point;
import org.eclipse.swt.widgets.Composite;
import org.hookline.ui.run.RunItem;
import org.hookline.ui.source.PlaceText;
import org.hookline.ui.source.SourcePlace;

/** What there is to say about a result; places in files are links. */
final class StoryText {
  private final StyledText widget;
  private List<Link> links = List.of();

  private record Link(int start, int end, SourcePlace place) {}

  StoryText(Composite parent) {
    widget = new StyledText(parent, SWT.READ_ONLY | SWT.H_SCROLL | SWT.V_SCROLL);
    widget.setFont(JFaceResources.getTextFont());
    widget.setMargins(6, 4, 6, 4);
    widget.addMouseListener(MouseListener.mouseUpAdapter(this::clicked));
  }

  String text() {
    return widget.getText();
  }

  void clear() {
    links = List.of();
    widget.setText("");
  }

  void show(RunItem item) {
    String text = String.join("\n", item.story());
    widget.setText(text);
    List<Link> found = new ArrayList<>();
    for (PlaceText.Found place : PlaceText.in(text)) {
      SourcePlace source = new SourcePlace(item.place().root(), place.origin());
      if (source.file().isPresent()) {
        found.add(new Link(place.start(), place.end(), source));
        StyleRange style = new StyleRange();
        style.start = place.start();
        style.length = place.end() - place.start();
        style.foreground = JFaceColors.getHyperlinkText(widget.getDisplay());
        style.underline = true;
        style.underlineStyle = SWT.UNDERLINE_LINK;
        widget.setStyleRange(style);
      }
    }
    links = List.copyOf(found);
  }

  private void clicked(MouseEvent event) {
    int offset = widget.getOffsetAtPoint(new Point(event.x, event.y));
    links.stream()
        .filter(link -> link.start() <= offset && offset < link.end())
        .findFirst()
        .ifPresent(link -> link.place().show());
  }
}
