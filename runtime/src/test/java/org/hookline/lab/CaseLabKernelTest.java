package org.hookline.lab;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import org.hookline.lab.CaseLab.Patience;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Recorded cases that end the lab's work, but not the lab. */
class CaseLabKernelTest {
  /** The default routes of both point at each other. */
  private static final String TWO_HOSTS =
      """
      {"id": "pair", "profile": "filter", "ipt": "legacy", "feat": [], "nrules": 1,
       "build": {
        "links": [["r", "eth0", "02:00:00:00:00:01", "g", "eth0", "02:00:00:00:00:02"]],
        "ns": {
         "r": {"link": ["addr add 10.0.0.1/24 dev eth0", "link set eth0 up"],
          "route": ["route add default via 10.0.0.2"], "neigh": [], "services": [],
          "sysctl": {"ipv4.ip_forward": 1, "ipv4.conf.all.send_redirects": 0},
          "iptables": "*mangle\\n-A POSTROUTING -j TTL --ttl-inc %d\\nCOMMIT\\n"},
         "g": {"link": ["addr add 10.0.0.2/24 dev eth0", "link set eth0 up"],
          "route": ["route add default via 10.0.0.1"], "neigh": [], "services": [],
          "sysctl": {"ipv4.ip_forward": 1, "ipv4.conf.all.send_redirects": 0}}}},
       "probes": [{"kind": "raw", "ns": "g", "dev": "eth0", "src": "192.0.2.1",
        "dst": "203.0.113.1", "ttl": 64, "what": "loop", "proto": "udp", "sport": 1,
        "dport": 2, "len": 40}]}
      """;

  private static JsonObject pair(int raisedBy) {
    return JsonParser.parseString(TWO_HOSTS.formatted(raisedBy)).getAsJsonObject();
  }

  private static int frames(JsonObject played) {
    JsonObject probe = played.getAsJsonArray("probes").get(0).getAsJsonObject();
    return probe.getAsJsonObject("out").getAsJsonArray("wire").size();
  }

  @BeforeAll
  static void needsALab() {
    KernelLab.assumeAllowed();
  }

  @Test
  void aPacketThatIsGivenMoreTimeToLiveThanItUsesGoesRoundForEver() throws LabFailure {
    try (CaseLab lab = CaseLab.open()) {
      assertThatThrownBy(() -> lab.play(pair(2), Patience.SHORT))
          .isInstanceOf(LabFailure.class)
          .hasMessage("case: packets go round without end: 20000 were seen of one probe");
      int inAndOut = frames(lab.play(pair(1), Patience.SHORT));
      assertThat(inAndOut).as("each round costs two and gives one").isBetween(120, 130);
    }
  }

  @Test
  void anotherAgentTakesOverWhenOneEnds() throws LabFailure {
    try (CaseLab lab = CaseLab.open()) {
      endAgents();
      assertThat(frames(lab.play(pair(1), Patience.SHORT))).isPositive();
    }
  }

  @Test
  void whoAsksAnAgentThatHasEndedIsToldHowItEnded() throws LabFailure {
    try (Agent agent = Agent.start()) {
      agent.hello();
      endAgents();
      assertThatThrownBy(() -> agent.ask("hello", new JsonObject()))
          .isInstanceOf(LabFailure.class)
          .hasMessage("the lab's agent ended by status 137");
    }
  }

  private static void endAgents() {
    ProcessHandle.current()
        .children()
        .filter(child -> child.info().command().orElse("").contains("python"))
        .forEach(
            child -> {
              child.destroyForcibly();
              child.onExit().join();
            });
  }
}
