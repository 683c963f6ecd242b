package org.hookline.ui.editor.hover;

import java.util.stream.Stream;
import org.eclipse.jface.action.ToolBarManager;
import org.eclipse.jface.resource.JFaceResources;
import org.eclipse.jface.text.DefaultInformationControl;
import org.eclipse.jface.text.IInformationControlCreator;
import org.eclipse.jface.text.TextPresentation;
import org.eclipse.swt.SWT;
import org.eclipse.swt.custom.StyleRange;
import org.eclipse.swt.custom.StyledText;
import org.eclipse.swt.graphics.Drawable;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Display;
import org.eclipse.swt.widgets.Shell;
import org.hookline.ui.text.Markdown;

/** Shows Markdown in a tool tip; there is no browser in the workbench. */
public final class MarkdownPresenter
    implements DefaultInformationControl.IInformationPresenter,
        DefaultInformationControl.IInformationPresenterExtension {

  /** Makes tool tips for Markdown. */
  public static IInformationControlCreator creator() {
    return ToolTip::new;
  }

  /** Breaks lines, and scrolls what is longer. */
  private static final class ToolTip extends DefaultInformationControl {
    ToolTip(Shell parent) {
      super(parent, (ToolBarManager) null, new MarkdownPresenter());
    }

    @Override
    protected void createContent(Composite parent) {
      super.createContent(parent);
      Stream.of(parent.getChildren())
          .filter(StyledText.class::isInstance)
          .forEach(text -> ((StyledText) text).setWordWrap(true));
    }
  }

  @Override
  public String updatePresentation(
      Display display, String markdown, TextPresentation presentation, int width, int height) {
    return updatePresentation((Drawable) display, markdown, presentation, width, height);
  }

  @Override
  public String updatePresentation(
      Drawable drawable, String markdown, TextPresentation presentation, int width, int height) {
    Markdown read = Markdown.of(markdown);
    String text = read.text();
    for (Markdown.Part part : read.parts()) {
      if (part.start() + part.length() <= text.length()) {
        presentation.addStyleRange(style(part));
      }
    }
    return text;
  }

  /** Shows Markdown in a widget of its own. */
  public static void show(String markdown, StyledText widget) {
    Markdown read = Markdown.of(markdown);
    widget.setText(read.text());
    for (Markdown.Part part : read.parts()) {
      if (part.start() + part.length() <= read.text().length()) {
        widget.setStyleRange(style(part));
      }
    }
  }

  private static StyleRange style(Markdown.Part part) {
    StyleRange style = new StyleRange();
    style.start = part.start();
    style.length = part.length();
    if (part.look() == Markdown.Look.BOLD) {
      style.fontStyle = SWT.BOLD;
    } else {
      style.font = JFaceResources.getTextFont();
    }
    return style;
  }
}
