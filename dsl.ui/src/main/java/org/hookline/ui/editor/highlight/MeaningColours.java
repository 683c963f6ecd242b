package org.hookline.ui.editor.highlight;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.eclipse.jface.text.BadLocationException;
import org.eclipse.jface.text.BadPositionCategoryException;
import org.eclipse.jface.text.DefaultPositionUpdater;
import org.eclipse.jface.text.IDocument;
import org.eclipse.jface.text.IRegion;
import org.eclipse.jface.text.ITextPresentationListener;
import org.eclipse.jface.text.Position;
import org.eclipse.jface.text.Region;
import org.eclipse.jface.text.TextAttribute;
import org.eclipse.jface.text.TextPresentation;
import org.eclipse.jface.text.source.SourceViewer;
import org.eclipse.swt.custom.StyleRange;
import org.hookline.ui.bridge.OpenText;
import org.hookline.ui.bridge.SemanticWord;
import org.hookline.ui.editor.live.LiveFeature;
import org.hookline.ui.text.Places;
import org.hookline.ui.text.Screen;

/**
 * Colours by meaning, as the brain knows it, over the colours by letters. The words are kept as
 * positions of the document, so that they move with the text until the next answer.
 */
public final class MeaningColours implements LiveFeature, ITextPresentationListener {
  /** Beyond this many words a file keeps the colours by letters. */
  private static final int MOST_WORDS = 20_000;

  private final String category = "org.hookline.ui.meaning." + System.identityHashCode(this);
  private final SourceViewer viewer;

  public MeaningColours(SourceViewer viewer) {
    this.viewer = viewer;
    viewer.addTextPresentationListener(this);
  }

  private static final class Word extends Position {
    private final Style style;

    Word(int offset, int length, Style style) {
      super(offset, length);
      this.style = style;
    }
  }

  @Override
  public void follow(OpenText text) {
    int version = text.version();
    text.brain()
        .words(text)
        .thenAccept(
            words -> Screen.later(viewer.getTextWidget(), () -> showIfSame(words, text, version)));
  }

  private void showIfSame(List<SemanticWord> words, OpenText text, int version) {
    if (text.version() == version) {
      show(words);
    }
  }

  private void show(List<SemanticWord> words) {
    IDocument document = viewer.getDocument();
    if (document == null) {
      return;
    }
    try {
      if (document.containsPositionCategory(category)) {
        document.removePositionCategory(category);
      } else {
        document.addPositionUpdater(new DefaultPositionUpdater(category));
      }
      document.addPositionCategory(category);
      for (SemanticWord word : words.subList(0, Math.min(MOST_WORDS, words.size()))) {
        Optional<Style> style = Style.ofToken(word.kind());
        int offset = Places.offset(document, word.start());
        if (style.isPresent() && offset + word.length() <= document.getLength()) {
          document.addPosition(category, new Word(offset, word.length(), style.get()));
        }
      }
    } catch (BadLocationException | BadPositionCategoryException impossible) {
      throw new IllegalStateException("The text changed on the thread that shows it", impossible);
    }
    viewer.invalidateTextPresentation();
  }

  /** The name at a place; nothing where a word is a keyword, a number or a comment. */
  public Optional<IRegion> nameAt(int offset) {
    IDocument document = viewer.getDocument();
    if (document == null || !document.containsPositionCategory(category)) {
      return Optional.empty();
    }
    return words(document)
        .filter(word -> word.style.isName() && word.includes(offset))
        .<IRegion>map(word -> new Region(word.offset, word.length))
        .findFirst();
  }

  private Stream<Word> words(IDocument document) {
    try {
      return Stream.of(document.getPositions(category)).map(Word.class::cast);
    } catch (BadPositionCategoryException gone) {
      throw new IllegalStateException("The category was just there", gone);
    }
  }

  @Override
  public void applyTextPresentation(TextPresentation presentation) {
    IDocument document = viewer.getDocument();
    if (document == null || !document.containsPositionCategory(category)) {
      return;
    }
    IRegion extent = presentation.getExtent();
    words(document)
        .filter(word -> word.overlapsWith(extent.getOffset(), extent.getLength()))
        .filter(word -> !word.isDeleted())
        .forEach(word -> presentation.replaceStyleRange(range(word)));
  }

  private static StyleRange range(Word word) {
    TextAttribute look = word.style.attribute();
    return new StyleRange(
        word.offset, word.length, look.getForeground(), look.getBackground(), look.getStyle());
  }
}
