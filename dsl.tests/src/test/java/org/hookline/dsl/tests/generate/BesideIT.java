package org.hookline.dsl.tests.generate;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.hookline.dsl.generate.Scripts;
import org.hookline.emit.Backend;
import org.hookline.model.Network;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * What stands beside the tables of iptables, on the real kernel: frames, nft's own tables, IPv6,
 * and links with settings.
 */
class BesideIT {
  @TempDir Path directory;

  private static Namespace box() {
    Namespace box = Namespace.open();
    for (String name : List.of("a0", "a1", "p0")) {
      box.must("ip", "link", "add", name, "type", "veth", "peer", "name", "of-" + name);
      box.must("ip", "link", "set", "of-" + name, "up");
    }
    return box;
  }

  @ParameterizedTest
  @EnumSource(Backend.class)
  void aSecondRunPrintsAndChangesNothing(Backend backend) throws IOException {
    Network network = Networks.bridge();
    Path script = Scripts.of(network, backend).writeTo(directory).get("bridge");
    try (Namespace box = box()) {
      assertThat(box.apply(script))
          .contains("ebtables-restore ebtables.rules", "arptables-restore arptables.rules")
          .contains("nft nftables.nft", "tuntap add dev t0 mode tun", "hairpin on")
          .contains("neighbour replace proxy 10.0.0.9 dev br # bridge.hkl:");
      List<String> dump = box.dump();
      assertThat(box.apply(script)).isEmpty();
      assertThat(Namespace.differences(dump, box.dump())).isEmpty();
    }
  }

  private static final List<String> CHANGES =
      List.of(
          "ebtables -P FORWARD ACCEPT",
          "ebtables -t nat -F",
          "arptables -F",
          "ip6tables -P INPUT ACCEPT",
          "ip6tables -t nat -F",
          "nft flush chain inet fw hkl_set",
          "nft delete table bridge frames",
          "ip link set a0 group 0",
          "ip link set a0 type bridge_slave hairpin off",
          "ip link set a1 type bridge_slave isolated off",
          "ip link set a1 arp on",
          "ip link set a0 alias other",
          "ip address del 10.1.0.1 peer 10.1.0.2/32 dev p0",
          "ip address del 10.2.0.1/24 dev p0",
          "ip route del 10.9.0.0/16",
          "ip route replace 10.9.0.0/16 via 10.0.0.7 dev br proto static mtu 1300",
          "ip rule del pref 100",
          "ip neighbour del proxy 10.0.0.9 dev br",
          "ip neighbour add proxy 10.0.0.10 dev br");

  @TestFactory
  Stream<DynamicTest> whatSomebodyChangedIsMadeGood() throws IOException {
    Path script = Scripts.of(Networks.bridge()).writeTo(directory).get("bridge");
    Namespace box = box();
    box.apply(script);
    return CHANGES.stream()
        .map(
            change ->
                DynamicTest.dynamicTest(
                    change,
                    () -> {
                      box.must(change.split(" "));
                      assertThat(box.apply(script)).as("the change is seen").isNotEmpty();
                      assertThat(box.apply(script)).as("second run").isEmpty();
                    }))
        .onClose(box::close);
  }

  @Test
  void aRuleThatTheToolRefusesIsNamedByItsLineAndNothingOfTheTableIsLoaded() throws IOException {
    Path script = Scripts.of(Networks.bridge()).writeTo(directory).get("bridge");
    Path rules = script.resolveSibling("ebtables.rules");
    Files.writeString(rules, Files.readString(rules).replace("--vlan-id 7", "--vlan-id x"));
    try (Namespace box = box()) {
      List<String> frames = box.must("ebtables-save").lines().toList();
      Ended ended = box.run("sh", script.toString());
      assertThat(ended.exitCode()).isEqualTo(1);
      assertThat(ended.errors()).contains("ebtables-restore refused line").contains("bridge.hkl:");
      assertThat(box.must("ebtables-save").lines().filter(l -> !l.startsWith("#")))
          .isEqualTo(frames.stream().filter(l -> !l.startsWith("#")).toList());
    }
  }

  @Test
  void everyScriptIsCleanShell() throws IOException {
    for (Backend backend : Backend.values()) {
      Path script = Scripts.of(Networks.bridge(), backend).writeTo(directory).get("bridge");
      assertThat(Ended.run("shellcheck", script.toString()).output()).isEmpty();
    }
  }
}
