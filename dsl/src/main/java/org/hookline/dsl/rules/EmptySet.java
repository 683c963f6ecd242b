package org.hookline.dsl.rules;

import java.util.List;
import org.hookline.dsl.hookline.AddressItem;
import org.hookline.dsl.hookline.AddressSetDeclaration;

/** A match against a set without addresses, which never holds. */
final class EmptySet implements TreeRule<AddressItem> {
  static final String CODE = "empty-set";

  @Override
  public Class<AddressItem> type() {
    return AddressItem.class;
  }

  @Override
  public List<String> codes() {
    return List.of(CODE);
  }

  @Override
  public void check(AddressItem item, Findings findings) {
    AddressSetDeclaration set = item.getSet();
    if (set != null && !set.eIsProxy() && set.getItems().isEmpty()) {
      findings
          .at(item)
          .error(
              CODE,
              "set '" + set.getName() + "' is empty, so nothing can match it",
              "at least one address in the set");
    }
  }
}
