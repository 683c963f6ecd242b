package org.hookline.dsl.rules;

import java.util.List;
import org.eclipse.emf.ecore.EObject;

/**
 * One validation of the syntax tree. It sees one element at a time, of a text that may be half
 * written.
 *
 * @param <T> the elements that it looks at
 */
public interface TreeRule<T extends EObject> {

  Class<T> type();

  /** The codes that it reports; each has a help page. */
  List<String> codes();

  void check(T element, Findings findings);
}
