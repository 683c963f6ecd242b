package org.hookline.dsl.ide.name;

import com.google.inject.Inject;
import com.google.inject.Singleton;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.eclipse.emf.ecore.EObject;
import org.eclipse.emf.ecore.EReference;
import org.eclipse.emf.ecore.util.EcoreUtil;
import org.eclipse.xtext.nodemodel.INode;
import org.eclipse.xtext.nodemodel.util.NodeModelUtils;
import org.eclipse.xtext.resource.XtextResource;
import org.eclipse.xtext.util.OnChangeEvictingCache;
import org.hookline.dsl.hookline.InterfaceDeclaration;
import org.hookline.dsl.ide.text.TextSpan;
import org.hookline.dsl.scoping.DeclaredName;
import org.hookline.dsl.scoping.HostParts;

/** All places of a file where something that can be referred to is named. */
@Singleton
public class Mentions {
  private final NamedElements elements;
  private final HostParts hosts;
  private final SysctlMentions sysctls;
  private final OnChangeEvictingCache cache;

  @Inject
  public Mentions(
      NamedElements elements,
      HostParts hosts,
      SysctlMentions sysctls,
      OnChangeEvictingCache cache) {
    this.elements = elements;
    this.hosts = hosts;
    this.sysctls = sysctls;
    this.cache = cache;
  }

  /** In the order of the text; names that refer to nothing are left out. */
  public List<Mention> in(XtextResource file) {
    return cache.get(Mentions.class, file, () -> collect(file));
  }

  /** The name that a cursor touches; of two that meet there, the one behind the cursor. */
  public Optional<Mention> at(XtextResource file, int cursor) {
    return in(file).stream().filter(m -> m.span().touches(cursor)).reduce((a, b) -> b);
  }

  private List<Mention> collect(XtextResource file) {
    List<Mention> found = new ArrayList<>();
    EcoreUtil.<EObject>getAllContents(file, true)
        .forEachRemaining(
            element -> {
              declaration(element, found);
              element.eClass().getEAllReferences().stream()
                  .filter(reference -> !reference.isContainment())
                  .forEach(reference -> references(element, reference, found));
              found.addAll(sysctls.of(element));
            });
    found.sort(Comparator.comparing(Mention::span));
    return List.copyOf(found);
  }

  private void declaration(EObject element, List<Mention> found) {
    Optional<Named> named = elements.of(element);
    List<INode> written =
        named.isEmpty()
            ? List.of()
            : NodeModelUtils.findNodesForFeature(
                element, element.eClass().getEStructuralFeature("name"));
    written.forEach(
        node -> found.add(mention(named.get(), element, element, TextSpan.of(node), true)));
  }

  private void references(EObject element, EReference reference, List<Mention> found) {
    List<INode> written = NodeModelUtils.findNodesForFeature(element, reference);
    if (written.isEmpty()) {
      return;
    }
    Object value = element.eGet(reference);
    List<?> targets =
        value instanceof List<?> many ? many : value == null ? List.of() : List.of(value);
    for (int i = 0; i < Math.min(written.size(), targets.size()); i++) {
      EObject target = (EObject) targets.get(i);
      if (!target.eIsProxy()) {
        reference(element, target, written.get(i), found);
      }
    }
  }

  private void reference(EObject from, EObject target, INode node, List<Mention> found) {
    TextSpan span = TextSpan.of(node);
    String name = DeclaredName.of(target);
    String text = NodeModelUtils.getTokenText(node);
    if (name == null || span.length() != text.length()) {
      return;
    }
    int split = text.length() - name.length();
    if (target instanceof InterfaceDeclaration && split > 1) {
      TextSpan host = new TextSpan(span.offset(), split - 1);
      hosts.hostOf(target).ifPresent(h -> add(from, h, host, found));
    }
    add(from, target, new TextSpan(span.offset() + split, name.length()), found);
  }

  private void add(EObject from, EObject target, TextSpan span, List<Mention> found) {
    elements.of(target).ifPresent(n -> found.add(mention(n, target, from, span, false)));
  }

  private static Mention mention(
      Named named, EObject element, EObject at, TextSpan span, boolean declares) {
    return new Mention(
        named, element, at.eResource().getURI(), span, declares, Mention.Spelling.PLAIN);
  }
}
