package org.hookline.dsl.ide.hover;

import com.google.inject.Inject;
import com.google.inject.Singleton;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.eclipse.emf.ecore.EObject;
import org.eclipse.xtext.nodemodel.ILeafNode;
import org.eclipse.xtext.nodemodel.util.NodeModelUtils;
import org.eclipse.xtext.resource.XtextResource;
import org.hookline.dsl.ide.name.Mentions;
import org.hookline.dsl.ide.network.LoweredFiles;
import org.hookline.dsl.ide.text.TextSpan;

/** What is said about a word; saying more is a file and a line here. */
@Singleton
public class HoverText {
  private final Mentions mentions;
  private final LoweredFiles networks;
  private final List<HoverPart> parts;
  private final HoverPart element;

  @Inject
  HoverText(
      Mentions mentions,
      LoweredFiles networks,
      NameHover name,
      ConstructHover construct,
      PolicyHover policy,
      PacketRuleHover packetRule,
      PolicyRuleHover policyRule,
      RouteHover route,
      SysctlHover sysctl,
      KernelHover kernel,
      CheckHover check,
      ElementHover element) {
    this.mentions = mentions;
    this.networks = networks;
    this.parts =
        List.of(name, construct, policy, packetRule, policyRule, route, sysctl, kernel, check);
    this.element = element;
  }

  /** Everything that can be said about the word at an offset; empty where there is nothing. */
  public Optional<Hovered> at(XtextResource file, int offset) {
    ILeafNode word =
        NodeModelUtils.findLeafNodeAtOffset(file.getParseResult().getRootNode(), offset);
    EObject meant = word == null ? null : NodeModelUtils.findActualSemanticObjectFor(word);
    if (meant == null || word.isHidden()) {
      return Optional.empty();
    }
    HoverPlace place = new HoverPlace(word, meant, mentions.at(file, offset), networks.of(file));
    List<Hovered> said = parts.stream().flatMap(part -> part.at(place).stream()).toList();
    if (said.isEmpty()) {
      return element.at(place);
    }
    TextSpan span = said.get(0).span();
    String text = said.stream().map(Hovered::markdown).collect(Collectors.joining("\n\n---\n\n"));
    return Optional.of(new Hovered(span, text));
  }
}
