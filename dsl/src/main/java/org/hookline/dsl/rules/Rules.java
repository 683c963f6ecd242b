package org.hookline.dsl.rules;

import com.google.inject.Inject;
import com.google.inject.Injector;
import java.util.List;
import java.util.stream.Stream;
import org.eclipse.emf.ecore.EObject;

/** All validations; adding one is a file and a line here. */
public final class Rules {
  private static final List<Class<? extends TreeRule<?>>> ON_THE_TREE =
      List.of(MalformedWord.class, MissingImport.class);

  private final List<? extends TreeRule<?>> rules;

  @Inject
  public Rules(Injector injector) {
    this.rules = ON_THE_TREE.stream().map(injector::getInstance).toList();
  }

  /** The codes that rules report, sorted. */
  public List<String> codes() {
    return rules.stream().flatMap(rule -> rule.codes().stream()).distinct().sorted().toList();
  }

  /** Checks an element and everything in it. */
  public void check(EObject root, Findings findings) {
    Stream.Builder<EObject> all = Stream.builder();
    all.add(root);
    root.eAllContents().forEachRemaining(all);
    all.build().forEach(element -> rules.forEach(rule -> check(rule, element, findings)));
  }

  private static <T extends EObject> void check(
      TreeRule<T> rule, EObject element, Findings findings) {
    if (rule.type().isInstance(element)) {
      rule.check(rule.type().cast(element), findings);
    }
  }
}
