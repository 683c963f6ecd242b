package org.hookline.dsl.rules;

import java.util.List;
import org.hookline.dsl.hookline.CheckProperty;
import org.hookline.dsl.hookline.HooklinePackage;
import org.hookline.dsl.hookline.InternetDeclaration;
import org.hookline.dsl.hookline.RefusedBy;

/** A property that only hosts can have, demanded of the internet. */
final class NodeExpected implements TreeRule<CheckProperty> {
  static final String CODE = "host-expected";
  private static final HooklinePackage HKL = HooklinePackage.eINSTANCE;

  @Override
  public Class<CheckProperty> type() {
    return CheckProperty.class;
  }

  @Override
  public List<String> codes() {
    return List.of(CODE);
  }

  @Override
  public void check(CheckProperty property, Findings findings) {
    if (property instanceof RefusedBy refused && refused.getNode() instanceof InternetDeclaration) {
      findings
          .at(property, HKL.getRefusedBy_Node())
          .error(CODE, "the internet answers every connection", "the name of a host");
    }
  }
}
