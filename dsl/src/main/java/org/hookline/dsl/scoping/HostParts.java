package org.hookline.dsl.scoping;

import com.google.inject.Inject;
import com.google.inject.Singleton;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.eclipse.emf.ecore.EObject;
import org.eclipse.xtext.EcoreUtil2;
import org.hookline.dsl.hookline.HostAmendment;
import org.hookline.dsl.hookline.HostDeclaration;
import org.hookline.dsl.hookline.HostElement;
import org.hookline.dsl.hookline.InterfaceDeclaration;

/** A host as one: its declaration and all amendments of it, over the visible files. */
@Singleton
public class HostParts {
  private final VisibleFiles files;

  @Inject
  public HostParts(VisibleFiles files) {
    this.files = files;
  }

  /** The host that an element stands in, by declaration or by amendment. */
  public Optional<HostDeclaration> hostOf(EObject element) {
    HostDeclaration host = EcoreUtil2.getContainerOfType(element, HostDeclaration.class);
    if (host != null) {
      return Optional.of(host);
    }
    HostAmendment amendment = EcoreUtil2.getContainerOfType(element, HostAmendment.class);
    return amendment == null ? Optional.empty() : resolved(amendment.getHost());
  }

  private static Optional<HostDeclaration> resolved(HostDeclaration host) {
    return host == null || host.eIsProxy() ? Optional.empty() : Optional.of(host);
  }

  /**
   * What is written about a host, in text order, as far as it is visible from a place: its
   * declaration first, then the amendments.
   */
  public List<HostElement> elements(HostDeclaration host, EObject from) {
    List<HostElement> elements = new ArrayList<>(host.getElements());
    for (HostAmendment amendment : files.declarations(from, HostAmendment.class)) {
      if (amendment.getHost() == host) {
        elements.addAll(amendment.getElements());
      }
    }
    return elements;
  }

  /** The interfaces that are written for a host. */
  public List<InterfaceDeclaration> interfaces(HostDeclaration host, EObject from) {
    return EcoreUtil2.typeSelect(elements(host, from), InterfaceDeclaration.class);
  }
}
