package org.hookline.ui.editor.hover;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.eclipse.jface.text.IInformationControlCreator;
import org.eclipse.jface.text.IRegion;
import org.eclipse.jface.text.ITextHover;
import org.eclipse.jface.text.ITextHoverExtension;
import org.eclipse.jface.text.ITextHoverExtension2;
import org.eclipse.jface.text.ITextViewer;
import org.eclipse.jface.text.Position;
import org.eclipse.jface.text.Region;
import org.eclipse.jface.text.source.Annotation;
import org.eclipse.jface.text.source.IAnnotationModel;
import org.eclipse.jface.text.source.ISourceViewer;
import org.eclipse.lsp4j.Hover;
import org.eclipse.lsp4j.HoverParams;
import org.eclipse.lsp4j.MarkupContent;
import org.eclipse.ui.texteditor.MarkerAnnotation;
import org.hookline.ui.bridge.OpenText;
import org.hookline.ui.editor.problem.ProblemAnnotation;
import org.hookline.ui.text.Patience;
import org.hookline.ui.text.Places;

/** What is wrong with a word, and what it means. Runs on the hover's own thread. */
public final class LanguageHover implements ITextHover, ITextHoverExtension, ITextHoverExtension2 {
  private final Supplier<Optional<OpenText>> text;

  public LanguageHover(Supplier<Optional<OpenText>> text) {
    this.text = text;
  }

  @Override
  public IRegion getHoverRegion(ITextViewer viewer, int offset) {
    return new Region(offset, 0);
  }

  @Override
  public Object getHoverInfo2(ITextViewer viewer, IRegion region) {
    List<String> said = new ArrayList<>(problems(viewer, region.getOffset()));
    text.get().flatMap(open -> meaning(open, region.getOffset())).ifPresent(said::add);
    return said.isEmpty() ? null : String.join("\n\n---\n\n", said);
  }

  @Override
  @Deprecated // the platform asks getHoverInfo2
  public String getHoverInfo(ITextViewer viewer, IRegion region) {
    return (String) getHoverInfo2(viewer, region);
  }

  @Override
  public IInformationControlCreator getHoverControlCreator() {
    return MarkdownPresenter.creator();
  }

  private static Optional<String> meaning(OpenText open, int offset) {
    HoverParams place =
        new HoverParams(open.identifier(), Places.position(open.document(), offset));
    return Patience.await(open.brain().ask(s -> s.hover(place)), Patience.ASIDE)
        .map(Hover::getContents)
        .filter(contents -> contents.isRight())
        .map(contents -> contents.getRight())
        .map(MarkupContent::getValue)
        .filter(value -> !value.isBlank());
  }

  private static List<String> problems(ITextViewer viewer, int offset) {
    List<String> texts = new ArrayList<>();
    IAnnotationModel model =
        viewer instanceof ISourceViewer source ? source.getAnnotationModel() : null;
    if (model != null) {
      for (Iterator<Annotation> all = model.getAnnotationIterator(); all.hasNext(); ) {
        Annotation annotation = all.next();
        Position position = model.getPosition(annotation);
        boolean problem =
            annotation instanceof ProblemAnnotation || annotation instanceof MarkerAnnotation;
        if (problem && position != null && position.includes(offset)) {
          String text = "**" + annotation.getText() + "**";
          if (!texts.contains(text)) {
            texts.add(text);
          }
        }
      }
    }
    return texts;
  }
}
