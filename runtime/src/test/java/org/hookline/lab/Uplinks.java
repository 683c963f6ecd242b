package org.hookline.lab;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.hookline.addr.Address;
import org.hookline.addr.PortRange;
import org.hookline.addr.Prefix;
import org.hookline.addr.Protocol;
import org.hookline.kernel.KernelProfile;
import org.hookline.model.Host;
import org.hookline.model.Internet;
import org.hookline.model.Internet.Announcement;
import org.hookline.model.Internet.Attachment;
import org.hookline.model.Internet.Urpf;
import org.hookline.model.KernelEntries;
import org.hookline.model.Listener;
import org.hookline.model.Network;
import org.hookline.model.Port;
import org.hookline.model.Segment;
import org.hookline.model.Sysctls;
import org.hookline.model.iface.Interface;
import org.hookline.model.iface.InterfaceAddress;
import org.hookline.model.iface.InterfaceKind;
import org.hookline.model.rule.IptablesTool;
import org.hookline.model.rule.PacketTable;
import org.hookline.model.rule.TableName;
import org.hookline.source.Origin;

/**
 * A mirror server with three uplinks and a container behind it, written down twice by hand: as the
 * records that a lab needs to lay wires, and as the shell scripts of the hosts.
 */
final class Uplinks {
  static final Map<String, Address> UPLINKS =
      Map.of(
          "vlan95", Address.parse("202.38.95.110"),
          "vlan10", Address.parse("202.141.160.110"),
          "vlan140", Address.parse("202.141.176.110"));

  private static final String MIRRORS =
      """
      sysctl -qw net.ipv4.ip_forward=1
      ip addr add 202.38.95.110/25 dev vlan95
      ip addr add 202.141.160.110/25 dev vlan10
      ip addr add 202.141.176.110/25 dev vlan140
      for address in 10.8.95.1 10.8.10.1 10.8.140.1; do ip addr add $address/24 dev lxc; done
      ip addr add 10.8.20.1/24 dev db0
      for device in eth0 vlan95 vlan10 vlan140 lxc db0; do ip link set $device up; done
      ip route add default via 202.38.95.126
      ip route add default via 202.38.95.126 table 100
      ip route add default via 202.141.160.126 table 101
      ip route add default via 202.141.176.126 table 102
      ip rule add pref 32761 to 221.224.40.18 lookup 101
      ip rule add pref 32762 from 202.141.176.110 lookup 102
      ip rule add pref 32764 from 202.141.160.110 lookup 101
      ip rule add pref 32765 from 202.38.95.110 lookup 100
      iptables-restore <<'RULES'
      *nat
      -A PREROUTING -d 202.38.95.110 -p tcp -m multiport --dports 50000:50100 -j DNAT --to 10.8.95.2
      -A PREROUTING -d 202.141.160.110 -p tcp -m multiport --dports 50000:50100 -j DNAT --to 10.8.10.2
      -A PREROUTING -d 202.141.176.110 -p tcp -m multiport --dports 50000:50100 -j DNAT --to 10.8.140.2
      COMMIT
      RULES
      """;

  static final String AFTER_RULES =
      """
      ip rule add from 10.8.95.2 lookup 100
      ip rule add from 10.8.10.2 lookup 101
      ip rule add from 10.8.140.2 lookup 102
      """;

  static final String AFTER_CONNMARK =
      """
      iptables-restore --noflush <<'RULES'
      *mangle
      -A PREROUTING -i vlan95 -m conntrack --ctstate NEW -j CONNMARK --set-mark 100
      -A PREROUTING -i vlan10 -m conntrack --ctstate NEW -j CONNMARK --set-mark 101
      -A PREROUTING -i vlan140 -m conntrack --ctstate NEW -j CONNMARK --set-mark 102
      -A PREROUTING -i lxc -j CONNMARK --restore-mark
      COMMIT
      RULES
      ip rule add fwmark 100 lookup 100
      ip rule add fwmark 101 lookup 101
      ip rule add fwmark 102 lookup 102
      """;

  private final List<Host> hosts = new ArrayList<>();
  private final Map<String, String> scripts = new LinkedHashMap<>();

  private Uplinks() {}

  /** What runs on each host; {@code more} is added on the mirror server. */
  static Map<String, String> scripts(String more) {
    Uplinks uplinks = new Uplinks();
    uplinks.describe();
    uplinks.scripts.merge("mirrors", more, String::concat);
    return uplinks.scripts;
  }

  static Network network() {
    Uplinks uplinks = new Uplinks();
    uplinks.describe();
    List<Segment> segments =
        List.of(
            segment("uplink95", "mirrors.vlan95", "g95.lan", "blog.eth0"),
            segment("uplink10", "mirrors.vlan10", "g10.lan"),
            segment("uplink140", "mirrors.vlan140", "g140.lan"),
            segment("inside", "mirrors.lxc", "lab.eth0"),
            segment("dbs", "mirrors.db0", "db.eth0"),
            segment("transit95", "g95.wan"),
            segment("transit10", "g10.wan"),
            segment("transit140", "g140.wan"));
    List<Attachment> attachments =
        List.of(
            attachment("95", "202.38.95.0/25"),
            attachment("10", "202.141.160.0/25"),
            attachment("140", "202.141.176.0/25"));
    return new Network(
        uplinks.hosts,
        segments,
        Optional.of(new Internet(attachments, Origin.NONE)),
        List.of(),
        List.of());
  }

  private void describe() {
    InterfaceKind card = new InterfaceKind.Physical();
    host(
        "mirrors",
        List.of(
            iface("eth0", card),
            iface("vlan95", new InterfaceKind.Vlan("eth0", 95), "202.38.95.110/25"),
            iface("vlan10", new InterfaceKind.Vlan("eth0", 10), "202.141.160.110/25"),
            iface("vlan140", new InterfaceKind.Vlan("eth0", 140), "202.141.176.110/25"),
            iface(
                "lxc",
                new InterfaceKind.Bridge(List.of()),
                "10.8.95.1/24",
                "10.8.10.1/24",
                "10.8.140.1/24"),
            iface("db0", card, "10.8.20.1/24")),
        List.of("8000"),
        MIRRORS);
    leaf("lab", "10.8.95.1", "50000-50100", "10.8.95.2/24", "10.8.10.2/24", "10.8.140.2/24");
    leaf("blog", "202.38.95.126", "80", "202.38.95.105/25");
    leaf("db", "10.8.20.1", "3306", "10.8.20.2/24");
    gateway("95", "202.38.95.126/25");
    gateway("10", "202.141.160.126/25");
    gateway("140", "202.141.176.126/25");
  }

  private void leaf(String name, String gateway, String ports, String... addresses) {
    host(
        name,
        List.of(iface("eth0", new InterfaceKind.Physical(), addresses)),
        List.of(ports),
        up("eth0", addresses) + "ip route add default via " + gateway + "\n");
  }

  private void gateway(String number, String lan) {
    String wan = "10.255." + number + ".1/30";
    InterfaceKind card = new InterfaceKind.Physical();
    String script =
        "sysctl -qw net.ipv4.ip_forward=1\n"
            + up("lan", lan)
            + up("wan", wan)
            + "sysctl -qw net.ipv4.conf.lan.rp_filter=1 net.ipv4.conf.wan.rp_filter=1\n"
            + "ip route add default via 10.255."
            + number
            + ".2\n";
    host(
        "g" + number, List.of(iface("lan", card, lan), iface("wan", card, wan)), List.of(), script);
  }

  private static String up(String device, String... addresses) {
    StringBuilder lines = new StringBuilder();
    for (String address : addresses) {
      lines.append("ip addr add ").append(address).append(" dev ").append(device).append('\n');
    }
    return lines.append("ip link set ").append(device).append(" up\n").toString();
  }

  private void host(String name, List<Interface> links, List<String> ports, String script) {
    List<Interface> interfaces = new ArrayList<>(List.of(KernelEntries.loopback()));
    interfaces.addAll(links);
    List<PacketTable> tables =
        name.equals("mirrors")
            ? List.of(new PacketTable(TableName.NAT, List.of(), Origin.NONE))
            : List.of();
    hosts.add(
        new Host(
            name,
            KernelProfile.DEFAULT,
            Sysctls.NONE,
            interfaces,
            KernelEntries.tables(interfaces, KernelProfile.DEFAULT),
            KernelEntries.rules(),
            IptablesTool.NFT,
            tables,
            List.of(),
            ports.stream().map(Uplinks::listener).toList(),
            List.of(),
            List.of(),
            Origin.NONE));
    scripts.put(name, "set -eu\n" + script);
  }

  private static Listener listener(String ports) {
    return new Listener(
        Protocol.TCP, Optional.empty(), List.of(PortRange.parse(ports)), Origin.NONE);
  }

  private static Interface iface(String name, InterfaceKind kind, String... addresses) {
    return new Interface(
        name,
        kind,
        List.of(addresses).stream()
            .map(a -> new InterfaceAddress(Prefix.parse(a), Origin.NONE))
            .toList(),
        Optional.empty(),
        0,
        true,
        Origin.NONE);
  }

  private static Segment segment(String name, String... ports) {
    return new Segment(
        name,
        List.of(ports).stream().map(p -> p.split("\\.")).map(p -> new Port(p[0], p[1])).toList(),
        Origin.NONE);
  }

  private static Attachment attachment(String number, String prefix) {
    Announcement announcement =
        new Announcement(
            Prefix.parse(prefix), Optional.of(Address.parse("10.255." + number + ".1")));
    return new Attachment(
        "transit" + number,
        Optional.of(Address.parse("10.255." + number + ".2")),
        List.of(announcement),
        Urpf.OFF,
        Origin.NONE);
  }
}
