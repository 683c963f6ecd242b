package org.hookline.dsl.rules;

import com.google.inject.Inject;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.eclipse.emf.ecore.EObject;
import org.hookline.dsl.hookline.Declaration;
import org.hookline.dsl.hookline.HostDeclaration;
import org.hookline.dsl.hookline.NetworkFile;
import org.hookline.dsl.scoping.DeclaredName;
import org.hookline.dsl.scoping.HostParts;
import org.hookline.dsl.scoping.VisibleFiles;

/** A name that is declared twice where names have to differ: in a network, or in a host. */
final class DuplicateName implements TreeRule<NetworkFile> {
  static final String CODE = "duplicate-name";

  private final VisibleFiles files;
  private final HostParts hosts;

  @Inject
  DuplicateName(VisibleFiles files, HostParts hosts) {
    this.files = files;
    this.hosts = hosts;
  }

  @Override
  public Class<NetworkFile> type() {
    return NetworkFile.class;
  }

  @Override
  public List<String> codes() {
    return List.of(CODE);
  }

  @Override
  public void check(NetworkFile file, Findings findings) {
    Map<String, EObject> network = new HashMap<>();
    for (NetworkFile visible : files.of(file)) {
      for (Declaration declaration : visible.getDeclarations()) {
        once(network, declaration, file, findings);
      }
    }
    for (HostDeclaration host : files.declarations(file, HostDeclaration.class)) {
      Map<String, EObject> names = new HashMap<>();
      hosts.interfaces(host, file).forEach(iface -> once(names, iface, file, findings));
    }
  }

  /** Reported in the file that is checked, so that a base is not blamed for its amendment. */
  private static void once(
      Map<String, EObject> names, EObject element, NetworkFile file, Findings findings) {
    String name = DeclaredName.of(element);
    if (name == null) {
      return;
    }
    String noun = Nouns.of(element);
    EObject first = names.putIfAbsent(noun + " " + name, element);
    if (first != null && element.eResource() == file.eResource()) {
      findings
          .at(element)
          .error(
              CODE,
              "the " + noun + " '" + name + "' is declared already, at " + findings.origin(first),
              "another name, or amend what is there");
    }
  }
}
