package org.hookline.dsl.ide.symbols;

import java.util.Objects;
import java.util.stream.Collectors;
import org.eclipse.emf.ecore.EObject;
import org.hookline.dsl.hookline.AddressProperty;
import org.hookline.dsl.hookline.AddressSetDeclaration;
import org.hookline.dsl.hookline.Attachment;
import org.hookline.dsl.hookline.ChainBlock;
import org.hookline.dsl.hookline.ChainEntry;
import org.hookline.dsl.hookline.CheckElement;
import org.hookline.dsl.hookline.Declaration;
import org.hookline.dsl.hookline.FrameChain;
import org.hookline.dsl.hookline.FrameRule;
import org.hookline.dsl.hookline.FrameTableBlock;
import org.hookline.dsl.hookline.HostAmendment;
import org.hookline.dsl.hookline.HostElement;
import org.hookline.dsl.hookline.InterfaceAddressEntry;
import org.hookline.dsl.hookline.InterfaceDeclaration;
import org.hookline.dsl.hookline.LinkDeclaration;
import org.hookline.dsl.hookline.MarkDeclaration;
import org.hookline.dsl.hookline.NftTableBlock;
import org.hookline.dsl.hookline.PacketTableElement;
import org.hookline.dsl.hookline.RuleEntry;
import org.hookline.dsl.hookline.RuleList;
import org.hookline.dsl.hookline.SegmentDeclaration;
import org.hookline.dsl.hookline.ServiceDeclaration;
import org.hookline.dsl.hookline.SimulationElement;
import org.hookline.dsl.hookline.TableDeclaration;
import org.hookline.dsl.hookline.TableEntry;
import org.hookline.dsl.hookline.util.HooklineSwitch;
import org.hookline.dsl.lower.Origins;
import org.hookline.dsl.scoping.DeclaredName;

/** What stands in the outline's lines. */
final class OutlineLabels {
  private OutlineLabels() {}

  /** Whether an element is worth a line. */
  static boolean isShown(EObject element) {
    return element instanceof Declaration
        || element instanceof HostElement
        || element instanceof TableEntry
        || element instanceof RuleEntry
        || element instanceof PacketTableElement
        || element instanceof ChainEntry
        || element instanceof FrameChain
        || element instanceof FrameRule
        || element instanceof Attachment
        || element instanceof CheckElement
        || element instanceof SimulationElement;
  }

  /** The name, or the words of an element without one. */
  static String label(EObject element) {
    String special = new Labels().doSwitch(element);
    String name = special == null ? DeclaredName.of(element) : special;
    return name == null || name.isBlank() ? Origins.text(element) : name;
  }

  /** What the name does not say; empty when the label says all. */
  static String detail(EObject element) {
    return Objects.requireNonNullElse(new Details().doSwitch(element), "");
  }

  private static final class Labels extends HooklineSwitch<String> {
    @Override
    public String caseRuleList(RuleList rules) {
      return "rules";
    }

    @Override
    public String caseFrameTableBlock(FrameTableBlock table) {
      return table.getTool() + " " + table.getName();
    }

    @Override
    public String caseNftTableBlock(NftTableBlock table) {
      return "nft " + table.getFamily() + " " + table.getName();
    }

    @Override
    public String caseLinkDeclaration(LinkDeclaration link) {
      return Origins.text(link);
    }

    @Override
    public String caseHostAmendment(HostAmendment amendment) {
      String text = Origins.text(amendment);
      return text.contains("{") ? text.substring(0, text.indexOf('{')).strip() : text;
    }
  }

  private static final class Details extends HooklineSwitch<String> {
    @Override
    public String caseAddressSetDeclaration(AddressSetDeclaration set) {
      return set.getItems().stream().map(Origins::text).collect(Collectors.joining(", "));
    }

    @Override
    public String caseServiceDeclaration(ServiceDeclaration service) {
      return service.getParts().stream().map(Origins::text).collect(Collectors.joining(", "));
    }

    @Override
    public String caseMarkDeclaration(MarkDeclaration mark) {
      return mark.getValue();
    }

    @Override
    public String caseInterfaceDeclaration(InterfaceDeclaration iface) {
      String kind = iface.getKind() == null ? "" : Origins.text(iface.getKind());
      String addresses =
          iface.getProperties().stream()
              .filter(AddressProperty.class::isInstance)
              .flatMap(property -> ((AddressProperty) property).getAddresses().stream())
              .map(InterfaceAddressEntry::getPrefix)
              .collect(Collectors.joining(", "));
      return (kind + " " + addresses).strip();
    }

    @Override
    public String caseTableDeclaration(TableDeclaration table) {
      return table.getNumber();
    }

    @Override
    public String caseChainBlock(ChainBlock chain) {
      return chain.getPolicy() == null ? "" : "policy " + chain.getPolicy();
    }

    @Override
    public String caseFrameChain(FrameChain chain) {
      return chain.getPolicy() == null ? "" : "policy " + chain.getPolicy();
    }

    @Override
    public String caseSegmentDeclaration(SegmentDeclaration segment) {
      String text = Origins.text(segment);
      boolean complete = text.indexOf('{') >= 0 && text.endsWith("}");
      return complete ? text.substring(text.indexOf('{') + 1, text.length() - 1).strip() : "";
    }
  }
}
