package org.hookline.ui.editor.navigate;

import java.util.Optional;
import java.util.function.Supplier;
import org.eclipse.jface.text.IRegion;
import org.eclipse.jface.text.ITextViewer;
import org.eclipse.jface.text.hyperlink.IHyperlink;
import org.eclipse.jface.text.hyperlink.IHyperlinkDetector;
import org.hookline.ui.bridge.OpenText;
import org.hookline.ui.editor.highlight.MeaningColours;

/** With Ctrl held, names are links to their declarations. The brain is asked on the click only. */
public final class NameLinks implements IHyperlinkDetector {
  private final Supplier<Optional<OpenText>> text;
  private final Supplier<Optional<MeaningColours>> words;

  /**
   * @param words knows which words are names
   */
  public NameLinks(Supplier<Optional<OpenText>> text, Supplier<Optional<MeaningColours>> words) {
    this.text = text;
    this.words = words;
  }

  @Override
  public IHyperlink[] detectHyperlinks(ITextViewer viewer, IRegion region, boolean several) {
    Optional<IRegion> word = words.get().flatMap(known -> known.nameAt(region.getOffset()));
    return text.get().isPresent() && word.isPresent()
        ? new IHyperlink[] {new NameLink(text.get().get(), word.get())}
        : null;
  }

  private record NameLink(OpenText text, IRegion word) implements IHyperlink {
    @Override
    public IRegion getHyperlinkRegion() {
      return word;
    }

    @Override
    public String getTypeLabel() {
      return null;
    }

    @Override
    public String getHyperlinkText() {
      return "Open declaration";
    }

    @Override
    public void open() {
      Definition.open(text, word.getOffset());
    }
  }
}
