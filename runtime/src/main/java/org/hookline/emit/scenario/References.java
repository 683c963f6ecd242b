package org.hookline.emit.scenario;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.hookline.model.Host;
import org.hookline.model.Internet;
import org.hookline.model.Network;
import org.hookline.model.Port;
import org.hookline.model.flow.Action;
import org.hookline.model.iface.Interface;
import org.hookline.model.rule.FreeText;
import org.hookline.model.rule.Rule;
import org.hookline.model.rule.RuleTable;

/**
 * Whether the names in a network name something. The language sees to that for its own files; a
 * scenario may have been edited by hand. A policy rule may look up a table that does not exist: it
 * finds nothing there.
 */
final class References {
  private static final String INTERNET = "internet";

  private final Network network;
  private final List<Dangling> found = new ArrayList<>();

  private References(Network network) {
    this.network = network;
  }

  /** The first one that does not. */
  static Optional<Dangling> check(Network network) {
    References references = new References(network);
    references.hosts();
    references.segments();
    network.internet().ifPresent(references::internet);
    references.simulations();
    return references.found.stream().findFirst();
  }

  private void missing(String path, String kind, String name) {
    found.add(new Dangling(path, "there is no " + kind + " '" + name + "'", ""));
  }

  private void hosts() {
    Set<String> names = new HashSet<>();
    for (int i = 0; i < network.hosts().size(); i++) {
      Host host = network.hosts().get(i);
      String path = ".hosts[" + i + "]";
      if (!names.add(host.name()) || host.name().equals(INTERNET)) {
        found.add(new Dangling(path + ".name", "another host has this name", "a free name"));
      }
      sysctls(host, path + ".sysctls.settings");
      tables(host, path + ".tables");
      for (int t = 0; t < host.packetTables().size(); t++) {
        chains(host.packetTables().get(t), path + ".packetTables[" + t + "].chains");
      }
      for (int t = 0; t < host.nftTables().size(); t++) {
        chains(host.nftTables().get(t), path + ".nftTables[" + t + "].contents");
      }
    }
  }

  /** The settings of IPv4 that the packet path asks for are numbers. */
  private void sysctls(Host host, String path) {
    host.sysctls()
        .settings()
        .forEach(
            (key, setting) -> {
              boolean asked = key.matches("net\\.ipv4\\.(conf\\..*|ip_.*|tcp_syn_retries)");
              if (asked && !setting.value().matches("-?[0-9]{1,9}")) {
                found.add(new Dangling(path, key + " has to be a number", key + " = 0"));
              }
            });
  }

  private void tables(Host host, String path) {
    for (int t = 0; t < host.tables().size(); t++) {
      var routes = host.tables().get(t).routes();
      for (int r = 0; r < routes.size(); r++) {
        String place = path + "[" + t + "].routes[" + r + "]";
        routes.get(r).hops().stream()
            .filter(hop -> host.iface(hop.dev()).isEmpty())
            .forEach(hop -> missing(place, "interface", hop.dev()));
      }
    }
  }

  private void chains(RuleTable table, String path) {
    for (int c = 0; c < table.chains().size(); c++) {
      List<Rule> rules = table.chains().get(c).rules();
      for (int r = 0; r < rules.size(); r++) {
        String place = path + "[" + c + "].rules[" + r + "].target";
        rules
            .get(r)
            .target()
            .freeText()
            .filter(text -> text.kind() == FreeText.Kind.CHAIN)
            .filter(text -> table.chain(text.text()).isEmpty())
            .ifPresent(text -> missing(place, "chain", text.text()));
      }
    }
  }

  private void segments() {
    for (int s = 0; s < network.segments().size(); s++) {
      List<Port> ports = network.segments().get(s).ports();
      for (int p = 0; p < ports.size(); p++) {
        Port port = ports.get(p);
        Optional<Interface> iface = network.host(port.host()).flatMap(h -> h.iface(port.iface()));
        if (iface.isEmpty()) {
          missing(".segments[" + s + "].ports[" + p + "]", "interface", port.toString());
        }
      }
    }
  }

  private void internet(Internet internet) {
    for (int a = 0; a < internet.attachments().size(); a++) {
      String segment = internet.attachments().get(a).segment();
      if (network.segments().stream().noneMatch(s -> s.name().equals(segment))) {
        missing(".internet.attachments[" + a + "].segment", "segment", segment);
      }
    }
  }

  private void simulations() {
    for (int s = 0; s < network.simulations().size(); s++) {
      List<Action> actions = network.simulations().get(s).actions();
      for (int a = 0; a < actions.size(); a++) {
        String from = actions.get(a).from();
        boolean known =
            Stream.concat(network.hosts().stream().map(Host::name), internetName())
                .anyMatch(from::equals);
        if (!known) {
          missing(".simulations[" + s + "].actions[" + a + "].from", "host", from);
        }
      }
    }
  }

  private Stream<String> internetName() {
    return network.internet().map(i -> INTERNET).stream();
  }
}
