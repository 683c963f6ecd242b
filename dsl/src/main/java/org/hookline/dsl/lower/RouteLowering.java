package org.hookline.dsl.lower;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.hookline.addr.Address;
import org.hookline.dsl.hookline.HooklinePackage;
import org.hookline.dsl.hookline.HostElement;
import org.hookline.dsl.hookline.InterfaceDeclaration;
import org.hookline.dsl.hookline.NextHopEntry;
import org.hookline.dsl.hookline.RouteEntry;
import org.hookline.dsl.hookline.RouteRemoval;
import org.hookline.dsl.hookline.TableDeclaration;
import org.hookline.dsl.hookline.TableEntry;
import org.hookline.dsl.hookline.TableRemoval;
import org.hookline.dsl.hookline.util.HooklineSwitch;
import org.hookline.dsl.word.Words;
import org.hookline.kernel.KernelProfile;
import org.hookline.model.KernelEntries;
import org.hookline.model.iface.Interface;
import org.hookline.model.route.NextHop;
import org.hookline.model.route.Route;
import org.hookline.model.route.RouteOptions;
import org.hookline.model.route.RouteTable;
import org.hookline.model.route.RouteType;
import org.hookline.source.Origin;

/** The routing tables of one host: the kernel's own entries, then the text in its order. */
final class RouteLowering extends HooklineSwitch<Boolean> {
  private static final HooklinePackage HKL = HooklinePackage.eINSTANCE;

  private final Map<String, Draft> drafts = new LinkedHashMap<>();
  private final List<Interface> interfaces;
  private final Origins origins;
  private final Removals removals;

  /**
   * @param kernel which fills the tables with entries of its own
   */
  RouteLowering(
      List<Interface> interfaces, KernelProfile kernel, Origins origins, Removals removals) {
    this.interfaces = interfaces;
    this.origins = origins;
    this.removals = removals;
    for (RouteTable table : KernelEntries.tables(interfaces, kernel)) {
      drafts.put(table.name(), new Draft(table.id(), table.origin(), table.routes()));
    }
  }

  List<RouteTable> lower(List<HostElement> elements) {
    elements.forEach(this::doSwitch);
    List<RouteTable> tables = new ArrayList<>();
    drafts.forEach(
        (name, draft) ->
            tables.add(new RouteTable(name, draft.id, List.copyOf(draft.routes), draft.origin)));
    return tables;
  }

  @Override
  public Boolean caseTableDeclaration(TableDeclaration declaration) {
    Draft draft =
        drafts.computeIfAbsent(
            declaration.getName(),
            name ->
                new Draft(
                    Words.TABLE_NUMBER.read(declaration.getNumber()),
                    origins.of(declaration),
                    List.of()));
    if (!draft.origin.known()) {
      draft.origin = origins.of(declaration);
    }
    for (TableEntry entry : declaration.getEntries()) {
      new Entries(draft).doSwitch(entry);
    }
    return true;
  }

  @Override
  public Boolean caseTableRemoval(TableRemoval removal) {
    if (drafts.remove(removal.getTable().getName()) == null) {
      removals.gone(removal, HKL.getTableRemoval_Table());
    }
    return true;
  }

  private final class Entries extends HooklineSwitch<Boolean> {
    private final Draft draft;

    Entries(Draft draft) {
      this.draft = draft;
    }

    @Override
    public Boolean caseRouteEntry(RouteEntry entry) {
      draft.routes.add(route(entry));
      return true;
    }

    @Override
    public Boolean caseRouteRemoval(RouteRemoval removal) {
      Route wanted = route(removal.getRoute());
      Optional<Route> found =
          draft.routes.stream()
              .filter(route -> matches(route, removal.getRoute(), wanted))
              .findFirst();
      if (found.isEmpty()) {
        removals.nothing(removal);
      } else {
        draft.routes.remove(found.get());
      }
      return true;
    }
  }

  /** As in {@code ip route del}, what is not written does not count. */
  private static boolean matches(Route route, RouteEntry written, Route wanted) {
    return route.destination().equals(wanted.destination())
        && (written.getType() == null || route.type() == wanted.type())
        && (wanted.hops().isEmpty() || route.hops().equals(wanted.hops()))
        && (written.getSource() == null || route.source().equals(wanted.source()))
        && (written.getMetric() == null || route.metric() == wanted.metric())
        && (written.getTos() == null || route.tos() == wanted.tos());
  }

  private Route route(RouteEntry entry) {
    RouteType type =
        entry.getType() == null
            ? RouteType.UNICAST
            : RouteType.valueOf(entry.getType().toUpperCase(Locale.ROOT));
    return new Route(
        type,
        Words.DESTINATION.read(entry.getDestination()),
        hops(entry),
        Optional.ofNullable(entry.getSource()).map(Words.ADDRESS::read),
        entry.getMetric() == null ? 0 : Words.METRIC.read(entry.getMetric()),
        entry.getTos() == null ? 0 : Words.RULE_TOS.read(entry.getTos()),
        false,
        options(entry),
        origins.whole(entry));
  }

  private static RouteOptions options(RouteEntry entry) {
    return new RouteOptions(
        Optional.ofNullable(entry.getScope()).map(Words.SCOPE::read),
        Optional.ofNullable(entry.getProtocol()),
        Optional.ofNullable(entry.getRealm()),
        Optional.ofNullable(entry.getPreference()),
        entry.getMetrics().stream()
            .map(m -> new RouteOptions.Metric(m.getName(), m.isLocked(), m.getValue()))
            .toList());
  }

  private List<NextHop> hops(RouteEntry entry) {
    if (!entry.getHops().isEmpty()) {
      return entry.getHops().stream().map(this::hop).toList();
    }
    if (entry.getVia() == null && entry.getDev() == null) {
      return List.of();
    }
    return List.of(hop(entry.getVia(), entry.getDev(), 1, entry.isOnlink()));
  }

  private NextHop hop(NextHopEntry hop) {
    int weight = hop.getWeight() == null ? 1 : Words.WEIGHT.read(hop.getWeight()).intValue();
    return hop(hop.getVia(), hop.getDev(), weight, hop.isOnlink());
  }

  private NextHop hop(String via, InterfaceDeclaration dev, int weight, boolean onlink) {
    Optional<Address> gateway = Optional.ofNullable(via).map(Words.ADDRESS::read);
    String name = dev == null ? gateway.map(this::reachedBy).orElse("") : dev.getName();
    return new NextHop(gateway, name, weight, onlink);
  }

  /** A gateway without {@code dev} is reached by the interface whose subnet has it. */
  private String reachedBy(Address gateway) {
    return interfaces.stream()
        .filter(Interface::up)
        .filter(i -> i.addresses().stream().anyMatch(a -> a.prefix().contains(gateway)))
        .map(Interface::name)
        .findFirst()
        .orElse("");
  }

  private static final class Draft {
    private final long id;
    private final List<Route> routes;
    private Origin origin;

    Draft(long id, Origin origin, List<Route> routes) {
      this.id = id;
      this.origin = origin;
      this.routes = new ArrayList<>(routes);
    }
  }
}
