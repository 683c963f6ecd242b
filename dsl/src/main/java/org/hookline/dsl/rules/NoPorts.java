package org.hookline.dsl.rules;

import java.util.List;
import java.util.Optional;
import org.eclipse.emf.ecore.EObject;
import org.hookline.addr.Protocol;
import org.hookline.dsl.hookline.PortItem;
import org.hookline.dsl.hookline.PortList;
import org.hookline.dsl.hookline.PortMatch;
import org.hookline.dsl.hookline.ServiceDeclaration;
import org.hookline.dsl.hookline.ServicePart;
import org.hookline.dsl.word.Words;

/**
 * A service named for its ports that has none of this protocol, and ports of a protocol without
 * any.
 */
final class NoPorts implements TreeRule<EObject> {
  static final String CODE = "no-ports";

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
    if (element instanceof PortItem item) {
      named(item, findings);
    } else if (element instanceof ServicePart part
        && protocol(part).filter(protocol -> !protocol.hasPorts()).isPresent()
        && !(part.getPorts().isEmpty() && part.getSports().isEmpty())) {
      findings.at(part).error(CODE, part.getProtocol() + " has no ports", "the protocol alone");
    }
  }

  private static void named(PortItem item, Findings findings) {
    ServiceDeclaration service = item.getService();
    Optional<Protocol> protocol = protocol(item.eContainer());
    if (service == null || service.eIsProxy() || protocol.isEmpty()) {
      return;
    }
    boolean none =
        service.getParts().stream()
            .noneMatch(part -> protocol(part).equals(protocol) && protocol.get().hasPorts());
    if (none) {
      findings
          .at(item)
          .error(
              CODE,
              "service '" + service.getName() + "' has no ports of " + protocol.get(),
              "a service of this protocol");
    }
  }

  private static Optional<Protocol> protocol(EObject element) {
    if (element instanceof ServicePart part) {
      return Readable.word(Words.PROTOCOL, part.getProtocol());
    }
    if (element instanceof PortMatch match) {
      return Readable.word(Words.PROTOCOL, match.getProtocol());
    }
    return element instanceof PortList list ? protocol(list.eContainer()) : Optional.empty();
  }
}
