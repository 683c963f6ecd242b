package org.hookline.dsl.rules;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.hookline.dsl.hookline.AddressItem;
import org.hookline.dsl.hookline.AddressSetDeclaration;

/** A set that contains itself. */
final class CyclicSet implements TreeRule<AddressSetDeclaration> {
  static final String CODE = "cyclic-set";

  @Override
  public Class<AddressSetDeclaration> type() {
    return AddressSetDeclaration.class;
  }

  @Override
  public List<String> codes() {
    return List.of(CODE);
  }

  @Override
  public void check(AddressSetDeclaration set, Findings findings) {
    if (contains(set, set, new HashSet<>())) {
      findings.at(set).error(CODE, "this set contains itself", "sets that contain only other sets");
    }
  }

  private static boolean contains(
      AddressSetDeclaration set, AddressSetDeclaration wanted, Set<AddressSetDeclaration> seen) {
    for (AddressItem item : set.getItems()) {
      AddressSetDeclaration inner = item.getSet();
      if (inner != null && !inner.eIsProxy() && seen.add(inner)) {
        if (inner == wanted || contains(inner, wanted, seen)) {
          return true;
        }
      }
    }
    return false;
  }
}
