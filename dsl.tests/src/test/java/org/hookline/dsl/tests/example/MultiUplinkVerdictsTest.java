package org.hookline.dsl.tests.example;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.hookline.addr.Address;
import org.hookline.addr.AddressRange;
import org.hookline.addr.AddressSet;
import org.hookline.addr.PortRange;
import org.hookline.api.Hookline;
import org.hookline.check.CheckResult;
import org.hookline.check.FailingFlows;
import org.hookline.check.PropertyResult;
import org.hookline.check.Verdict;
import org.hookline.dsl.HooklineStandaloneSetup;
import org.hookline.dsl.load.Loaded;
import org.hookline.dsl.load.NetworkLoader;
import org.hookline.dsl.load.Unreadable;
import org.hookline.model.Network;
import org.hookline.packet.Headers;
import org.junit.jupiter.api.Test;

/**
 * The verdicts of {@code examples/multi-uplink} over all packets. The failing sets are those that
 * the story's kernel shows (a real one agrees, see the test on namespaces), not what Hookline
 * printed.
 */
class MultiUplinkVerdictsTest {
  private static final Path FOLDER =
      Path.of(System.getProperty("hookline.root")).resolve("examples/multi-uplink");

  private static final String RSYNC = "rsync answers on every uplink";

  private static final AddressSet LONE_CLIENT = set("221.224.40.18");

  private static final NetworkLoader LOADER =
      new HooklineStandaloneSetup()
          .createInjectorAndDoEMFRegistration()
          .getInstance(NetworkLoader.class);

  private static Network network(String file) {
    try {
      Loaded loaded = LOADER.load(FOLDER.resolve(file).toString());
      return loaded.network().orElseThrow();
    } catch (Unreadable e) {
      throw new AssertionError(file, e);
    }
  }

  private static CheckResult check(Network network, String name) {
    return Hookline.of(network).check(c -> {}).stream()
        .filter(r -> r.check().name().equals(name))
        .findFirst()
        .orElseThrow();
  }

  private static PropertyResult property(CheckResult result, String name) {
    return result.properties().stream()
        .filter(p -> p.name().equals(name))
        .findFirst()
        .orElseThrow();
  }

  private static AddressSet set(String... ranges) {
    return new AddressSet(Arrays.stream(ranges).map(AddressRange::parse).toList());
  }

  /** All sources that fail for a destination, joined over the boxes. */
  private static AddressSet sources(PropertyResult property, String destination) {
    AddressSet sources = AddressSet.EMPTY;
    for (FailingFlows box : property.failing()) {
      if (box.dst().contains(Address.parse(destination))) {
        sources = sources.union(box.src());
      }
    }
    return sources;
  }

  private static AddressSet destinations(PropertyResult property) {
    return property.failing().stream()
        .map(FailingFlows::dst)
        .reduce(AddressSet.EMPTY, AddressSet::union);
  }

  @Test
  void beforeFailsForExactlyTheThreeBoxesOfTheStory() {
    Network network = network("before.hkl");
    CheckResult rsync = check(network, RSYNC);
    AddressSet internet = network.internetAddresses();

    assertThat(rsync.verdict()).isEqualTo(Verdict.REFUTED);
    assertThat(property(rsync, "delivered to lab").verdict()).isEqualTo(Verdict.PROVED);
    for (String name : List.of("symmetric at mirrors", "replied")) {
      PropertyResult property = property(rsync, name);
      assertThat(property.verdict()).isEqualTo(Verdict.REFUTED);
      assertThat(destinations(property))
          .isEqualTo(set("202.38.95.110", "202.141.160.110", "202.141.176.110"));
      assertThat(sources(property, "202.38.95.110")).isEqualTo(LONE_CLIENT);
      assertThat(sources(property, "202.141.160.110")).isEqualTo(internet.minus(LONE_CLIENT));
      assertThat(sources(property, "202.141.176.110")).isEqualTo(internet);
      assertThat(property.failing())
          .allSatisfy(
              box -> {
                assertThat(box.protocol()).hasToString("tcp");
                assertThat(box.dport()).containsExactly(new PortRange(50000, 50100));
                assertThat(box.sport()).containsExactly(PortRange.ANY);
              });
      assertThat(property.failing()).hasSize(3);
    }
  }

  @Test
  void theCounterexampleIsAFlowOfTheFailingSetThatTheGatewayDrops() {
    PropertyResult replied = property(check(network("before.hkl"), RSYNC), "replied");
    var example = replied.counterexample().orElseThrow();
    Headers packet = example.packet();

    assertThat(sources(replied, packet.dst().toString()).contains(packet.src())).isTrue();
    assertThat(example.trace().packets().get(1).fate()).hasToString("dropped at g95 (IP_RPFILTER)");
    assertThat(example.deciders().stream().map(w -> w.text()))
        .anyMatch(text -> text.contains("dnat to 10.8.10.2"))
        .anyMatch(text -> text.equals("default via 202.38.95.126 dev vlan95"));
  }

  @Test
  void theNeighbourTheOwnServiceAndTheClosedPortAreFineBefore() {
    Network network = network("before.hkl");
    List<String> refuted =
        Hookline.of(network).check(c -> {}).stream()
            .filter(r -> r.verdict() == Verdict.REFUTED)
            .map(r -> r.check().name())
            .toList();
    assertThat(refuted).containsExactly(RSYNC);
    assertThat(Hookline.of(network).simulate(0)).allMatch(s -> s.met());
  }

  @Test
  void bothRepairsAreProved() {
    for (String file :
        List.of("after-rules.hkl", "after-connmark.hkl", "after-rules-main-first.hkl")) {
      CheckResult rsync = check(network(file), RSYNC);
      assertThat(rsync.verdict()).as(file).isEqualTo(Verdict.PROVED);
      assertThat(rsync.properties()).as(file).allMatch(p -> p.failing().isEmpty());
    }
  }

  @Test
  void rulesBehindTheOldOneFailForExactlyTheLoneClient() {
    PropertyResult replied = property(check(network("after-rules-behind.hkl"), RSYNC), "replied");
    assertThat(destinations(replied)).isEqualTo(set("202.38.95.110", "202.141.176.110"));
    assertThat(replied.failing()).allMatch(box -> box.src().equals(LONE_CLIENT));
  }

  @Test
  void theRulesLeakInsideTrafficAndTheOtherRepairsDoNot() {
    String leak = "the container reaches the database inside";
    CheckResult leaking = check(network("after-rules.hkl"), leak);
    assertThat(leaking.verdict()).isEqualTo(Verdict.REFUTED);
    assertThat(leaking.met()).as("the example expects the leak").isTrue();
    var hops =
        leaking.properties().get(0).counterexample().orElseThrow().trace().packets().get(0).hops();
    assertThat(
            hops.stream().filter(h -> h.host().equals("mirrors")).findFirst().orElseThrow().oif())
        .isEqualTo(Optional.of("vlan10"));
    for (String file : List.of("before.hkl", "after-connmark.hkl", "after-rules-main-first.hkl")) {
      assertThat(check(network(file), leak).verdict()).as(file).isEqualTo(Verdict.PROVED);
    }
  }

  @Test
  void strictFilteringOnTheServerDropsTheRequestAlready() {
    CheckResult rsync = check(network("strict.hkl"), RSYNC);
    PropertyResult delivered = property(rsync, "delivered to lab");
    assertThat(delivered.verdict()).isEqualTo(Verdict.REFUTED);
    assertThat(delivered.counterexample().orElseThrow().trace().packets().get(0).fate())
        .hasToString("dropped at mirrors (IP_RPFILTER)");
    assertThat(sources(delivered, "202.38.95.110")).isEqualTo(LONE_CLIENT);
  }

  @Test
  void everyFileMeetsOrMissesItsExpectationsAsItsReadmeSays() {
    String met =
        List.of(
                "before",
                "after-rules",
                "after-connmark",
                "after-rules-behind",
                "after-rules-main-first",
                "strict")
            .stream()
            .filter(
                f ->
                    Hookline.of(network(f + ".hkl")).check(c -> {}).stream()
                        .allMatch(CheckResult::met))
            .collect(Collectors.toCollection(TreeSet::new))
            .toString();
    assertThat(met).isEqualTo("[after-connmark, after-rules, after-rules-main-first]");
  }
}
