package org.hookline.ui.launch;

import java.util.function.Supplier;
import org.eclipse.core.resources.IFile;
import org.eclipse.jface.text.BadLocationException;
import org.eclipse.ui.console.IHyperlink;
import org.eclipse.ui.console.IPatternMatchListener;
import org.eclipse.ui.console.PatternMatchEvent;
import org.eclipse.ui.console.TextConsole;
import org.hookline.ui.source.PlaceText;
import org.hookline.ui.source.SourcePlace;

/** Makes places in the output of a run links. */
final class PlaceLinks implements IPatternMatchListener {
  private final Supplier<IFile> root;
  private TextConsole console;

  /**
   * @param root the file that printed places are relative to
   */
  PlaceLinks(Supplier<IFile> root) {
    this.root = root;
  }

  @Override
  public void connect(TextConsole connected) {
    console = connected;
  }

  @Override
  public void disconnect() {
    console = null;
  }

  @Override
  public void matchFound(PatternMatchEvent event) {
    try {
      String text = console.getDocument().get(event.getOffset(), event.getLength());
      for (PlaceText.Found found : PlaceText.in(text)) {
        SourcePlace place = new SourcePlace(root.get(), found.origin());
        if (place.file().isPresent()) {
          console.addHyperlink(new Link(place), event.getOffset(), event.getLength());
        }
      }
    } catch (BadLocationException cleared) {
      // the next run has emptied the console
    }
  }

  private record Link(SourcePlace place) implements IHyperlink {
    @Override
    public void linkActivated() {
      place.show();
    }

    @Override
    public void linkEntered() {
      // the underline is enough
    }

    @Override
    public void linkExited() {
      // the underline is enough
    }
  }

  @Override
  public String getPattern() {
    return PlaceText.PATTERN;
  }

  @Override
  public int getCompilerFlags() {
    return 0;
  }

  @Override
  public String getLineQualifier() {
    return "\\.hkl:";
  }
}
