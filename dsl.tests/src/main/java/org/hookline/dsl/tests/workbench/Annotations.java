package org.hookline.dsl.tests.workbench;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import org.eclipse.jface.text.source.Annotation;
import org.eclipse.ui.texteditor.ITextEditor;
import org.hookline.ui.editor.problem.ProblemAnnotation;

/** What an editor underlines. */
final class Annotations {
  /** The type of what is marked as an error. */
  static final String ERROR = "org.eclipse.ui.workbench.texteditor.error";

  private Annotations() {}

  /** The texts of the problems that are shown before the file is saved. */
  static List<String> texts(ITextEditor editor) {
    List<String> texts = new ArrayList<>();
    Iterator<Annotation> all =
        editor
            .getDocumentProvider()
            .getAnnotationModel(editor.getEditorInput())
            .getAnnotationIterator();
    while (all.hasNext()) {
      if (all.next() instanceof ProblemAnnotation problem && !problem.isMarkedDeleted()) {
        texts.add(problem.getText());
      }
    }
    return texts;
  }

  /** How many annotations of a type there are. */
  static long ofType(ITextEditor editor, String type) {
    long count = 0;
    Iterator<Annotation> all =
        editor
            .getDocumentProvider()
            .getAnnotationModel(editor.getEditorInput())
            .getAnnotationIterator();
    while (all.hasNext()) {
      if (all.next().getType().equals(type)) {
        count++;
      }
    }
    return count;
  }
}
