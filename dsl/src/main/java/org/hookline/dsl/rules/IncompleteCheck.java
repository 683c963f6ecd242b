package org.hookline.dsl.rules;

import java.util.List;
import org.eclipse.xtext.EcoreUtil2;
import org.hookline.dsl.hookline.CheckDeclaration;
import org.hookline.dsl.hookline.CheckElement;
import org.hookline.dsl.hookline.CheckProperty;
import org.hookline.dsl.hookline.FlowDeclaration;

/** A check that says nothing: without flows, or without a property. */
final class IncompleteCheck implements TreeRule<CheckDeclaration> {
  static final String CODE = "incomplete-check";

  @Override
  public Class<CheckDeclaration> type() {
    return CheckDeclaration.class;
  }

  @Override
  public List<String> codes() {
    return List.of(CODE);
  }

  @Override
  public void check(CheckDeclaration check, Findings findings) {
    List<CheckElement> elements = check.getElements();
    if (EcoreUtil2.typeSelect(elements, FlowDeclaration.class).isEmpty()) {
      findings
          .at(check)
          .error(CODE, "this check is about no packets", "from internet to SET SERVICE");
    }
    if (EcoreUtil2.typeSelect(elements, CheckProperty.class).isEmpty()) {
      findings
          .at(check)
          .error(
              CODE,
              "this check demands nothing",
              "a property such as replied, or delivered to HOST");
    }
  }
}
