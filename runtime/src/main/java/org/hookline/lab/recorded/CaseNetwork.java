package org.hookline.lab.recorded;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.StringJoiner;
import java.util.TreeMap;
import org.hookline.addr.Address;
import org.hookline.addr.Mac;
import org.hookline.addr.PortRange;
import org.hookline.addr.Protocol;
import org.hookline.importer.Dump;
import org.hookline.importer.DumpKind;
import org.hookline.importer.HostImport;
import org.hookline.model.Host;
import org.hookline.model.Listener;
import org.hookline.model.Neighbour;
import org.hookline.model.Network;
import org.hookline.model.Port;
import org.hookline.model.Segment;
import org.hookline.model.iface.LinkFlag;
import org.hookline.source.Origin;

/** The network of a recorded case: the importer reads the host under test and its neighbours. */
public final class CaseNetwork {
  /** File of the packet rules, by which counters find their rules. */
  static final String RULES = "r/iptables-save";

  private final RecordedCase recorded;
  private final Host tested;

  private CaseNetwork(RecordedCase recorded) {
    this.recorded = recorded;
    this.tested = hostUnderTest();
  }

  /** What the importer reads of a case. */
  public static Network of(RecordedCase recorded) {
    return new CaseNetwork(recorded).network();
  }

  private Network network() {
    List<Host> hosts = new ArrayList<>();
    hosts.add(tested);
    for (String name : recorded.neighbours().keySet()) {
      hosts.add(neighbour(name, recorded.neighbours().getAsJsonObject(name)));
    }
    List<Segment> segments = new ArrayList<>();
    for (RecordedCase.Wire wire : recorded.wires()) {
      Port one = new Port(wire.one().host(), wire.one().dev());
      Port other = new Port(wire.other().host(), wire.other().dev());
      segments.add(new Segment(one + "--" + other, List.of(one, other), Origin.NONE));
    }
    return new Network(hosts, segments, Optional.empty(), List.of(), List.of());
  }

  private Host hostUnderTest() {
    JsonObject dumps = recorded.dumps();
    Map<DumpKind, Dump> files = new EnumMap<>(DumpKind.class);
    files.put(DumpKind.IPTABLES, new Dump(RULES, recorded.rules()));
    files.put(DumpKind.ADDRESSES, new Dump("r/ip-addr", dumps.get("addr").toString()));
    files.put(DumpKind.ROUTES, new Dump("r/ip-route", dumps.get("route").toString()));
    files.put(DumpKind.RULES, new Dump("r/ip-rule", dumps.get("rule").toString()));
    files.put(DumpKind.SYSCTLS, new Dump("r/sysctl", sysctls(dumps, Map.of())));
    return complete(RecordedCase.HOST, files, dumps);
  }

  private static String lines(JsonArray array) {
    StringJoiner text = new StringJoiner("\n", "", "\n");
    array.forEach(e -> text.add(e.getAsString()));
    return text.toString();
  }

  /** Recorded names lack their beginning. */
  private static String sysctls(JsonObject host, Map<String, String> more) {
    Map<String, String> all = new TreeMap<>(more);
    host.getAsJsonObject("sysctl")
        .entrySet()
        .forEach(e -> all.put(e.getKey(), e.getValue().getAsString()));
    StringBuilder text = new StringBuilder();
    all.forEach(
        (name, value) -> {
          boolean elsewhere = name.startsWith("netfilter.") || name.startsWith("bridge.");
          text.append(elsewhere ? "net." : "net.ipv4.").append(name);
          text.append(" = ").append(value).append('\n');
        });
    return text.toString();
  }

  private Host neighbour(String name, JsonObject json) {
    Map<String, StringBuilder> links = new LinkedHashMap<>();
    links.put("lo", new StringBuilder("    inet 127.0.0.1/8 scope host lo\n"));
    for (JsonElement address : json.getAsJsonArray("addr")) {
      String[] words = address.getAsString().split(" ");
      links.computeIfAbsent(words[2], d -> new StringBuilder());
      links.get(words[2]).append("    inet ").append(words[0]).append(" scope global\n");
    }
    Map<String, String> quiet = new TreeMap<>();
    quiet.put("conf.all.send_redirects", "0");
    StringBuilder text = new StringBuilder();
    JsonObject macs = json.getAsJsonObject("mac");
    links.forEach(
        (dev, addresses) -> {
          quiet.put("conf." + dev + ".send_redirects", "0");
          String flags = isUp(name, dev) ? "UP" : "";
          text.append("1: ").append(dev).append(": <" + flags + "> mtu 1500\n");
          if (macs.has(dev)) {
            text.append("    link/ether ").append(macs.get(dev).getAsString()).append('\n');
          }
          text.append(addresses);
        });
    Map<DumpKind, Dump> files = new EnumMap<>(DumpKind.class);
    files.put(DumpKind.ADDRESSES, new Dump(name + "/ip-addr", text.toString()));
    files.put(DumpKind.ROUTES, new Dump(name + "/ip-route", lines(json.getAsJsonArray("route"))));
    files.put(DumpKind.SYSCTLS, new Dump(name + "/sysctl", sysctls(json, quiet)));
    return complete(name, files, json);
  }

  /** Of neighbours no state is recorded: the host under test sees whether the other end is up. */
  private boolean isUp(String host, String dev) {
    return recorded.wires().stream()
        .noneMatch(
            wire ->
                (wire.one().is(host, dev) && unplugged(wire.other()))
                    || (wire.other().is(host, dev) && unplugged(wire.one())));
  }

  private boolean unplugged(RecordedCase.End end) {
    return end.host().equals(RecordedCase.HOST)
        && tested.iface(end.dev()).filter(i -> !i.settings().is(LinkFlag.CARRIER)).isPresent();
  }

  private Host complete(String name, Map<DumpKind, Dump> files, JsonObject json) {
    Host host = HostImport.of(name, files).host();
    return new Host(
        host.name(),
        host.kernel(),
        host.sysctls(),
        host.interfaces(),
        host.tables(),
        host.rules(),
        recorded.iptables(),
        host.packetTables(),
        host.nftTables(),
        listeners(json.getAsJsonArray("listen")),
        permanent(name),
        host.unmodelled(),
        host.origin());
  }

  /** {@code tcp 0.0.0.0:80}, {@code udp 0.0.0.0:53 plain}. */
  private static List<Listener> listeners(JsonArray listen) {
    List<Listener> listeners = new ArrayList<>();
    for (JsonElement element : listen) {
      String[] words = element.getAsString().split(" ");
      int colon = words[1].lastIndexOf(':');
      String host = words[1].substring(0, colon);
      listeners.add(
          new Listener(
              Protocol.parse(words[0]),
              host.equals("0.0.0.0") ? Optional.empty() : Optional.of(Address.parse(host)),
              List.of(PortRange.parse(words[1].substring(colon + 1))),
              words.length > 2 ? Listener.Reply.FROM_ANY : Listener.Reply.FROM_ASKED,
              Origin.NONE));
    }
    return listeners;
  }

  private List<Neighbour> permanent(String host) {
    List<Neighbour> neighbours = new ArrayList<>();
    for (JsonElement element : recorded.permanent(host)) {
      JsonArray entry = element.getAsJsonArray();
      Mac mac = Mac.parse(RecordedCase.text(entry, 1));
      for (JsonElement address : entry.get(2).getAsJsonArray()) {
        Address of = Address.parse(address.getAsString());
        neighbours.add(new Neighbour(of, mac, RecordedCase.text(entry, 0), Origin.NONE));
      }
    }
    return neighbours;
  }
}
