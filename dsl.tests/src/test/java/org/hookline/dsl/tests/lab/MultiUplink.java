package org.hookline.dsl.tests.lab;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.hookline.addr.Address;
import org.hookline.addr.Protocol;
import org.hookline.dsl.HooklineStandaloneSetup;
import org.hookline.dsl.load.NetworkLoader;
import org.hookline.dsl.load.Unreadable;
import org.hookline.lab.Probe;
import org.hookline.model.Network;

/** {@code examples/multi-uplink}: its variants, and flows that show what is different in them. */
final class MultiUplink {
  private static final Path FOLDER =
      Path.of(System.getProperty("hookline.root")).resolve("examples/multi-uplink");

  /** What every variant imports; it has no story of its own. */
  private static final String BASE = "base";

  private static final NetworkLoader LOADER =
      new HooklineStandaloneSetup()
          .createInjectorAndDoEMFRegistration()
          .getInstance(NetworkLoader.class);

  private static final List<String> UPLINKS =
      List.of("202.38.95.110", "202.141.160.110", "202.141.176.110");
  private static final List<String> CONTAINER = List.of("10.8.95.2", "10.8.10.2", "10.8.140.2");

  /** Somebody, and the one that rule 32761 is about. */
  private static final List<String> CLIENTS = List.of("202.38.70.7", "221.224.40.18");

  private final Map<String, Probe> flows = new LinkedHashMap<>();

  private MultiUplink() {}

  /** Names of the files without their ending. */
  static List<String> variants() throws IOException {
    try (Stream<Path> files = Files.list(FOLDER)) {
      return files
          .map(f -> f.getFileName().toString())
          .filter(n -> n.endsWith(".hkl"))
          .map(n -> n.substring(0, n.length() - 4))
          .filter(n -> !n.equals(BASE))
          .sorted()
          .toList();
    }
  }

  static Network network(String variant) throws Unreadable {
    return LOADER.load(FOLDER.resolve(variant + ".hkl").toString()).network().orElseThrow();
  }

  /** Where the word of a kernel is kept. */
  static Path recording(String kernel, String variant) {
    return FOLDER.resolve("recorded").resolve(kernel).resolve(variant + ".json");
  }

  /** The flows of the story, each with a source port of its own. */
  static Map<String, Probe> story() {
    MultiUplink all = new MultiUplink();
    for (String uplink : UPLINKS) {
      CLIENTS.forEach(c -> all.add(Protocol.TCP, "internet", c, uplink, 50000));
      all.add(Protocol.TCP, "blog", "", uplink, 50000);
      all.add(Protocol.TCP, "internet", CLIENTS.get(0), uplink, 8000);
    }
    all.add(Protocol.TCP, "internet", CLIENTS.get(0), UPLINKS.get(0), 50101);
    all.add(Protocol.TCP, "lab", "10.8.10.2", "10.8.20.2", 3306);
    return all.flows;
  }

  /** From every side to every side, with the edges of the published range. */
  static Map<String, Probe> flows() {
    MultiUplink all = new MultiUplink();
    all.flows.putAll(story());
    UPLINKS.forEach(all::uplink);
    for (String address : CONTAINER) {
      all.add(Protocol.TCP, "lab", address, "10.8.20.2", 3306);
      all.add(Protocol.ICMP, "lab", address, "10.8.20.2", 0);
      all.add(Protocol.TCP, "db", "", address, 50000);
      all.add(Protocol.UDP, "mirrors", "", address, 53);
    }
    all.add(Protocol.TCP, "mirrors", "", "10.8.20.2", 3306);
    all.add(Protocol.TCP, "mirrors", "", "8.8.8.8", 80);
    all.add(Protocol.UDP, "mirrors", "", "8.8.8.8", 53);
    all.add(Protocol.TCP, "mirrors", "", CLIENTS.get(1), 80);
    all.add(Protocol.TCP, "mirrors", "", UPLINKS.get(1), 8000);
    all.add(Protocol.ICMP, "db", "", "10.8.20.1", 0);
    all.add(Protocol.ICMP, "db", "", UPLINKS.get(1), 0);
    return all.flows;
  }

  private void uplink(String uplink) {
    for (String client : CLIENTS) {
      for (int port : List.of(49999, 50100, 50101, 8000)) {
        add(Protocol.TCP, "internet", client, uplink, port);
      }
      add(Protocol.UDP, "internet", client, uplink, 50000);
      add(Protocol.ICMP, "internet", client, uplink, 0);
    }
    add(Protocol.TCP, "blog", "", uplink, 50101);
    add(Protocol.TCP, "blog", "", uplink, 8000);
    add(Protocol.ICMP, "blog", "", uplink, 0);
    add(Protocol.TCP, "lab", "", uplink, 8000);
    add(Protocol.TCP, "mirrors", uplink, "8.8.8.8", 80);
  }

  private void add(Protocol protocol, String from, String source, String to, int port) {
    Optional<Address> bound =
        source.isEmpty() ? Optional.empty() : Optional.of(Address.parse(source));
    String sender = from + (source.isEmpty() ? "" : " " + source);
    String target = to + (protocol.hasPorts() ? ":" + port : "");
    int sport = 40000 + flows.size();
    Probe probe = new Probe(protocol, from, bound, sport, Address.parse(to), port, 0);
    flows.putIfAbsent(protocol + " " + sender + " to " + target, probe);
  }
}
