package org.hookline.dsl.print;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.hookline.addr.AddressRange;
import org.hookline.model.Host;
import org.hookline.model.KernelEntries;
import org.hookline.model.iface.Interface;
import org.hookline.model.iface.InterfaceAddress;
import org.hookline.model.iface.InterfaceKind;
import org.hookline.model.iface.LinkFlag;
import org.hookline.model.iface.LinkSettings;
import org.hookline.model.rule.match.XtText;
import org.hookline.source.Origin;

/** The interfaces of a host; of {@code lo} only what differs from every host's. */
final class InterfaceText {
  /** Kinds that are a keyword of the language; others stand behind {@code type}. */
  private static final Set<String> KEYWORDS =
      Set.of(
          "bond",
          "macvlan",
          "ipvlan",
          "tun",
          "tap",
          "wireguard",
          "vrf",
          "vxlan",
          "geneve",
          "ipip",
          "sit",
          "ppp",
          "team",
          "ifb");

  private final Sheet sheet;

  InterfaceText(Sheet sheet) {
    this.sheet = sheet;
  }

  void write(Host host) {
    for (Interface iface : host.interfaces()) {
      if (iface.kind() instanceof InterfaceKind.Loopback) {
        loopback(host, iface);
      } else {
        block(host, iface, iface.addresses());
      }
    }
  }

  /** Every host has lo with its address already. */
  private void loopback(Host host, Interface lo) {
    int known = usual(lo) ? 1 : 0;
    List<InterfaceAddress> further =
        known == 0 ? List.of() : lo.addresses().subList(1, lo.addresses().size());
    boolean plain =
        further.isEmpty()
            && lo.up()
            && lo.mtu() == 0
            && lo.mac().isEmpty()
            && lo.settings().equals(LinkSettings.NONE);
    if (!plain) {
      block(host, lo, further);
    }
  }

  /** Whether lo begins with the address that it has by itself. */
  private static boolean usual(Interface lo) {
    return !lo.addresses().isEmpty()
        && lo.addresses()
            .get(0)
            .prefix()
            .equals(KernelEntries.loopback().addresses().get(0).prefix());
  }

  /** What has to be said of lo afterwards, because it lost its usual address. */
  static void amend(Host host, Sheet sheet) {
    host.iface("lo")
        .filter(lo -> !usual(lo))
        .ifPresent(
            lo -> {
              sheet.blank();
              sheet.open("amend host " + host.name(), Origin.NONE);
              sheet.open("amend interface lo", lo.origin());
              sheet.line("without address " + KernelEntries.loopback().addresses().get(0).prefix());
              lo.addresses().forEach(a -> sheet.line("address " + a.text(), a.origin()));
              sheet.close();
              sheet.close();
            });
  }

  private void block(Host host, Interface iface, List<InterfaceAddress> addresses) {
    List<String> inside = new ArrayList<>();
    if (!iface.kind().ports().isEmpty()) {
      inside.add(
          "ports "
              + iface.kind().ports().stream()
                  .map(port -> port + settings(host, port))
                  .collect(Collectors.joining(", ")));
    }
    if (!addresses.isEmpty()) {
      inside.add(
          "address "
              + addresses.stream().map(InterfaceAddress::text).collect(Collectors.joining(", ")));
    }
    iface.mac().ifPresent(mac -> inside.add("mac " + mac));
    if (iface.mtu() != 0) {
      inside.add("mtu " + iface.mtu());
    }
    if (!iface.up()) {
      inside.add("down");
    }
    inside.addAll(own(iface.settings(), iface.kind() instanceof InterfaceKind.Bridge));
    String body = inside.isEmpty() ? "" : " { " + String.join(" ", inside) + " }";
    sheet.line("interface " + iface.name() + kind(iface.kind()) + body, iface.origin());
  }

  /** What stands among the properties of the interface itself. */
  private static List<String> own(LinkSettings settings, boolean bridge) {
    List<String> words = new ArrayList<>();
    if (settings.group() != 0) {
      words.add("group " + settings.group());
    }
    settings.alias().ifPresent(text -> words.add("alias " + XtText.of(text, "")));
    for (LinkFlag flag : LinkFlag.values()) {
      if (!flag.ofPort() && settings.flags().containsKey(flag.word())) {
        words.add(flag.word() + (settings.is(flag) ? " on" : " off"));
      }
    }
    settings.vlans().usual().ifPresent(id -> words.add("vlan_default_pvid " + id));
    if (bridge) {
      vlans(settings).forEach(vlan -> words.add("self " + vlan));
    }
    if (!settings.resolves().isEmpty()) {
      words.add(
          "resolves "
              + settings.resolves().stream()
                  .map(AddressRange::toString)
                  .collect(Collectors.joining(", ")));
    }
    return words;
  }

  /** What stands behind a port of a bridge, with a leading blank. */
  private static String settings(Host host, String port) {
    LinkSettings settings = host.iface(port).map(Interface::settings).orElse(LinkSettings.NONE);
    StringBuilder words = new StringBuilder();
    for (LinkFlag flag : LinkFlag.values()) {
      if (flag.ofPort() && settings.flags().containsKey(flag.word())) {
        words.append(' ').append(flag.word()).append(settings.is(flag) ? " on" : " off");
      }
    }
    vlans(settings).forEach(vlan -> words.append(' ').append(vlan));
    return words.toString();
  }

  private static List<String> vlans(LinkSettings settings) {
    return settings
        .vlans()
        .members()
        .map(
            all -> all.isEmpty() ? List.of("no vlan") : all.stream().map(v -> "vlan " + v).toList())
        .orElse(List.of());
  }

  private static String kind(InterfaceKind kind) {
    if (kind.unmodelled().isPresent()) {
      String type = kind.unmodelled().get();
      return (KEYWORDS.contains(type) ? " " + type : " type " + type) + kind.behind();
    }
    if (kind.lower().isPresent()) {
      return " vlan " + kind.linkAdd().get(kind.linkAdd().size() - 1) + " on " + kind.lower().get();
    }
    if (kind.otherEnd().isPresent()) {
      return " veth peer " + kind.otherEnd().get();
    }
    return kind.linkAdd().isEmpty() ? "" : " " + kind.linkAdd().get(1);
  }
}
