package org.hookline.path;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.hookline.addr.PortRange;
import org.hookline.addr.Protocol;
import org.hookline.ir.Label;
import org.hookline.ir.StepGraph;
import org.hookline.model.Network;
import org.hookline.model.Port;
import org.hookline.packet.Field;
import org.hookline.packet.Fields;
import org.hookline.packet.Headers;
import org.hookline.sim.FlowResult;
import org.hookline.sim.NaturalOracle;
import org.hookline.sim.Recorder;
import org.hookline.sim.Simulator;
import org.hookline.sim.Tables;
import org.hookline.testing.HostDraft;
import org.hookline.testing.NetworkDraft;
import org.junit.jupiter.api.Test;

/**
 * Somebody asks in the name of another host, which then gets an answer that it did not ask for. A
 * UDP socket takes whatever comes to its port, on 6.18 too: a listener there does not refuse it.
 */
class UnaskedAnswerTest {
  /** No socket sent it. */
  private static final long NOBODY = 255;

  private static List<String> fates(boolean listens) {
    NetworkDraft draft = new NetworkDraft();
    draft.host("asked").iface("eth0", "10.0.0.1/24").listen(Protocol.UDP, PortRange.of(123));
    HostDraft named = draft.host("named").iface("eth0", "10.0.0.2/24");
    if (listens) {
      named.listen(Protocol.UDP, PortRange.of(123));
    }
    Network network = draft.segment("lan", "asked.eth0", "named.eth0").done();
    Numbering numbers = PacketWalk.number(network);
    Paths paths = PacketWalk.of(network, numbers, new StepGraph.Builder(), List.of());
    Map<Field, Long> question = new LinkedHashMap<>();
    question.putAll(Headers.parse("udp 10.0.0.2:123 > 10.0.0.1:123").fields());
    question.put(Fields.FLOW_ORIGIN, NOBODY);
    question.put(Fields.IIF, (long) numbers.port(new Port("asked", "eth0")));
    Label asked = paths.graph().label("asked/ingress").orElseThrow();
    FlowResult result =
        new Simulator(paths.graph(), new NaturalOracle(1), Recorder.NONE)
            .run(asked, question, new Tables());
    return result.fates().stream().map(Object::toString).toList();
  }

  @Test
  void aListenerTakesItAndSaysNothing() {
    assertThat(fates(true)).containsExactly("accepted at asked", "stray at named");
  }

  @Test
  void whereNobodyListensItIsRefused() {
    assertThat(fates(false))
        .containsExactly("accepted at asked", "refused at named", "stray at asked");
  }
}
