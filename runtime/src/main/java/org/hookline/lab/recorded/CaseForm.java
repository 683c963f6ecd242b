package org.hookline.lab.recorded;

import static org.hookline.lab.recorded.Form.arrayOf;
import static org.hookline.lab.recorded.Form.object;
import static org.hookline.lab.recorded.Form.objectOf;
import static org.hookline.lab.recorded.Form.present;
import static org.hookline.lab.recorded.Form.text;
import static org.hookline.lab.recorded.Form.word;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** What a recorded case looks like, as far as predictions and comparisons read it. */
final class CaseForm {
  private static final String OCTET = "(25[0-5]|2[0-4]\\d|1?\\d?\\d)";
  private static final String QUAD = OCTET + "(\\." + OCTET + "){3}";

  private static final Form ADDRESS = word(QUAD, "an address of IPv4");
  private static final Form MAC =
      word("[0-9a-fA-F]{2}(:[0-9a-fA-F]{2}){5}", "an Ethernet address: 02:00:00:00:00:01");
  private static final Form PORT = word("\\d{1,5}", "a port");
  private static final Form BYTE = word("\\d{1,3}", "a number below 256");
  private static final Form LISTENER =
      word("(tcp|udp) " + QUAD + ":\\d{1,5}( .*)?", "a listener: tcp 0.0.0.0:80");
  private static final Form SETTINGS = objectOf(text());

  private static final Form HOST =
      object(
          ordered(
              "iptables", arrayOf(text()),
              "addr", arrayOf(present()),
              "route", arrayOf(present()),
              "rule", arrayOf(present()),
              "sysctl", SETTINGS,
              "listen", arrayOf(LISTENER)));

  private static final Form NEIGHBOUR =
      object(
          ordered(
              "addr",
                  arrayOf(word(QUAD + "/\\d+ dev \\S+( .*)?", "an address: 10.0.0.1/24 dev eth0")),
              "mac", objectOf(MAC),
              "route", arrayOf(text()),
              "sysctl", SETTINGS,
              "listen", arrayOf(LISTENER)));

  private static final Form WIRE =
      arrayOf(text())
          .and(
              (place, value) ->
                  value.getAsJsonArray().size() == 6
                      ? MAC.flaw(place + "[2]", value.getAsJsonArray().get(2))
                          .or(() -> MAC.flaw(place + "[5]", value.getAsJsonArray().get(5)))
                      : Optional.of(
                          "'" + place + "' must be two ends of a wire, three words each"));

  private static final Form PERMANENT =
      (place, value) ->
          value.isJsonArray() && value.getAsJsonArray().size() == 3
              ? MAC.flaw(place + "[1]", value.getAsJsonArray().get(1))
                  .or(() -> arrayOf(ADDRESS).flaw(place + "[2]", value.getAsJsonArray().get(2)))
              : Optional.of("'" + place + "' must be a device, an Ethernet address and addresses");

  private static final Form SPACE =
      object(ordered("neigh", arrayOf(PERMANENT).ifPresent(), "iptables", text().ifPresent()));

  private static final Form PROTOCOL = word("tcp|udp|icmp|p\\d{1,3}", "tcp, udp, icmp or p253");

  private static final Form INNER =
      object(ordered("proto", PROTOCOL, "dst", ADDRESS, "src", ADDRESS.ifPresent()));

  private static final Form OUTCOME =
      object(
          ordered(
              "res", text(),
              "wire", arrayOf(text()),
              "hits", objectOf(word("\\d{1,18}", "a number")),
              "ct", arrayOf(text()),
              "order", arrayOf(word("[A-Z]+( \\S+)*", "HOOK table/chain/rule …")).ifPresent(),
              "untraced", text().ifPresent(),
              "drops", arrayOf(word("\\S+ \\S+.*", "HOST REASON where")).ifPresent(),
              "to", arrayOf(object(ordered("ns", text(), "peer", text(), "local", text())))));

  private static final Form PROBE =
      object(
          ordered(
              "kind", word("tcp|udp|ping|raw", "tcp, udp, ping or raw").ifPresent(),
              "ns", text(),
              "dst", ADDRESS,
              "src", ADDRESS.ifPresent(),
              "sport", PORT.ifPresent(),
              "dport", PORT.ifPresent(),
              "id", PORT.ifPresent(),
              "ttl", BYTE.ifPresent(),
              "len", PORT.ifPresent(),
              "mark", word("\\d{1,10}", "a mark").ifPresent(),
              "itype", BYTE.ifPresent(),
              "icode", BYTE.ifPresent(),
              "inner", INNER.ifPresent(),
              "out", OUTCOME));

  private static final Form CASE =
      object(
          ordered(
              "id", text(),
              "profile", text(),
              "r", HOST,
              "nb", objectOf(NEIGHBOUR),
              "build", object(ordered("ns", objectOf(SPACE), "links", arrayOf(WIRE))),
              "probes", arrayOf(PROBE)));

  /** What makes a line a case at all, so that its probes can be counted. */
  private static final Form HEAD =
      object(ordered("id", text(), "profile", text(), "probes", arrayOf(object(ordered()))));

  private CaseForm() {}

  private static Map<String, Form> ordered(Object... namesAndForms) {
    Map<String, Form> parts = new LinkedHashMap<>();
    for (int i = 0; i < namesAndForms.length; i += 2) {
      parts.put((String) namesAndForms[i], (Form) namesAndForms[i + 1]);
    }
    return parts;
  }

  /** Why this is no case at all. */
  static Optional<String> stranger(JsonObject json) {
    return HEAD.flaw("", json);
  }

  /** The first flaw of a case; empty when it can be predicted. */
  static Optional<String> flaw(RecordedCase recorded) {
    return CASE.flaw("", recorded.json()).or(() -> strangers(recorded));
  }

  /** Probes from namespaces that are not there, and frames on wires that are not there. */
  private static Optional<String> strangers(RecordedCase recorded) {
    for (RecordedProbe probe : recorded.probes()) {
      String place = "'probes[" + probe.index() + "]'";
      boolean known =
          probe.sender().equals(RecordedCase.HOST) || recorded.neighbours().has(probe.sender());
      if (!known) {
        return Optional.of(place + " is sent by '" + probe.sender() + "', which is not in 'nb'");
      }
      if (probe.kind() == RecordedProbe.Kind.RAW) {
        JsonElement protocol = probe.json().get("proto");
        Optional<String> flaw = PROTOCOL.flaw("probes[" + probe.index() + "].proto", protocol);
        String dev = probe.text("dev").orElse("");
        boolean wired =
            recorded.wires().stream()
                .anyMatch(
                    w -> w.one().is(probe.sender(), dev) || w.other().is(probe.sender(), dev));
        if (flaw.isPresent() || !wired) {
          return flaw.or(() -> Optional.of(place + " needs a 'dev' with a wire"));
        }
      }
    }
    return Optional.empty();
  }
}
