package org.hookline.dsl.rules;

import java.util.List;
import org.eclipse.emf.ecore.EObject;
import org.hookline.dsl.hookline.ExtensionMatch;
import org.hookline.dsl.hookline.ExtensionTarget;
import org.hookline.dsl.hookline.UnreadTarget;
import org.hookline.dsl.hookline.util.HooklineSwitch;
import org.hookline.importer.ExtensionText;

/** A match or target in iptables' words that is empty, or reaches beyond its end. */
final class ExtensionShape implements TreeRule<EObject> {
  private static final String CODE = "bad-extension";

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
    new HooklineSwitch<Boolean>() {
      @Override
      public Boolean caseExtensionMatch(ExtensionMatch match) {
        return named(match, match.getText(), "a module such as \"recent --set\"");
      }

      @Override
      public Boolean caseExtensionTarget(ExtensionTarget target) {
        return named(target, target.getText(), "a target such as \"TCPMSS --set-mss 1400\"");
      }

      @Override
      public Boolean caseUnreadTarget(UnreadTarget target) {
        return oneLine(target, target.getText(), "what stands behind -A CHAIN");
      }

      private boolean named(EObject at, String text, String right) {
        if (text == null || !oneLine(at, text, right)) {
          return true;
        }
        if (!text.matches("[A-Za-z0-9_].*")) {
          findings.at(at).error(CODE, "this names nothing", right);
          return true;
        }
        ExtensionText.misplaced(text)
            .ifPresent(
                option ->
                    findings
                        .at(at)
                        .error(CODE, option + " begins another part of the rule", right));
        return true;
      }

      private boolean oneLine(EObject at, String text, String right) {
        boolean plain = text != null && text.chars().noneMatch(Character::isISOControl);
        if (text != null && !plain) {
          findings.at(at).error(CODE, "a rule is one line of plain characters", right);
        }
        return plain;
      }
    }.doSwitch(element);
  }
}
