package org.hookline.dsl.tests.lab;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.hookline.addr.Address;
import org.hookline.addr.Protocol;
import org.hookline.lab.Probe;

/** Flows through the mirror server's network: from every side, to every side, edges of ranges. */
final class MultiUplinkFlows {
  private static final List<String> UPLINKS =
      List.of("202.38.95.110", "202.141.160.110", "202.141.176.110");
  private static final List<String> INSIDE = List.of("10.8.95.2", "10.8.10.2", "10.8.140.2");

  /** A client, and the one that rule 32761 is about. */
  private static final List<String> CLIENTS = List.of("202.38.70.7", "221.224.40.18");

  private final Map<String, Probe> probes = new LinkedHashMap<>();
  private int sport = 40000;

  private MultiUplinkFlows() {}

  /** By name, each with a source port of its own. */
  static Map<String, Probe> all() {
    MultiUplinkFlows flows = new MultiUplinkFlows();
    flows.collect();
    return flows.probes;
  }

  private void collect() {
    for (String uplink : UPLINKS) {
      for (String client : CLIENTS) {
        for (int port : List.of(49999, 50000, 50100, 50101, 8000)) {
          add(Protocol.TCP, "internet", client, uplink, port);
        }
        add(Protocol.UDP, "internet", client, uplink, 50000);
        add(Protocol.ICMP, "internet", client, uplink, 0);
      }
      for (int port : List.of(50000, 50101, 8000)) {
        add(Protocol.TCP, "blog", "", uplink, port);
      }
      add(Protocol.ICMP, "blog", "", uplink, 0);
      add(Protocol.TCP, "lab", "", uplink, 8000);
      add(Protocol.TCP, "mirrors", uplink, "8.8.8.8", 80);
    }
    for (String address : INSIDE) {
      add(Protocol.TCP, "lab", address, "10.8.20.2", 3306);
      add(Protocol.ICMP, "lab", address, "10.8.20.2", 0);
      add(Protocol.TCP, "db", "", address, 50000);
      add(Protocol.UDP, "mirrors", "", address, 53);
    }
    add(Protocol.TCP, "mirrors", "", "10.8.20.2", 3306);
    add(Protocol.TCP, "mirrors", "", "8.8.8.8", 80);
    add(Protocol.UDP, "mirrors", "", "8.8.8.8", 53);
    add(Protocol.TCP, "mirrors", "", "221.224.40.18", 80);
    add(Protocol.TCP, "mirrors", "", "202.141.160.110", 8000);
    add(Protocol.ICMP, "db", "", "10.8.20.1", 0);
    add(Protocol.ICMP, "db", "", "202.141.160.110", 0);
  }

  private void add(Protocol protocol, String from, String source, String to, int port) {
    Optional<Address> bound =
        source.isEmpty() ? Optional.empty() : Optional.of(Address.parse(source));
    String sender = from + (source.isEmpty() ? "" : " " + source);
    String target = to + (protocol.hasPorts() ? ":" + port : "");
    Probe probe = new Probe(protocol, from, bound, sport++, Address.parse(to), port, 0);
    probes.put(protocol + " " + sender + " to " + target, probe);
  }

  /** All of them as a list of names, for messages. */
  static List<String> names() {
    return new ArrayList<>(all().keySet());
  }
}
