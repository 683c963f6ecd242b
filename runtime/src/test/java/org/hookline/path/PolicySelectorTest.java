package org.hookline.path;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hookline.testing.SelectorDraft.all;

import org.hookline.kernel.KernelProfile;
import org.hookline.kernel.KernelVersion;
import org.hookline.model.Host;
import org.hookline.testing.NetworkDraft;
import org.hookline.testing.SelectorDraft;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Which rules have the kernel read what comes in; what follows on 6.18 is among the recordings. */
class PolicySelectorTest {
  private static boolean dissects(String kernel, SelectorDraft rule) {
    NetworkDraft draft = new NetworkDraft();
    draft.host("r").kernel(new KernelProfile(KernelVersion.parse(kernel))).rule(100, rule, "main");
    Host host = draft.done().host("r").orElseThrow();
    return PolicySelector.dissects(host);
  }

  @ParameterizedTest
  @CsvSource({"5.2, true", "5.3, false", "6.18, false"})
  void rulesForOwnPacketsNoLongerDoSince53(String kernel, boolean expected) {
    assertThat(dissects(kernel, all().iif("lo").ipproto("icmp"))).isEqualTo(expected);
  }

  @ParameterizedTest
  @CsvSource({"5.2", "6.18"})
  void rulesForOthersDoIfTheyAskForProtocolOrPorts(String kernel) {
    assertThat(dissects(kernel, all().dport("53"))).isTrue();
    assertThat(dissects(kernel, all().iif("eth0").ipproto("udp"))).isTrue();
    assertThat(dissects(kernel, all().from("10.0.0.0/8"))).isFalse();
  }
}
