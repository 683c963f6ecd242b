package org.hookline.dsl.ide.name;

import com.google.inject.Inject;
import com.google.inject.Singleton;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.eclipse.emf.ecore.EClass;
import org.eclipse.emf.ecore.EObject;
import org.eclipse.emf.ecore.EReference;
import org.eclipse.emf.ecore.util.EcoreUtil;
import org.eclipse.xtext.EcoreUtil2;
import org.hookline.dsl.hookline.HooklinePackage;
import org.hookline.dsl.hookline.HostElement;
import org.hookline.dsl.hookline.PacketTableBlock;
import org.hookline.dsl.hookline.PacketTableElement;
import org.hookline.dsl.scoping.DeclaredName;
import org.hookline.dsl.scoping.HostParts;

/** Which elements can be referred to by name, and which of them are the same. */
@Singleton
public class NamedElements {
  /** The kinds that some reference of the grammar points to. */
  private static final Set<EClass> REFERRED =
      HooklinePackage.eINSTANCE.getEClassifiers().stream()
          .filter(EClass.class::isInstance)
          .map(EClass.class::cast)
          .flatMap(kind -> kind.getEReferences().stream())
          .filter(reference -> !reference.isContainment())
          .map(EReference::getEReferenceType)
          .collect(Collectors.toUnmodifiableSet());

  private final HostParts hosts;

  @Inject
  public NamedElements(HostParts hosts) {
    this.hosts = hosts;
  }

  /** What a declaration's name stands for; empty for elements that nobody can refer to. */
  public Optional<Named> of(EObject element) {
    String name = canBeReferred(element) ? DeclaredName.of(element) : null;
    return name == null
        ? Optional.empty()
        : Optional.of(new Named(element.eClass(), home(element), name));
  }

  private static boolean canBeReferred(EObject element) {
    EClass kind = element.eClass();
    return REFERRED.contains(kind) || !disjoint(REFERRED, kind.getEAllSuperTypes());
  }

  private static boolean disjoint(Set<EClass> kinds, List<EClass> others) {
    return others.stream().noneMatch(kinds::contains);
  }

  private String home(EObject element) {
    if (!(element instanceof HostElement || element instanceof PacketTableElement)) {
      return element.eResource().getURI().toString();
    }
    String host = hosts.hostOf(element).map(h -> EcoreUtil.getURI(h).toString()).orElse("");
    PacketTableBlock table = EcoreUtil2.getContainerOfType(element, PacketTableBlock.class);
    return table == null ? host : host + " " + table.getName();
  }
}
