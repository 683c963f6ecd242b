package org.hookline.dsl.rules;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.eclipse.xtext.EcoreUtil2;
import org.hookline.dsl.hookline.PortItem;
import org.hookline.dsl.hookline.ServiceDeclaration;

/** A service that is made of itself. */
final class CyclicService implements TreeRule<ServiceDeclaration> {
  static final String CODE = "cyclic-service";

  @Override
  public Class<ServiceDeclaration> type() {
    return ServiceDeclaration.class;
  }

  @Override
  public List<String> codes() {
    return List.of(CODE);
  }

  @Override
  public void check(ServiceDeclaration service, Findings findings) {
    if (contains(service, service, new HashSet<>())) {
      findings
          .at(service)
          .error(CODE, "this service is made of itself", "ports, or other services");
    }
  }

  private static boolean contains(
      ServiceDeclaration service, ServiceDeclaration wanted, Set<ServiceDeclaration> seen) {
    for (PortItem item : EcoreUtil2.getAllContentsOfType(service, PortItem.class)) {
      ServiceDeclaration inner = item.getService();
      if (inner != null && !inner.eIsProxy() && seen.add(inner)) {
        if (inner == wanted || contains(inner, wanted, seen)) {
          return true;
        }
      }
    }
    return false;
  }
}
