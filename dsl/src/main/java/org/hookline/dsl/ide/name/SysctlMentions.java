package org.hookline.dsl.ide.name;

import com.google.inject.Inject;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.eclipse.emf.ecore.EObject;
import org.eclipse.emf.ecore.EStructuralFeature;
import org.eclipse.xtext.nodemodel.INode;
import org.eclipse.xtext.nodemodel.util.NodeModelUtils;
import org.hookline.dsl.hookline.HooklinePackage;
import org.hookline.dsl.hookline.InterfaceDeclaration;
import org.hookline.dsl.ide.text.TextSpan;
import org.hookline.dsl.scoping.HostParts;

/** Interfaces that are named inside a sysctl's key: {@code net.ipv4.conf.eth0/95.rp_filter}. */
final class SysctlMentions {
  private static final HooklinePackage HKL = HooklinePackage.eINSTANCE;

  private static final Pattern KEY =
      Pattern.compile("net\\.ipv[46]\\.(?:conf|neigh)\\.([^.]+)\\..+");

  private final HostParts hosts;
  private final NamedElements elements;

  @Inject
  SysctlMentions(HostParts hosts, NamedElements elements) {
    this.hosts = hosts;
    this.elements = elements;
  }

  List<Mention> of(EObject element) {
    EStructuralFeature key = element.eClass().getEStructuralFeature("key");
    boolean sysctl = key == HKL.getSysctl_Key() || key == HKL.getSysctlRemoval_Key();
    List<INode> nodes =
        sysctl ? NodeModelUtils.findNodesForFeature(element, key) : List.<INode>of();
    return nodes.stream().flatMap(node -> in(element, node).stream()).toList();
  }

  private Optional<Mention> in(EObject element, INode node) {
    Matcher key = KEY.matcher(NodeModelUtils.getTokenText(node));
    if (!key.matches()) {
      return Optional.empty();
    }
    TextSpan whole = TextSpan.of(node);
    TextSpan span = new TextSpan(whole.offset() + key.start(1), key.group(1).length());
    return hosts
        .hostOf(element)
        .flatMap(
            host ->
                hosts.interfaces(host, element).stream()
                    .filter(i -> Mention.Spelling.SYSCTL.of(i.getName()).equals(key.group(1)))
                    .findFirst())
        .flatMap(iface -> mention(element, iface, span));
  }

  private Optional<Mention> mention(EObject at, InterfaceDeclaration iface, TextSpan span) {
    return elements
        .of(iface)
        .map(
            named ->
                new Mention(
                    named, iface, at.eResource().getURI(), span, false, Mention.Spelling.SYSCTL));
  }
}
