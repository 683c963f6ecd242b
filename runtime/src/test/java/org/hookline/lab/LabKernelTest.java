package org.hookline.lab;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.junit.jupiter.api.Assumptions.abort;

import com.google.gson.JsonObject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.hookline.addr.Address;
import org.hookline.addr.Protocol;
import org.hookline.model.Network;
import org.hookline.model.Port;
import org.hookline.packet.Headers;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the lab makes, sees and leaves behind. */
class LabKernelTest {
  private static final Address SERVER = Address.parse("10.0.0.2");

  /** Two hosts on a wire; {@code b} is at 10.0.0.2 and has a rule for port 9. */
  private static final Network PAIR = Pairs.network();

  @TempDir Path directory;

  private Lab open() throws Exception {
    return KernelLab.open(PAIR, Pairs.SCRIPTS, directory);
  }

  private static Probe probe(Protocol protocol, int port) {
    return new Probe(protocol, "a", Optional.empty(), 40000, SERVER, port, 0);
  }

  @Test
  void udpIsAnsweredFromTheAddressThatWasAsked() throws Exception {
    try (Lab lab = open()) {
      Probe second =
          new Probe(Protocol.UDP, "a", Optional.empty(), 40000, Address.parse("10.0.0.3"), 53, 0);
      Observation seen = lab.play(second);
      assertThat(seen.result()).isEqualTo("ok");
      assertThat(seen.local()).isEqualTo("10.0.0.1:40000");
      assertThat(seen.receipts())
          .extracting(Receipt::toString)
          .containsOnly("b udp from 10.0.0.1:40000 on 10.0.0.3:53");
    }
  }

  @Test
  void anEchoIsSeenOnEveryWireInOrder() throws Exception {
    try (Lab lab = open()) {
      Observation seen = lab.play(probe(Protocol.ICMP, 0));
      assertThat(seen.result()).isEqualTo("ok");
      assertThat(seen.wire().stream().map(Crossing::toString).limit(4))
          .containsExactly(
              "a eth0 out: icmp 10.0.0.1 > 10.0.0.2 8/0 id 40000 ttl 64",
              "b eth0 in: icmp 10.0.0.1 > 10.0.0.2 8/0 id 40000 ttl 64",
              "b eth0 out: icmp 10.0.0.2 > 10.0.0.1 0/0 id 40000 ttl 64",
              "a eth0 in: icmp 10.0.0.2 > 10.0.0.1 0/0 id 40000 ttl 64");
      assertThat(seen.receipts())
          .extracting(Receipt::toString)
          .containsOnly("b icmp from 10.0.0.1:40000 on 10.0.0.2");
    }
  }

  @Test
  void aRefusalQuotesThePacketItIsAbout() throws Exception {
    try (Lab lab = open()) {
      Observation seen = lab.play(probe(Protocol.UDP, 10));
      assertThat(seen.result()).isEqualTo("ECONNREFUSED");
      Crossing last = seen.wire().get(seen.wire().size() - 1);
      assertThat(last)
          .hasToString(
              "a eth0 in: icmp 10.0.0.2 > 10.0.0.1 3/3 ttl 64"
                  + " quoting udp 10.0.0.1:40000 > 10.0.0.2:10");
    }
  }

  @Test
  void aRuleThatDropsIsNamedByReasonAndCounted() throws Exception {
    try (Lab lab = open()) {
      Observation seen = lab.play(probe(Protocol.UDP, 9));
      assertThat(seen.result()).isEqualTo("timeout");
      assertThat(seen.drops()).extracting(Drop::host).containsExactly("b");
      assertThat(seen.drops()).extracting(Drop::reason).containsExactly("NETFILTER_DROP");
      assertThat(seen.hits()).containsEntry("b", Pairs.hit("filter/INPUT/1"));
    }
  }

  @Test
  void whatTheKernelRefusesToSendIsNamedByItsErrno() throws Exception {
    try (Lab lab = open()) {
      Address nowhere = Address.parse("10.9.0.1");
      Probe unrouted = new Probe(Protocol.TCP, "a", Optional.empty(), 40000, nowhere, 80, 0);
      assertThat(lab.play(unrouted).result()).isEqualTo("ENETUNREACH");
      Probe foreign = new Probe(Protocol.TCP, "a", Optional.of(nowhere), 40000, SERVER, 80, 0);
      assertThat(lab.play(foreign).result()).isEqualTo("EADDRNOTAVAIL");
    }
  }

  @Test
  void anInjectedPacketComesInByItsInterface() throws Exception {
    try (Lab lab = open()) {
      Headers own = Headers.parse("tcp 10.0.0.2:1 > 10.0.0.2:80");
      Observation martian = lab.inject(new Port("b", "eth0"), own);
      assertThat(martian.result()).isEqualTo("sent");
      assertThat(martian.drops())
          .extracting(Drop::toString)
          .containsExactly("IP_LOCAL_SOURCE at b in ip_rcv_finish_core()");
      Headers good = Headers.parse("tcp 10.0.0.1:1 > 10.0.0.2:80");
      Observation answered = lab.inject(new Port("b", "eth0"), good);
      assertThat(answered.at("b"))
          .extracting(Crossing::toString)
          .contains("b eth0 out: tcp 10.0.0.2:80 > 10.0.0.1:1 S. ttl 64");
    }
  }

  @Test
  void probesDoNotRememberEachOther() throws Exception {
    try (Lab lab = open()) {
      Probe same = probe(Protocol.TCP, 80);
      Observation first = lab.play(same);
      assertThat(first.result()).isEqualTo("ok");
      assertThat(lab.play(same)).isEqualTo(first);
    }
  }

  @Test
  void questionsCanBeAskedInAHost() throws Exception {
    try (Lab lab = open()) {
      assertThat(lab.run("a", "ip", "route", "get", "10.0.0.2")).startsWith("10.0.0.2 dev eth0");
      assertThatExceptionOfType(LabFailure.class)
          .isThrownBy(() -> lab.run("a", "ip", "route", "get", "nonsense"))
          .withMessageContaining("a: ip route get nonsense ended with");
    }
  }

  @Test
  void aScriptThatFailsIsQuotedWithItsHost() throws Exception {
    Map<String, String> broken = Map.of("b", "ip link set nosuch up\n");
    assertThatExceptionOfType(LabFailure.class)
        .isThrownBy(() -> KernelLab.open(PAIR, broken, directory))
        .withMessageContaining("b: sh ")
        .withMessageContaining("Cannot find device \"nosuch\"");
  }

  @Test
  void nothingIsLeftWhenALabIsClosed() throws Exception {
    Lab lab = open();
    Path agent = agentOf(lab);
    assertThat(lab.run("b", "ip", "netns", "list")).contains("hk-" + agent.getFileName() + "-b");
    assertThat(namesOutside()).noneMatch(n -> n.contains("hk-" + agent.getFileName() + "-"));
    lab.close();
    assertThat(agent).doesNotExist();
  }

  @Test
  void nothingIsLeftWhenTheAgentIsKilled() throws Exception {
    Lab lab = open();
    Path agent = agentOf(lab);
    ProcessHandle process =
        ProcessHandle.of(Long.parseLong(agent.getFileName().toString())).orElseThrow();
    process.destroyForcibly();
    process.onExit().get();
    assertThatExceptionOfType(LabFailure.class).isThrownBy(() -> lab.play(probe(Protocol.TCP, 80)));
    lab.close();
    assertThat(agent).doesNotExist();
  }

  /** The process whose private mounts and files hold everything; it has no other owner. */
  private static Path agentOf(Lab lab) throws LabFailure {
    return Path.of("/proc", lab.run("b", "sh", "-c", "echo $PPID").strip());
  }

  private static JsonObject helloOrSkip(Agent agent) {
    try {
      return agent.hello();
    } catch (LabFailure failure) {
      return abort("needs root and user namespaces: " + failure.getMessage());
    }
  }

  /** Named namespaces that somebody outside the lab sees. */
  private static List<String> namesOutside() throws IOException {
    Path names = Path.of("/run/netns");
    if (!Files.isDirectory(names)) {
      return List.of();
    }
    try (Stream<Path> spaces = Files.list(names)) {
      return spaces.map(p -> p.getFileName().toString()).toList();
    }
  }

  @Test
  void anOrdinaryUserGetsALabInAUserNamespace() throws Exception {
    List<String> rights =
        List.of(
            "setpriv",
            "--reuid=65534",
            "--regid=65534",
            "--clear-groups",
            "unshare",
            "--user",
            "--map-root-user");
    try (Agent agent = Agent.start(rights)) {
      JsonObject hello = helloOrSkip(agent);
      assertThat(hello.getAsJsonArray("limits")).hasSize(1);
      Requests requests = new Requests(Wiring.of(PAIR), PAIR);
      agent.ask("create", requests.create());
      JsonObject laid =
          agent.ask(
              "batch",
              Links.lay(Wiring.of(PAIR), PAIR, hello.get("prefix").getAsString()).toJson());
      assertThat(laid.get("ok").getAsBoolean()).isTrue();
    }
  }
}
