package org.hookline.dsl.print;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.hookline.model.Host;
import org.hookline.model.KernelEntries;
import org.hookline.model.iface.Interface;
import org.hookline.model.iface.InterfaceAddress;
import org.hookline.model.iface.InterfaceKind;
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
        loopback(iface);
      } else {
        block(iface, iface.addresses());
      }
    }
  }

  /** Every host has lo with its address already. */
  private void loopback(Interface lo) {
    int known = usual(lo) ? 1 : 0;
    List<InterfaceAddress> further =
        known == 0 ? List.of() : lo.addresses().subList(1, lo.addresses().size());
    boolean plain = further.isEmpty() && lo.up() && lo.mtu() == 0 && lo.mac().isEmpty();
    if (!plain) {
      block(lo, further);
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
              lo.addresses().forEach(a -> sheet.line("address " + a.prefix(), a.origin()));
              sheet.close();
              sheet.close();
            });
  }

  private void block(Interface iface, List<InterfaceAddress> addresses) {
    List<String> inside = new ArrayList<>();
    if (!iface.kind().ports().isEmpty()) {
      inside.add("ports " + String.join(", ", iface.kind().ports()));
    }
    if (!addresses.isEmpty()) {
      inside.add(
          "address "
              + addresses.stream()
                  .map(a -> a.prefix().toString())
                  .collect(Collectors.joining(", ")));
    }
    iface.mac().ifPresent(mac -> inside.add("mac " + mac));
    if (iface.mtu() != 0) {
      inside.add("mtu " + iface.mtu());
    }
    if (!iface.up()) {
      inside.add("down");
    }
    String body = inside.isEmpty() ? "" : " { " + String.join(" ", inside) + " }";
    sheet.line("interface " + iface.name() + kind(iface.kind()) + body, iface.origin());
  }

  private static String kind(InterfaceKind kind) {
    if (kind.lower().isPresent()) {
      return " vlan " + kind.linkAdd().get(kind.linkAdd().size() - 1) + " on " + kind.lower().get();
    }
    if (kind.otherEnd().isPresent()) {
      return " veth peer " + kind.otherEnd().get();
    }
    if (kind.unmodelled().isPresent()) {
      String type = kind.unmodelled().get();
      return KEYWORDS.contains(type) ? " " + type : " type " + type;
    }
    return kind.linkAdd().isEmpty() ? "" : " " + kind.linkAdd().get(1);
  }
}
