package org.hookline.dsl.tests.example;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.hookline.api.Hookline;
import org.hookline.check.CheckResult;
import org.hookline.dsl.HooklineStandaloneSetup;
import org.hookline.dsl.load.NetworkLoader;
import org.hookline.dsl.load.Unreadable;
import org.hookline.model.Network;
import org.junit.jupiter.api.Test;

/** Checks that are judged on one graph, with what all their properties write down on it. */
class TogetherTest {
  private static final Path BASE =
      Path.of(System.getProperty("hookline.root")).resolve("examples/multi-uplink/base.hkl");

  /** One of each kind that writes something down, and some that do not. */
  private static final List<String> PROPERTIES =
      List.of(
          "symmetric at mirrors",
          "leaves by mirrors.vlan10",
          "leaves by mirrors.lxc",
          "enters by mirrors.vlan95",
          "never reaches db",
          "source in 202.38.95.110 at mirrors.vlan95",
          "holds 100 connections",
          "delivered to lab",
          "replied",
          "no loop",
          "dropped");

  @Test
  void areJudgedAsEachIsAlone() throws Unreadable {
    String checks =
        IntStream.range(0, 2 * PROPERTIES.size())
            .mapToObj(i -> check(i, PROPERTIES.get(i % PROPERTIES.size())))
            .collect(Collectors.joining());
    Network network = network("import \"" + BASE + "\"\n" + checks);
    List<CheckResult> together = Hookline.of(network).check(c -> {});
    List<CheckResult> alone =
        network.checks().stream().map(check -> Hookline.of(network).check(check)).toList();
    assertThat(together).hasSizeGreaterThan(2 * PROPERTIES.size());
    IntStream.range(0, together.size())
        .forEach(
            i ->
                assertThat(together.get(i))
                    .as(together.get(i).check().name())
                    .isEqualTo(alone.get(i)));
  }

  private static String check(int number, String property) {
    return """
        check "%d: %s" {
          from internet to uplinks rsync
          %s
        }
        """
        .formatted(number, property, property);
  }

  private static Network network(String text) throws Unreadable {
    return new HooklineStandaloneSetup()
        .createInjectorAndDoEMFRegistration()
        .getInstance(NetworkLoader.class)
        .load("together.hkl", text.getBytes(StandardCharsets.UTF_8))
        .network()
        .orElseThrow();
  }
}
