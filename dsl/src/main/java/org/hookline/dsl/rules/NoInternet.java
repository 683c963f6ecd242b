package org.hookline.dsl.rules;

import com.google.inject.Inject;
import java.util.List;
import org.eclipse.emf.ecore.EObject;
import org.hookline.dsl.hookline.FromInternet;
import org.hookline.dsl.hookline.InternetDeclaration;
import org.hookline.dsl.scoping.VisibleFiles;

/** The internet is spoken of, but the network is not connected to it. */
final class NoInternet implements TreeRule<EObject> {
  static final String CODE = "no-internet";

  private final VisibleFiles files;

  @Inject
  NoInternet(VisibleFiles files) {
    this.files = files;
  }

  @Override
  public Class<EObject> type() {
    return EObject.class;
  }

  @Override
  public List<String> codes() {
    return List.of(CODE);
  }

  @Override
  public void check(EObject element, Findings findings) {
    if (element instanceof FromInternet
        && files.declarations(element, InternetDeclaration.class).isEmpty()) {
      findings
          .at(element)
          .error(
              CODE,
              "this network has no internet",
              "internet { on SEGMENT gateway ADDRESS { … } }");
    }
  }
}
