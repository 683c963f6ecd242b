package org.hookline.dsl.tests.generate;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.hookline.addr.Address;
import org.hookline.api.Hookline;
import org.hookline.model.Host;
import org.hookline.model.Network;
import org.hookline.model.iface.Interface;
import org.hookline.model.route.Route;
import org.hookline.model.route.RouteTable;
import org.hookline.sim.RouteQuestion;
import org.junit.jupiter.api.Test;

/** What the kernel makes of addresses with peers, broadcasts, scopes and without prefix routes. */
class AddressKernelIT {
  private static final Network NETWORK =
      Networks.of(
          "addresses.hkl",
          """
          host box {
            interface ppp0 { address 10.0.0.1 peer 10.0.0.2/32 scope link, 10.55.0.1/32 }
            interface eth0 {
              address 10.1.0.1/24 broadcast 10.1.0.0 noprefixroute
              address 10.2.0.1 peer 10.3.0.9/24, 10.4.0.1/24 scope link, 10.4.0.7/24 scope link
              address 10.6.0.1/25 broadcast 10.6.0.127 label eth0:six
            }
            table main {
              10.9.0.0/16 dev eth0
              10.10.0.0/16 via 10.4.0.9 dev eth0
              10.11.0.0/16 via 10.3.0.1 dev eth0
              10.12.0.0/16 dev ppp0 scope global
              10.13.0.0/16 dev ppp0
            }
          }
          """);
  private static final Host BOX = NETWORK.host("box").orElseThrow();

  @Test
  void theTablesAreThoseOfTheModel() {
    try (Namespace namespace = configured()) {
      for (String table : List.of("local", "main")) {
        List<String> kernel =
            namespace
                .must("ip", "route", "show", "table", table, "proto", "kernel")
                .lines()
                .map(line -> line.replaceAll(" (scope \\S+|linkdown)", "").strip())
                .toList();
        assertThat(kernel).containsExactlyInAnyOrderElementsOf(own(table));
      }
    }
  }

  @Test
  void theSourcesAreThoseOfTheModel() {
    try (Namespace namespace = configured()) {
      for (int network = 9; network <= 13; network++) {
        String asked = "10." + network + ".0.1";
        String kernel = namespace.must("ip", "route", "get", asked).lines().findFirst().orElse("");
        RouteQuestion question =
            new RouteQuestion("box", Address.parse(asked), Optional.empty(), Optional.empty(), 0);
        assertThat(source(Hookline.of(NETWORK).route(question).text()))
            .as(asked)
            .isNotEmpty()
            .isEqualTo(source(kernel));
      }
    }
  }

  private static String source(String answer) {
    return answer.replaceAll("(?s).* src (\\S+).*", "$1");
  }

  private static List<String> own(String name) {
    return BOX.table(name).map(RouteTable::routes).stream()
        .flatMap(List::stream)
        .filter(Route::byKernel)
        .map(
            route ->
                route.text()
                    + " src "
                    + route.source().orElseThrow(() -> new AssertionError(route.text())))
        .map(String::strip)
        .toList();
  }

  /** The host's own commands, on links that stand for what the kernel may not be able to make. */
  private static Namespace configured() {
    Namespace namespace = Namespace.open().withLinksOf(BOX);
    for (Interface iface : BOX.interfaces()) {
      namespace.must("ip", "link", "set", iface.name(), "up");
      if (!iface.name().equals("lo")) {
        iface
            .addresses()
            .forEach(a -> namespace.must(command("ip address add " + a.text(), iface.name())));
      }
    }
    for (Route route : BOX.table("main").orElseThrow().routes()) {
      if (!route.byKernel()) {
        namespace.must(("ip route add " + route.text()).split(" "));
      }
    }
    return namespace;
  }

  private static String[] command(String words, String dev) {
    return Stream.concat(Stream.of(words.split(" ")), Stream.of("dev", dev)).toArray(String[]::new);
  }
}
