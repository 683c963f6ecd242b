package org.hookline.importer;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.hookline.addr.Family;
import org.hookline.addr.Malformed;
import org.hookline.kernel.KernelProfile;
import org.hookline.kernel.KernelVersion;
import org.hookline.model.Host;
import org.hookline.model.KernelEntries;
import org.hookline.model.Sysctls;
import org.hookline.model.iface.Interface;
import org.hookline.model.iface.LinkFlag;
import org.hookline.model.route.PolicyRule;
import org.hookline.model.route.Route;
import org.hookline.model.rule.IptablesTool;
import org.hookline.model.rule.PacketTable;
import org.hookline.source.Origin;

/**
 * Makes one host of its dumps. It never fails: what cannot be read is in {@link Host#unmodelled},
 * with file and line, and a missing dump is an assumption.
 */
public final class HostImport {
  private final Map<DumpKind, Dump> dumps;
  private final Findings findings = new Findings();
  private final List<String> assumptions = new ArrayList<>();

  private HostImport(Map<DumpKind, Dump> dumps) {
    this.dumps = dumps;
  }

  /**
   * @param name of the host
   * @param dumps at most one a kind
   */
  public static ImportedHost of(String name, Map<DumpKind, Dump> dumps) {
    return new HostImport(dumps).host(name);
  }

  private ImportedHost host(String name) {
    List<Interface> interfaces = interfaces();
    RouteTables tables = tables(interfaces);
    List<PolicyRule> rules =
        PolicyRules.together(
            dump(DumpKind.RULES)
                .map(d -> PolicyRules.read(d, tables, findings))
                .orElseGet(KernelEntries::rules),
            dump(DumpKind.RULES6)
                .map(d -> PolicyRules.ofIpv6(d, tables, findings))
                .orElse(List.of()));
    List<PacketTable> packetTables =
        FamilyTables.together(packetTables(DumpKind.IPTABLES), packetTables(DumpKind.IP6TABLES));
    RecognisedRules recognised = new RecognisedRules(findings);
    dump(DumpKind.EBTABLES).ifPresent(d -> recognised.saved(d, "rules of ebtables are"));
    dump(DumpKind.ARPTABLES).ifPresent(d -> recognised.saved(d, "rules of arptables are"));
    dump(DumpKind.NFT).ifPresent(d -> recognised.nft(d, shownByIptables()));
    dump(DumpKind.BRIDGE_TABLE).ifPresent(d -> BridgeTable.read(d, interfaces, findings));
    Sysctls sysctls =
        dump(DumpKind.SYSCTLS).map(d -> SysctlLines.read(d, findings)).orElse(Sysctls.NONE);
    assumeWhatIsMissing(interfaces);
    for (String unexplained : tables.unexplained()) {
      assumptions.add(
          "table "
              + unexplained
              + " has a number that "
              + DumpKind.TABLE_NAMES.file()
              + " would tell");
    }
    Host host =
        new Host(
            name,
            kernel(),
            sysctls,
            interfaces,
            tables.build(),
            rules,
            IptablesTool.of(kernel()),
            packetTables,
            List.of(),
            dump(DumpKind.LISTENERS).map(d -> SocketLines.read(d, findings)).orElse(List.of()),
            dump(DumpKind.NEIGHBOURS).map(d -> NeighbourLines.read(d, findings)).orElse(List.of()),
            findings.unmodelled(),
            dumps.values().stream()
                .findFirst()
                .map(d -> Origin.line(d.file(), 1))
                .orElse(Origin.NONE));
    return new ImportedHost(host, List.copyOf(assumptions), findings.counts());
  }

  private List<PacketTable> packetTables(DumpKind kind) {
    return dump(kind).map(d -> PacketRules.read(d, findings)).orElse(List.of());
  }

  /** Tables as nft calls them that the iptables of this host keeps there: {@code ip nat}. */
  private Set<String> shownByIptables() {
    Map<DumpKind, String> families =
        Map.of(
            DumpKind.IPTABLES, "ip ",
            DumpKind.IP6TABLES, "ip6 ",
            DumpKind.EBTABLES, "bridge ",
            DumpKind.ARPTABLES, "arp ");
    Set<String> shown = new HashSet<>();
    families.forEach(
        (kind, family) ->
            dump(kind).map(Dump::lines).orElse(List.of()).stream()
                .filter(line -> line.text().startsWith("*"))
                .forEach(line -> shown.add(family + line.text().substring(1).strip())));
    return shown;
  }

  private Optional<Dump> dump(DumpKind kind) {
    return Optional.ofNullable(dumps.get(kind));
  }

  private void assumeWhatIsMissing(List<Interface> interfaces) {
    boolean ipv6 = interfaces.stream().anyMatch(HostImport::isOfIpv6);
    boolean filters = interfaces.stream().anyMatch(i -> i.settings().is(LinkFlag.VLAN_FILTERING));
    for (DumpKind kind : DumpKind.values()) {
      boolean missed =
          !kind.assumption().isEmpty()
              && (ipv6 || kind != DumpKind.RULES6)
              && (filters || kind != DumpKind.BRIDGE_VLANS);
      if (!dumps.containsKey(kind) && missed) {
        assumptions.add("no " + kind.file() + " (" + kind.command() + "): " + kind.assumption());
      }
    }
  }

  /** Whether it has an address of IPv6 that leads somewhere. */
  private static boolean isOfIpv6(Interface iface) {
    return !iface.name().equals("lo")
        && iface.addresses().stream().anyMatch(a -> a.prefix().family() == Family.IPV6);
  }

  private List<Interface> interfaces() {
    Links links = new Links();
    LinkDumps reader = new LinkDumps(links, findings);
    for (DumpKind kind : List.of(DumpKind.ADDRESSES, DumpKind.LINKS, DumpKind.BRIDGE_PORTS)) {
      dump(kind).ifPresent(reader::read);
    }
    List<Interface> interfaces =
        new ArrayList<>(
            links.build(dump(DumpKind.BRIDGE_VLANS).map(d -> PortVlans.read(d, findings))));
    if (interfaces.stream().noneMatch(i -> i.name().equals("lo"))) {
      interfaces.add(0, KernelEntries.loopback());
    }
    interfaces.forEach(i -> findings.count(Counted.INTERFACES));
    return interfaces;
  }

  /** The kernel's own entries are made here only where the dump of routes has none. */
  private RouteTables tables(List<Interface> interfaces) {
    RouteTables tables = new RouteTables();
    dump(DumpKind.TABLE_NAMES).ifPresent(tables::names);
    Optional<Dump> routes = dump(DumpKind.ROUTES);
    if (routes.isPresent() && routes.get().isJson()) {
      RouteJson.read(routes.get(), tables, findings);
    } else {
      routes.ifPresent(d -> RouteText.read(d, tables, findings));
    }
    if (routes.isEmpty()) {
      add("main", KernelEntries.subnets(interfaces, kernel()), tables);
    }
    if (!tables.has("local")) {
      add("local", KernelEntries.local(interfaces, kernel()), tables);
      if (routes.isPresent()) {
        assumptions.add(
            "no table local in " + routes.get().file() + ": only what the kernel makes itself");
      }
    }
    return tables;
  }

  private static void add(String table, List<Route> routes, RouteTables tables) {
    routes.forEach(r -> tables.add(table, r));
  }

  private KernelProfile kernel() {
    Optional<Dump.Line> line = dump(DumpKind.KERNEL).flatMap(d -> d.lines().stream().findFirst());
    if (line.isEmpty()) {
      return KernelProfile.DEFAULT;
    }
    String release = line.get().text().strip();
    try {
      return new KernelProfile(
          KernelVersion.parse(release.replaceFirst("^([0-9]+(\\.[0-9]+){1,2}).*", "$1")));
    } catch (Malformed e) {
      findings.unread(line.get(), e);
      return KernelProfile.DEFAULT;
    }
  }
}
