package org.hookline.lab.recorded;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import java.util.Optional;
import org.hookline.addr.Address;
import org.hookline.addr.Protocol;

/**
 * One probe of a case.
 *
 * @param index from 0
 */
public record RecordedProbe(int index, JsonObject json) {

  /** How it is sent. */
  public enum Kind {
    TCP,
    UDP,
    PING,
    /** A frame is put on a wire, by nobody's socket. */
    RAW
  }

  public Kind kind() {
    return Kind.valueOf(text("kind").orElse("raw").toUpperCase(java.util.Locale.ROOT));
  }

  /** The namespace that sends. */
  public String sender() {
    return text("ns").orElseThrow();
  }

  Optional<String> text(String key) {
    JsonElement value = json.get(key);
    return value == null || value.isJsonNull()
        ? Optional.empty()
        : Optional.of(value.getAsString());
  }

  /** A number of the probe. */
  public int number(String key, int otherwise) {
    JsonElement value = json.get(key);
    return value == null || value.isJsonNull() ? otherwise : value.getAsInt();
  }

  /** The bound address; empty lets the kernel choose. */
  public Optional<Address> source() {
    return text("src").map(Address::parse);
  }

  public Address destination() {
    return Address.parse(text("dst").orElseThrow());
  }

  public Protocol protocol() {
    return switch (kind()) {
      case TCP -> Protocol.TCP;
      case UDP -> Protocol.UDP;
      case PING -> Protocol.ICMP;
      case RAW -> protocol(text("proto").orElseThrow());
    };
  }

  /** A name, or {@code p253}. */
  static Protocol protocol(String text) {
    return text.matches("p[0-9]+") ? Protocol.parse(text.substring(1)) : Protocol.parse(text);
  }

  /** Whether a UDP socket is connected, so that errors are reported to it. */
  boolean connected() {
    return json.has("connected");
  }

  /** Whether conntrack entries of the probes before are kept. */
  boolean keeps() {
    return json.has("keep");
  }

  /** The probe without what the kernel did. */
  public JsonObject sent() {
    JsonObject sent = json.deepCopy();
    sent.remove("out");
    return sent;
  }

  /** What the kernel did. */
  public RecordedOutcome outcome() {
    return new RecordedOutcome(json.getAsJsonObject("out"));
  }
}
