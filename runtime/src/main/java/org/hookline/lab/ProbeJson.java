package org.hookline.lab;

import com.google.gson.JsonObject;
import java.util.Optional;
import org.hookline.addr.Address;
import org.hookline.addr.Protocol;

/** A probe in a recording. */
final class ProbeJson {
  private ProbeJson() {}

  static JsonObject write(Probe probe) {
    JsonObject json = new JsonObject();
    json.addProperty("protocol", probe.protocol().toString());
    json.addProperty("from", probe.from());
    probe.source().ifPresent(a -> json.addProperty("source", a.toString()));
    json.addProperty("sport", probe.sport());
    json.addProperty("to", probe.to().toString());
    json.addProperty("dport", probe.dport());
    json.addProperty("mark", probe.mark());
    probe.dev().ifPresent(dev -> json.addProperty("dev", dev));
    return json;
  }

  static Probe read(JsonObject json) {
    return new Probe(
        Protocol.parse(json.get("protocol").getAsString()),
        json.get("from").getAsString(),
        Optional.ofNullable(json.get("source")).map(a -> Address.parse(a.getAsString())),
        json.get("sport").getAsInt(),
        Address.parse(json.get("to").getAsString()),
        json.get("dport").getAsInt(),
        json.get("mark").getAsLong(),
        Optional.ofNullable(json.get("dev")).map(dev -> dev.getAsString()));
  }
}
