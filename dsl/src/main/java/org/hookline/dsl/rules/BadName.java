package org.hookline.dsl.rules;

import java.util.List;
import java.util.Map;
import org.eclipse.emf.ecore.EClass;
import org.eclipse.emf.ecore.EObject;
import org.hookline.dsl.hookline.HooklinePackage;
import org.hookline.dsl.scoping.DeclaredName;

/** A name that the tools, or the language itself, would take for something else. */
final class BadName implements TreeRule<EObject> {
  static final String CODE = "bad-name";

  private static final HooklinePackage HKL = HooklinePackage.eINSTANCE;

  private static final Naming VALUE =
      new Naming(
          "a set, service or mark",
          "[A-Za-z_][A-Za-z0-9_.@-]{0,63}",
          "a letter or underscore first, then letters, digits and _ . @ -");

  /** A host's name ends at the first dot of mirrors.eth0.95, so it has none itself. */
  private static final Naming HOST =
      new Naming(
          "a host",
          "(?!internet$)[A-Za-z0-9_][A-Za-z0-9_-]{0,62}",
          "letters, digits, - and _; not internet, which is the rest of the world");

  /** kernel: net/core/dev.c dev_valid_name(); IFNAMSIZ is 16 with the final zero. */
  private static final Naming INTERFACE =
      new Naming(
          "an interface",
          "(?!(all|default)$)[A-Za-z0-9_][A-Za-z0-9_.@-]{0,14}",
          "at most 15 letters, digits and _ . @ -; not all or default, which sysctl uses");

  /** iptables: XT_EXTENSION_MAXNAMELEN is 29 with the final zero. */
  private static final Naming CHAIN =
      new Naming(
          "a chain",
          "(?!(ACCEPT|CONNMARK|CT|DNAT|DROP|LOG|MARK|MASQUERADE|NFQUEUE|QUEUE|REDIRECT|REJECT|RETURN|SNAT)$)[A-Za-z0-9_][A-Za-z0-9_.@+-]{0,27}",
          "at most 28 letters, digits and _ . @ + -; not the name of a target");

  private static final Naming TABLE =
      new Naming(
          "a routing table",
          "(?!(all|unspec|0[xX].*)$)(?![0-9]+$)[A-Za-z0-9_][A-Za-z0-9_.-]{0,63}",
          "letters, digits and _ . -, and not only digits");

  private static final Naming SEGMENT =
      new Naming("a segment", "[A-Za-z0-9_][A-Za-z0-9_.-]{0,63}", "letters, digits and _ . -");

  private static final Map<EClass, Naming> NAMINGS =
      Map.of(
          HKL.getAddressSetDeclaration(), VALUE,
          HKL.getServiceDeclaration(), VALUE,
          HKL.getMarkDeclaration(), VALUE,
          HKL.getHostDeclaration(), HOST,
          HKL.getInterfaceDeclaration(), INTERFACE,
          HKL.getChainBlock(), CHAIN,
          HKL.getTableDeclaration(), TABLE,
          HKL.getSegmentDeclaration(), SEGMENT);

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
    Naming naming = NAMINGS.get(element.eClass());
    String name = naming == null ? null : DeclaredName.of(element);
    if (name != null && !name.matches(naming.pattern())) {
      findings
          .at(element)
          .error(
              CODE,
              "'" + shortened(name) + "' cannot be the name of " + naming.noun(),
              naming.right());
    }
  }

  private static String shortened(String name) {
    return name.length() > 40 ? name.substring(0, 40) + "…" : name;
  }

  private record Naming(String noun, String pattern, String right) {}
}
