package org.hookline.lab;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import org.hookline.addr.Address;
import org.hookline.addr.Protocol;
import org.hookline.export.Ink;
import org.hookline.export.LabJson;
import org.hookline.export.LabText;
import org.hookline.lab.OrderReport.Unseen;
import org.hookline.model.Port;
import org.hookline.packet.Headers;
import org.junit.jupiter.api.Test;

/** What people and machines are told of a session in the lab. */
class LabReportTest {
  private static final Stimulus SOCKET =
      new Stimulus.Opens(
          new Probe(Protocol.UDP, "a", Optional.empty(), 40000, Address.parse("10.0.0.2"), 53, 0));
  private static final Stimulus FRAME =
      new Stimulus.Arrives(new Port("r", "e0"), Headers.parse("udp 10.1.0.2:1 > 10.0.0.2:53"));
  private static final Observation SEEN =
      new Observation(
          "timeout", "", List.of(), List.of(), List.of(), new TreeMap<>(), new TreeMap<>());

  private static FlowReport flow(
      Stimulus stimulus, List<Difference> differences, Optional<String> unknown) {
    OrderReport order =
        unknown.isPresent()
            ? OrderReport.NOTHING
            : new OrderReport(
                List.of("a"), List.of(), List.of(new Unseen("r", "packets are not traced")));
    return new FlowReport(new Flow("check \"c\"", stimulus), differences, unknown, order, SEEN);
  }

  private static final LabReport REPORT =
      new LabReport(
          "6.18.44",
          List.of("a veth takes the place of VLAN 5"),
          List.of("sctp is not sent"),
          List.of(
              flow(SOCKET, List.of(), Optional.empty()),
              flow(
                  FRAME,
                  List.of(
                      new Difference("packet 2", "this", "that"),
                      new Difference("result", "ok", "timeout")),
                  Optional.empty()),
              flow(SOCKET, List.of(), Optional.of("not in the model: limit"))));

  @Test
  void peopleReadTheFirstStepThatDiffers() {
    assertThat(new LabText(Ink.PLAIN).of(REPORT))
        .isEqualTo(
            """
            kernel 6.18.44
            in the lab: a veth takes the place of VLAN 5
            not played: sctp is not sent
            agrees  udp from a port 40000 > 10.0.0.2:53  check "c"
                order not comparable at r: packets are not traced
            differs  udp 10.1.0.2:1 > 10.0.0.2:53 into r.e0  check "c"
                order not comparable at r: packets are not traced
                packet 2: predicted this, the kernel: that
            not comparable  udp from a port 40000 > 10.0.0.2:53  check "c"
                not in the model: limit
            2 flows compared: 1 agree, 1 differ; 1 not comparable
            order of chains and rules: at 2 hosts of these flows compared, 2 not comparable
            """);
  }

  @Test
  void machinesReadEverything() {
    LabJson json = new LabJson();
    json.add("x.hkl", REPORT);
    json.add("y.hkl", REPORT);
    JsonObject root = JsonParser.parseString(json.document()).getAsJsonObject();
    assertThat(root.getAsJsonObject("summary").toString())
        .isEqualTo(
            "{\"compared\":4,\"agreed\":2,\"differed\":2,\"notComparable\":2,"
                + "\"ordersCompared\":4,\"ordersNotComparable\":4}");
    JsonObject session = root.getAsJsonArray("sessions").get(0).getAsJsonObject();
    JsonObject frame = session.getAsJsonArray("flows").get(1).getAsJsonObject();
    assertThat(frame.get("agrees").getAsBoolean()).isFalse();
    assertThat(frame.getAsJsonArray("differences")).hasSize(2);
    assertThat(frame.getAsJsonObject("order").toString())
        .isEqualTo(
            "{\"compared\":[\"a\"],\"notComparable\":[{\"host\":\"r\",\"reason\":\"packets are not traced\"}]}");
  }

  @Test
  void whatNoSocketSentIsNotRecorded() {
    assertThat(REPORT.recording().played())
        .extracting(p -> p.name())
        .containsExactly(
            "check \"c\": udp from a port 40000 > 10.0.0.2:53",
            "check \"c\": udp from a port 40000 > 10.0.0.2:53");
  }
}
