package org.hookline.lab.recorded;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.zip.GZIPInputStream;
import org.hookline.model.Carrier;
import org.hookline.model.Host;
import org.hookline.model.Network;
import org.junit.jupiter.api.Test;

/** A recorded case in which the host under test saw no carrier. */
class UnpluggedCaseTest {

  @Test
  void theOtherEndOfAWireWithoutCarrierIsDown() throws IOException {
    RecordedCase recorded = new RecordedCase(first());
    RecordedCase.Wire wire = recorded.wires().get(0);
    RecordedCase.End own = wire.one().host().equals(RecordedCase.HOST) ? wire.one() : wire.other();
    RecordedCase.End far = own == wire.one() ? wire.other() : wire.one();
    assertThat(up(CaseNetwork.of(recorded), far)).isTrue();
    unplug(recorded.dumps().getAsJsonArray("addr"), own.dev());
    Network network = CaseNetwork.of(recorded);
    Host tested = network.host(RecordedCase.HOST).orElseThrow();
    assertThat(tested.interfaces())
        .filteredOn(i -> !new Carrier(tested).at(i))
        .extracting(i -> i.name())
        .containsExactly(own.dev());
    assertThat(up(network, far)).isFalse();
  }

  private static boolean up(Network network, RecordedCase.End end) {
    return network.host(end.host()).orElseThrow().iface(end.dev()).orElseThrow().up();
  }

  private static void unplug(JsonArray links, String dev) {
    for (JsonElement link : links) {
      JsonObject one = link.getAsJsonObject();
      if (one.has("ifname") && one.get("ifname").getAsString().equals(dev)) {
        JsonArray flags = new JsonArray();
        flags.add("NO-CARRIER");
        flags.add("UP");
        one.add("flags", flags);
      }
    }
  }

  private static JsonObject first() throws IOException {
    try (BufferedReader lines =
        new BufferedReader(
            new InputStreamReader(
                new GZIPInputStream(
                    UnpluggedCaseTest.class.getResourceAsStream("routing.jsonl.gz")),
                StandardCharsets.UTF_8))) {
      return JsonParser.parseString(lines.readLine()).getAsJsonObject();
    }
  }
}
