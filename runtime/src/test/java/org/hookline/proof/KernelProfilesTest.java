package org.hookline.proof;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hookline.addr.Protocol.TCP;
import static org.hookline.model.rule.TableName.MANGLE;
import static org.hookline.model.rule.TableName.NAT;
import static org.hookline.proof.Diamond.north;
import static org.hookline.proof.Diamond.router;
import static org.hookline.proof.Fact.bound;
import static org.hookline.proof.Fact.frame;
import static org.hookline.proof.Fact.ping;
import static org.hookline.proof.Fact.tcp;
import static org.hookline.proof.Fact.udp;
import static org.hookline.testing.RouteDraft.to;
import static org.hookline.testing.RuleWords.mark;
import static org.hookline.testing.SelectorDraft.all;

import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.hookline.kernel.KernelPatch;
import org.hookline.kernel.KernelPatches;
import org.hookline.kernel.KernelProfile;
import org.hookline.kernel.KernelVersion;
import org.hookline.lab.Crossing;
import org.hookline.model.Network;
import org.hookline.model.route.Route;
import org.hookline.model.rule.target.Drop;
import org.hookline.testing.HostDraft;
import org.junit.jupiter.api.Test;

/**
 * Where older and patched kernels go another way. Nothing of this was recorded: it is what their
 * sources say, each at the behaviour's own place.
 */
class KernelProfilesTest {
  private static final String FAR = "10.9.0.1";

  private static List<String> wire(Network network, Fact.Stimulus stimulus) {
    Foretelling foretelling = new Foretelling(KernelFactsTest.paths(network));
    return stimulus.in(foretelling).wire().stream().map(Crossing::toString).toList();
  }

  /** Marked packets of the router itself leave by the south, whose route names a source. */
  private static Consumer<HostDraft> marking(KernelProfile kernel) {
    return r ->
        r.kernel(kernel)
            .route(to("10.9.0.0/16").via("10.2.0.2", "e1"))
            .route("t1", to("default").via("10.3.0.2", "e2").source("10.3.0.1"))
            .rule(100, all().fwmark("0x1"), "t1")
            .append(MANGLE, "OUTPUT", mark("0x1"));
  }

  private static KernelProfile with(String... patches) {
    List<KernelPatch> named = Stream.of(patches).map(KernelPatches::named).toList();
    return new KernelProfile(KernelVersion.parse("3.10"), named);
  }

  private static String first(KernelProfile kernel, Fact.Stimulus stimulus) {
    return wire(router(marking(kernel)), stimulus).get(0);
  }

  @Test
  void theSecondRouteKeepsTheSource() {
    assertThat(first(with(), ping("r", FAR))).startsWith("r e2 out: icmp 10.2.0.1 > " + FAR);
    assertThat(first(with(), tcp("r", FAR, 53))).startsWith("r e2 out: tcp 10.2.0.1:");
  }

  @Test
  void theFirstPatchChoosesAgainForPingAndNotForTcp() {
    KernelProfile patched = with("reroute-chooses-source");
    assertThat(first(patched, ping("r", FAR))).startsWith("r e2 out: icmp 10.3.0.1 > " + FAR);
    assertThat(first(patched, tcp("r", FAR, 53))).startsWith("r e2 out: tcp 10.2.0.1:");
    assertThat(first(patched, udp("r", FAR, 53)))
        .as("a connected socket")
        .startsWith("r e2 out: udp 10.2.0.1:");
  }

  @Test
  void theSecondPatchGivesTheConnectionItsNewAddress() {
    KernelProfile patched = with("reroute-moves-connection");
    List<String> wire = wire(router(marking(patched)), tcp("r", FAR, 53));
    assertThat(wire.get(0)).startsWith("r e2 out: tcp 10.3.0.1:");
    assertThat(wire).as("the handshake goes on").anyMatch(p -> p.contains("10.3.0.1:40000 > "));
    assertThat(wire).noneMatch(p -> p.contains("10.2.0.1:"));
    assertThat(first(patched, bound(TCP, "r", "10.2.0.1", FAR, 53)))
        .as("even a bound socket's")
        .startsWith("r e2 out: tcp 10.3.0.1:");
  }

  private static Consumer<HostDraft> kernel(String version, Consumer<HostDraft> more) {
    return r -> more.accept(r.kernel(new KernelProfile(KernelVersion.parse(version))));
  }

  @Test
  void tableNatAloneBroughtConntrack() {
    Consumer<HostDraft> dropping = r -> r.append(NAT, "PREROUTING", new Drop());
    assertThat(wire(north(kernel("4.9", dropping)), udp("c", FAR, 53)))
        .noneMatch(p -> p.startsWith("r e1 out"));
    assertThat(wire(north(kernel("4.14", dropping)), udp("c", FAR, 53)))
        .anyMatch(p -> p.startsWith("r e1 out"));
  }

  @Test
  void theLowestAddressWasABroadcastAddress() {
    assertThat(broadcasts("5.10")).contains("10.2.0.0", "10.2.0.255");
    assertThat(broadcasts("5.14")).contains("10.2.0.255").doesNotContain("10.2.0.0");
  }

  private static Set<String> broadcasts(String version) {
    return router(kernel(version, r -> {})).host("r").orElseThrow().table("local").stream()
        .flatMap(t -> t.routes().stream())
        .map(Route::destination)
        .map(Object::toString)
        .collect(java.util.stream.Collectors.toSet());
  }

  @Test
  void sourcesWereAlwaysLookedUpBefore36() {
    Fact.Stimulus fromBroadcast = frame("r", "e0", "udp 10.1.0.255:1000 > 10.9.0.1:53");
    assertThat(wire(north(kernel("2.6.32", r -> {})), fromBroadcast))
        .noneMatch(p -> p.startsWith("r e1 out"));
    assertThat(wire(north(kernel("3.10", r -> {})), fromBroadcast))
        .anyMatch(p -> p.startsWith("r e1 out"));
  }

  @Test
  void loopbackAddressesNeverCrossedAWireBefore36() {
    Consumer<HostDraft> local = r -> r.conf("all", "route_localnet", 1);
    Fact.Stimulus toLoopback = frame("r", "e0", "udp 10.1.0.2:1000 > 127.0.0.1:53");
    assertThat(wire(north(kernel("2.6.32", local)), toLoopback))
        .noneMatch(p -> p.startsWith("r e0 out"));
    assertThat(wire(north(kernel("3.10", local)), toLoopback))
        .anyMatch(p -> p.startsWith("r e0 out"));
  }
}
