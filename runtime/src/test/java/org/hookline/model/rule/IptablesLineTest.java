package org.hookline.model.rule;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import org.hookline.addr.Address;
import org.hookline.addr.AddressRange;
import org.hookline.addr.AddressSet;
import org.hookline.addr.PortRange;
import org.hookline.addr.Protocol;
import org.hookline.model.rule.match.Daddr;
import org.hookline.model.rule.match.Iif;
import org.hookline.model.rule.match.Match;
import org.hookline.model.rule.match.Ports;
import org.hookline.model.rule.match.ProtocolIs;
import org.hookline.model.rule.match.Saddr;
import org.hookline.model.rule.target.Accept;
import org.hookline.source.Origin;
import org.junit.jupiter.api.Test;

/** The lines of a rule mean what its matches mean. */
class IptablesLineTest {

  private static final long SEED = 20261120;

  private static final List<String> SETS =
      List.of(
          "10.0.0.0/8",
          "10.1.0.0/16",
          "192.0.2.3-192.0.2.9",
          "192.0.2.5",
          "0.0.0.0/0",
          "0.0.0.0-10.0.0.3",
          "2001:db8::/32");

  private static final List<String> INTERFACES = List.of("eth0", "eth1", "eth+", "wlan0", "+");

  private final RandomGenerator random = RandomGeneratorFactory.of("L64X128MixRandom").create(SEED);

  /** A packet as far as these matches look at it. */
  private record Packet(
      Address source, Address destination, String in, Protocol protocol, int sport, int dport) {}

  @Test
  void aPacketMatchesOneLineIfItMatchesTheRuleAndNoneElse() {
    int expressible = 0;
    int severalLines = 0;
    int matched = 0;
    for (int i = 0; i < 3000; i++) {
      List<Match> matches = new ArrayList<>();
      for (int count = random.nextInt(4); count >= 0; count--) {
        matches.add(match());
      }
      Rule rule = Rule.of(new Accept(), Origin.NONE, matches.toArray(Match[]::new));
      if (rule.inexpressible().isPresent()) {
        continue;
      }
      expressible++;
      List<String> lines = rule.iptables();
      severalLines += lines.size() > 1 ? 1 : 0;
      for (int p = 0; p < 40; p++) {
        Packet packet = packet();
        boolean wanted = matches.stream().allMatch(m -> holds(m, packet));
        matched += wanted ? 1 : 0;
        assertThat(lines.stream().filter(line -> matches(line, packet)))
            .as("seed %d: %s for %s in %s", SEED, matches, packet, lines)
            .hasSize(wanted ? 1 : 0);
      }
    }
    assertThat(expressible).isGreaterThan(2000);
    assertThat(severalLines).isGreaterThan(300);
    assertThat(matched).isGreaterThan(5000);
  }

  @Test
  void whatIptablesCannotSayIsNamed() {
    Rule rule = Rule.of(new Accept(), Origin.NONE, new Iif(true, "eth0"), new Iif(true, "eth1"));
    assertThat(rule.inexpressible()).contains("would need ! -i eth0 and ! -i eth1");
  }

  private Match match() {
    boolean not = random.nextInt(3) == 0;
    return switch (random.nextInt(6)) {
      case 0 -> new Saddr(not, set());
      case 1 -> new Daddr(not, set());
      case 2 -> new Iif(not, any(INTERFACES));
      case 3 -> new ProtocolIs(not, protocol());
      case 4 -> new Ports(protocol(), Ports.End.SPORT, not, ports());
      default -> new Ports(protocol(), Ports.End.DPORT, not, ports());
    };
  }

  private AddressSet set() {
    List<AddressRange> ranges = new ArrayList<>();
    for (int count = random.nextInt(3); count >= 0; count--) {
      ranges.add(AddressRange.parse(any(SETS)));
    }
    return new AddressSet(ranges);
  }

  private Protocol protocol() {
    return any(List.of(Protocol.TCP, Protocol.TCP, Protocol.UDP));
  }

  private List<PortRange> ports() {
    List<PortRange> ports = new ArrayList<>();
    for (int count = random.nextInt(4) == 0 ? 20 : random.nextInt(3); count >= 0; count--) {
      int first = random.nextInt(30) == 0 ? 0 : random.nextInt(40);
      ports.add(new PortRange(first, random.nextInt(30) == 0 ? 65535 : first + random.nextInt(3)));
    }
    return ports;
  }

  private Packet packet() {
    return new Packet(
        address(), address(), any(INTERFACES.subList(0, 2)), protocol(), port(), port());
  }

  private int port() {
    return random.nextInt(10) == 0 ? 65535 : random.nextInt(45);
  }

  /** An address at the edge of a set. */
  private Address address() {
    AddressRange range = AddressRange.parse(any(SETS.subList(0, 6)));
    Address edge = random.nextBoolean() ? range.first() : range.last();
    return edge.plus(random.nextInt(3) - 1);
  }

  private <T> T any(List<T> choices) {
    return choices.get(random.nextInt(choices.size()));
  }

  private static boolean holds(Match match, Packet packet) {
    if (match instanceof Saddr saddr) {
      return saddr.addresses().contains(packet.source()) != saddr.negated();
    }
    if (match instanceof Daddr daddr) {
      return daddr.addresses().contains(packet.destination()) != daddr.negated();
    }
    if (match instanceof Iif iif) {
      return named(iif.iface(), packet.in()) != iif.negated();
    }
    if (match instanceof ProtocolIs is) {
      return is.protocol().equals(packet.protocol()) != is.negated();
    }
    Ports ports = (Ports) match;
    int port = ports.end() == Ports.End.SPORT ? packet.sport() : packet.dport();
    return ports.protocol().equals(packet.protocol())
        && ports.ports().stream().anyMatch(r -> r.contains(port)) != ports.negated();
  }

  private static boolean named(String pattern, String name) {
    return pattern.endsWith("+")
        ? name.startsWith(pattern.substring(0, pattern.length() - 1))
        : name.equals(pattern);
  }

  /** What iptables makes of a line, by its manual. */
  private static boolean matches(String line, Packet packet) {
    Iterator<String> words = Arrays.asList(line.split(" ")).iterator();
    boolean negated = false;
    while (words.hasNext()) {
      String word = words.next();
      if (word.equals("!")) {
        negated = true;
        continue;
      }
      if (option(word, words.next(), packet) == negated) {
        return false;
      }
      negated = false;
    }
    return true;
  }

  private static boolean option(String option, String value, Packet packet) {
    return switch (option) {
      case "-s", "--src-range" -> AddressRange.parse(value).contains(packet.source());
      case "-d", "--dst-range" -> AddressRange.parse(value).contains(packet.destination());
      case "-i" -> named(value, packet.in());
      case "-p" -> value.equals(packet.protocol().toString());
      case "--sport", "--sports" -> in(value, packet.sport());
      case "--dport", "--dports" -> in(value, packet.dport());
      case "-m" -> List.of("iprange", "multiport", packet.protocol().toString()).contains(value);
      case "-j" -> value.equals("ACCEPT");
      default -> throw new AssertionError(option);
    };
  }

  private static boolean in(String ports, int port) {
    List<String> listed = Arrays.asList(ports.split(","));
    int places = listed.stream().mapToInt(p -> p.contains(":") ? 2 : 1).sum();
    assertThat(places).as(ports).isLessThanOrEqualTo(15);
    return listed.stream().anyMatch(p -> PortRange.parse(p).contains(port));
  }
}
