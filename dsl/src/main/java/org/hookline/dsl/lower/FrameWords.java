package org.hookline.dsl.lower;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.hookline.addr.AddressSet;
import org.hookline.addr.Family;
import org.hookline.addr.PortRange;
import org.hookline.addr.Protocol;
import org.hookline.dsl.hookline.FrameAddressMatch;
import org.hookline.dsl.hookline.FrameArpMatch;
import org.hookline.dsl.hookline.FrameExtensionMatch;
import org.hookline.dsl.hookline.FrameInterfaceMatch;
import org.hookline.dsl.hookline.FrameMacMatch;
import org.hookline.dsl.hookline.FrameMarkMatch;
import org.hookline.dsl.hookline.FramePortMatch;
import org.hookline.dsl.hookline.FrameProtocolMatch;
import org.hookline.dsl.hookline.FrameRule;
import org.hookline.dsl.hookline.FrameTypeMatch;
import org.hookline.dsl.hookline.FrameVlanMatch;
import org.hookline.dsl.hookline.util.HooklineSwitch;
import org.hookline.dsl.word.Words;
import org.hookline.model.rule.FreeText;
import org.hookline.model.rule.UnplayedTable.Tool;
import org.hookline.model.rule.UnplayedTable.UnplayedRule;
import org.hookline.source.Origin;

/** One rule of ebtables or arptables in the words of the tool (ebtables(8), arptables-nft(8)). */
final class FrameWords extends HooklineSwitch<Boolean> {
  /** The tool's names for types of frames. */
  private static final Map<String, String> TYPES =
      Map.of("ip", "IPv4", "ip6", "IPv6", "arp", "ARP", "vlan", "802_1Q");

  /** Words that stand for themselves, whoever reads the file. */
  private static final String HARMLESS = "[A-Za-z0-9_.:/,!=@+%-]+( [A-Za-z0-9_.:/,!=@+%-]+)*";

  private final boolean bridge;
  private final Set<String> types = new LinkedHashSet<>();
  private final List<List<String>> options = new ArrayList<>();
  private final List<FreeText> texts = new ArrayList<>();
  private Optional<String> conflict = Optional.empty();

  private FrameWords(Tool tool) {
    this.bridge = tool == Tool.EBTABLES;
  }

  static UnplayedRule of(Tool tool, FrameRule rule, Origin origin) {
    FrameWords words = new FrameWords(tool);
    rule.getMatches().forEach(words::doSwitch);
    FrameVerdicts target = new FrameVerdicts(tool);
    String verdict = target.doSwitch(rule.getTarget());
    if (words.types.size() > 1) {
      words.refuse("one type of frame that is both " + String.join(" and ", words.types));
    }
    words.texts.addAll(target.texts());
    Optional<String> conflict = words.conflict.or(target::conflict);
    return new UnplayedRule(
        conflict.isPresent() ? List.of() : words.lines(verdict), conflict, words.texts, origin);
  }

  private List<String> lines(String verdict) {
    List<String> lines = List.of(types.isEmpty() ? "" : "-p " + types.iterator().next());
    for (List<String> option : options) {
      lines = lines.stream().flatMap(l -> option.stream().map(o -> (l + " " + o).strip())).toList();
    }
    return lines.stream().map(l -> (l + " " + verdict).strip()).toList();
  }

  private void refuse(String what) {
    String tool = bridge ? "ebtables" : "arptables";
    conflict = conflict.or(() -> Optional.of(tool + " has no words for " + what));
  }

  private Boolean option(boolean negated, String option, String value) {
    options.add(List.of((negated ? "! " : "") + option + " " + value));
    return true;
  }

  private Boolean type(String type) {
    if (!bridge) {
      refuse("frames of another type than ARP");
    }
    types.add(type);
    return true;
  }

  @Override
  public Boolean caseFrameInterfaceMatch(FrameInterfaceMatch match) {
    String name = Operands.iface(match.getIface());
    texts.add(new FreeText(FreeText.Kind.INTERFACE, name));
    String option =
        switch (match.getSide()) {
          case "iif" -> "-i";
          case "oif" -> "-o";
          case "ibrname" -> "--logical-in";
          default -> "--logical-out";
        };
    if (!bridge && option.length() > 2) {
      refuse(match.getSide());
    }
    return option(match.isNegated(), option, name);
  }

  @Override
  public Boolean caseFrameMacMatch(FrameMacMatch match) {
    boolean source = match.getEnd().equals("saddr");
    String option =
        bridge ? (source ? "-s" : "-d") : (source ? "--source-mac" : "--destination-mac");
    return option(match.isNegated(), option, Words.MAC.read(match.getMac()).toString());
  }

  @Override
  public Boolean caseFrameTypeMatch(FrameTypeMatch match) {
    String type = TYPES.getOrDefault(match.getType(), match.getType());
    if (match.isNegated()) {
      if (!bridge) {
        refuse("types of frames");
      }
      return option(true, "-p", type);
    }
    return type(type);
  }

  @Override
  public Boolean caseFrameAddressMatch(FrameAddressMatch match) {
    boolean source = match.getEnd().equals("saddr");
    boolean arp = match.getLayer().equals("arp");
    AddressSet addresses = Operands.addresses(match.getAddresses());
    boolean sixth = !addresses.only(Family.IPV6).isEmpty();
    String prefix = arp ? "--arp-ip-" : sixth ? "--ip6-" : "--ip-";
    String option = prefix + (source ? "src" : "dst");
    if (bridge) {
      type(arp ? "ARP" : sixth ? "IPv6" : "IPv4");
    } else if (arp) {
      option = source ? "-s" : "-d";
    } else {
      refuse("addresses of IP packets");
    }
    List<String> prefixes =
        addresses.ranges().stream()
            .flatMap(range -> range.prefixes().stream())
            .map(Object::toString)
            .toList();
    if (match.isNegated()) {
      // a packet is outside of a set if it is outside of each part, and one rule says one part
      if (prefixes.size() != 1) {
        refuse("addresses outside of several prefixes");
      }
      return option(true, option, String.join(",", prefixes));
    }
    String name = option;
    options.add(prefixes.stream().map(p -> name + " " + p).toList());
    return true;
  }

  @Override
  public Boolean caseFrameArpMatch(FrameArpMatch match) {
    boolean request = match.getOperation().equals("request");
    if (bridge) {
      type("ARP");
    }
    String option = bridge ? "--arp-opcode" : "--opcode";
    return option(match.isNegated(), option, request ? "1" : "2");
  }

  @Override
  public Boolean caseFrameVlanMatch(FrameVlanMatch match) {
    type("802_1Q");
    return option(match.isNegated(), "--vlan-id", match.getId());
  }

  @Override
  public Boolean caseFramePortMatch(FramePortMatch match) {
    Protocol protocol = Words.PROTOCOL.read(match.getProtocol());
    List<PortRange> ports = Operands.ports(match.getPorts(), protocol);
    protocol(protocol);
    String option = "--ip-" + match.getEnd();
    if (match.isNegated()) {
      ports.forEach(range -> option(true, option, range.colon()));
      if (ports.size() > 1) {
        refuse("ports outside of several ranges");
      }
    } else {
      options.add(ports.stream().map(range -> option + " " + range.colon()).toList());
    }
    return true;
  }

  @Override
  public Boolean caseFrameProtocolMatch(FrameProtocolMatch match) {
    return protocol(Words.PROTOCOL.read(match.getProtocol()));
  }

  private Boolean protocol(Protocol protocol) {
    type("IPv4");
    List<String> option = List.of("--ip-proto " + protocol.number());
    if (!options.contains(option)) {
      options.add(option);
    }
    return true;
  }

  @Override
  public Boolean caseFrameMarkMatch(FrameMarkMatch match) {
    if (!bridge) {
      refuse("marks");
    }
    return option(match.isNegated(), "--mark", Operands.mark(match.getMark()).toString());
  }

  @Override
  public Boolean caseFrameExtensionMatch(FrameExtensionMatch match) {
    String text = match.getText();
    if (!text.matches(HARMLESS)) {
      refuse("the match '" + text.replaceAll("\\p{Cc}", "?") + "'");
    }
    options.add(List.of(text));
    return true;
  }
}
