package org.hookline.importer;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.hookline.model.Host;
import org.hookline.model.Neighbour;
import org.hookline.model.Setting;
import org.hookline.model.Sysctls;
import org.hookline.model.Unmodelled;
import org.hookline.model.iface.Interface;
import org.hookline.model.route.NextHop;
import org.hookline.model.route.PolicyRule;
import org.hookline.model.route.Route;
import org.hookline.model.route.RouteTable;
import org.hookline.source.Origin;

/**
 * An imported host as a text of the language can say it: what needs an interface that the host does
 * not have becomes unmodelled. The kernel keeps such rules, and no packet meets them.
 */
final class ReadableHost {
  private static final String INTERFACE_SYSCTL = "net\\.ipv[46]\\.(conf|neigh)\\.([^.]+)\\..*";
  private static final int LONGEST_NAME = 63;

  private final Host host;
  private final Set<String> interfaces;
  private final List<Unmodelled> unmodelled;

  private ReadableHost(ImportedHost imported) {
    this.host = imported.host();
    this.interfaces =
        host.interfaces().stream()
            .map(Interface::name)
            .filter(ReadableNames::isInterface)
            .collect(Collectors.toSet());
    this.unmodelled = new ArrayList<>(host.unmodelled());
    imported.assumptions().forEach(text -> unmodelled.add(assumed(text)));
  }

  /** What is missing, and what is taken for granted in its place. */
  private static Unmodelled assumed(String text) {
    String[] parts = text.split(": ", 2);
    return parts.length == 2
        ? new Unmodelled(parts[0], "assumed: " + parts[1], Origin.NONE)
        : new Unmodelled(text, "assumed", Origin.NONE);
  }

  static ImportedHost of(ImportedHost imported, String name) {
    Host readable = new ReadableHost(imported).readable(name);
    return new ImportedHost(readable, imported.assumptions(), imported.counts());
  }

  /** Letters, digits, - and _ of a name; a dot would end it in {@code web.eth0}. */
  static String name(String name) {
    String plain = name.replaceAll("[^A-Za-z0-9_-]", "-").replaceFirst("^-+", "");
    String brief = plain.substring(0, Math.min(plain.length(), LONGEST_NAME));
    return brief.isEmpty() || brief.equals("internet") ? "host" : brief;
  }

  private Host readable(String name) {
    List<RouteTable> readTables = host.tables().stream().map(this::table).toList();
    List<PolicyRule> rules = kept(host.rules(), this::lost, r -> new Lost(r.text(), r.origin()));
    List<Neighbour> neighbours =
        kept(host.neighbours(), n -> lost(n.dev()), n -> new Lost("" + n.address(), n.origin()));
    Sysctls sysctls = sysctls();
    List<Interface> named =
        kept(
            host.interfaces(),
            i -> lost(i.name()),
            i -> new Lost("interface " + i.name(), i.origin()));
    ReadableNames names = new ReadableNames(interfaces);
    return new Host(
        name,
        host.kernel(),
        sysctls,
        named.stream().map(names::iface).toList(),
        readTables,
        rules,
        host.iptables(),
        host.packetTables().stream().map(names::table).toList(),
        host.nftTables(),
        host.listeners(),
        neighbours,
        List.copyOf(unmodelled),
        host.origin());
  }

  private RouteTable table(RouteTable table) {
    List<Route> routes =
        kept(
            table.routes(),
            r -> r.hops().stream().map(NextHop::dev).flatMap(d -> lost(d).stream()).findFirst(),
            r -> new Lost(r.text(), r.origin()));
    return new RouteTable(table.name(), table.id(), routes, table.origin());
  }

  /** Something that needs an interface, as the dump said it. */
  private record Lost(String what, Origin origin) {}

  private interface Needs<T> {
    Optional<String> missing(T element);
  }

  private interface Described<T> {
    Lost of(T element);
  }

  private <T> List<T> kept(List<T> elements, Needs<T> needs, Described<T> described) {
    List<T> kept = new ArrayList<>();
    for (T element : elements) {
      Optional<String> missing = needs.missing(element);
      if (missing.isEmpty()) {
        kept.add(element);
      } else {
        Lost lost = described.of(element);
        lose(lost, missing.get());
      }
    }
    return kept;
  }

  private void lose(Lost lost, String missing) {
    unmodelled.add(
        new Unmodelled(lost.what(), "the host has no interface " + missing, lost.origin()));
  }

  private Optional<String> lost(PolicyRule rule) {
    return Stream.of(rule.selector().iif(), rule.selector().oif())
        .flatMap(Optional::stream)
        .flatMap(name -> lost(name).stream())
        .findFirst();
  }

  private Optional<String> lost(String name) {
    boolean known = name.isEmpty() || interfaces.contains(name);
    return known ? Optional.empty() : Optional.of(name);
  }

  private Sysctls sysctls() {
    TreeMap<String, Setting> kept = new TreeMap<>();
    host.sysctls()
        .settings()
        .forEach(
            (key, setting) -> {
              String name =
                  key.matches(INTERFACE_SYSCTL)
                      ? key.replaceFirst(INTERFACE_SYSCTL, "$2").replace('/', '.')
                      : "all";
              if (name.equals("all") || name.equals("default") || interfaces.contains(name)) {
                kept.put(key, setting);
              } else {
                lose(new Lost(key + " = " + setting.value(), setting.origin()), name);
              }
            });
    return new Sysctls(kept);
  }
}
