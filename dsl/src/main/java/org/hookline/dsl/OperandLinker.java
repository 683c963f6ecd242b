package org.hookline.dsl;

import org.eclipse.emf.ecore.EObject;
import org.eclipse.emf.ecore.EReference;
import org.eclipse.emf.ecore.EStructuralFeature;
import org.eclipse.xtext.linking.lazy.LazyLinker;
import org.eclipse.xtext.nodemodel.INode;
import org.eclipse.xtext.nodemodel.util.NodeModelUtils;

/**
 * Links operands, which are a name or the thing itself. The grammar has one terminal for words and
 * so cannot tell {@code saddr uplinks} from {@code saddr 10.0.0.0/8}: a word that cannot be a name
 * is kept as the operand's literal, any other becomes a reference.
 */
public class OperandLinker extends LazyLinker {
  private static final String LITERAL = "literal";

  @Override
  protected void createAndSetProxy(EObject operand, INode node, EReference reference) {
    EStructuralFeature literal = operand.eClass().getEStructuralFeature(LITERAL);
    if (literal == null) {
      super.createAndSetProxy(operand, node, reference);
      return;
    }
    String text = NodeModelUtils.getTokenText(node);
    if (isName(text)) {
      operand.eUnset(literal);
      super.createAndSetProxy(operand, node, reference);
    } else {
      operand.eSet(literal, text);
    }
  }

  /**
   * Whether a word can be the name of a set, service, mark or interface: it begins with a letter or
   * an underscore, has no colon and no slash (those are IPv6 addresses and prefixes) and does not
   * end in {@code +} (iptables' interface wildcard).
   */
  public static boolean isName(String word) {
    char first = word.charAt(0);
    return (Character.isLetter(first) || first == '_')
        && word.indexOf(':') < 0
        && word.indexOf('/') < 0
        && !word.endsWith("+");
  }
}
