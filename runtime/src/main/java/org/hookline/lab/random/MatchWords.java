package org.hookline.lab.random;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Matches in iptables' words. */
record MatchWords(Chance chance, Surroundings around) {
  private static final Set<String> WITH_INPUT = Set.of("PREROUTING", "INPUT", "FORWARD");
  private static final Set<String> WITH_OUTPUT = Set.of("FORWARD", "OUTPUT", "POSTROUTING");

  /** None, one or two that a chain can have; a user chain is called from anywhere. */
  String few(String chain) {
    return some(chain, chance.any(0, 1, 1, 1, 2, 2));
  }

  String some(String chain, int count) {
    List<String> words = new ArrayList<>();
    String protocol = chance.onceIn(3) ? chance.any("tcp", "udp", "icmp") : "";
    if (protocol.isEmpty() && chance.onceIn(12)) {
      words.add(chance.any("! -p tcp", "! -p icmp", "-p 253", "! -p 253"));
    }
    for (int i = 0; i < count; i++) {
      String match = one(chain, protocol);
      String kind = match.replaceFirst("^! ", "").replaceFirst(" .*", "");
      boolean twice =
          !kind.equals("-m") && words.stream().anyMatch(w -> (w + " ").contains(kind + " "));
      boolean again = kind.equals("-m") && words.stream().anyMatch(w -> w.contains(module(match)));
      // multiport takes --dport for its own
      boolean ports = match.contains("port") && words.stream().anyMatch(w -> w.contains("port"));
      if (!twice && !again && !ports) {
        words.add(match);
      }
    }
    if (!protocol.isEmpty()) {
      words.add(0, "-p " + protocol);
    }
    return String.join(" ", words);
  }

  /** {@code -m rpfilter} may stand alone. */
  private static String module(String match) {
    int end = match.indexOf(' ', "-m ".length());
    return end < 0 ? match : match.substring(0, end);
  }

  private String not() {
    return chance.onceIn(5) ? "! " : "";
  }

  private String one(String chain, String protocol) {
    return switch (chance.below(20)) {
      case 0, 1, 2 -> not() + "-s " + prefix();
      case 3, 4, 5 -> not() + "-d " + prefix();
      case 6 -> interfaceOf(chain);
      case 7 -> "-m mark " + not() + "--mark " + mark();
      case 8 -> "-m connmark " + not() + "--mark " + mark();
      case 9, 10 -> state();
      case 11 ->
          "-m ttl " + chance.any("--ttl-eq ", "--ttl-lt ", "--ttl-gt ") + chance.between(1, 64);
      case 12 -> "-m iprange " + not() + chance.any("--src-range ", "--dst-range ") + range();
      case 13, 14 -> new RareMatchWords(chance, around).one(chain);
      default -> ofProtocol(chain, protocol);
    };
  }

  private String ofProtocol(String chain, String protocol) {
    return switch (protocol) {
      case "tcp" -> chance.onceIn(5) ? flags() : ports();
      case "udp" -> ports();
      case "icmp" ->
          "-m icmp "
              + not()
              + "--icmp-type "
              + chance.any("8", "0", "3", "3/3", "3/1", "11", "8/0", "5", "13", "255");
      default -> new RareMatchWords(chance, around).one(chain);
    };
  }

  private String flags() {
    return chance.onceIn(3)
        ? "-m ecn " + not() + chance.any("--ecn-tcp-ece", "--ecn-tcp-cwr")
        : "-m tcp "
            + not()
            + chance.any(
                "--syn",
                "--tcp-flags SYN,RST,ACK SYN",
                "--tcp-flags ALL ACK",
                "--tcp-flags FIN,SYN,RST,ACK ACK",
                "--tcp-flags RST RST",
                "--tcp-flags SYN,ACK SYN,ACK");
  }

  private String ports() {
    String list =
        chance.any("22,80", "53,123,5000", "40000:40010,443", "1:1023", "80,123,1000:4900");
    return switch (chance.below(6)) {
      case 0 -> "-m multiport " + not() + "--dports " + list;
      case 1 -> "-m multiport " + not() + "--sports " + list;
      case 2 -> "-m multiport " + not() + "--ports " + list;
      case 3 -> not() + "--sport " + chance.any("40000:40008", "1:1023", "53", "80");
      default ->
          not() + "--dport " + chance.any("" + chance.any(Probing.PORTS), "43:323", "80:5000");
    };
  }

  private String interfaceOf(String chain) {
    String name = chance.any("lo", device(), device(), device(), chance.any("eth+", "lan+", "+"));
    boolean in = WITH_INPUT.contains(chain);
    boolean out = WITH_OUTPUT.contains(chain);
    if (!in && !out) {
      return chance.any("-i ", "-o ") + name;
    }
    return not() + (in && (!out || chance.onceIn(2)) ? "-i " : "-o ") + name;
  }

  private String device() {
    return chance.any(around.devices());
  }

  private String prefix() {
    String address = chance.any(around.all());
    return address + chance.any("", "", "/32", "/30", "/24", "/24", "/16", "/8");
  }

  private String range() {
    String first = chance.any(around.all());
    int last = Integer.parseInt(first.substring(first.lastIndexOf('.') + 1));
    String start = first.substring(0, first.lastIndexOf('.') + 1);
    return first + "-" + start + Math.min(255, last + chance.below(6));
  }

  private String mark() {
    return chance.any(
        "0x1", "0x2", "0x10", "0x0", "0x5", "0x1/0xf", "0x1/0x3", "0x10/0xf0", "0x10/0x3", "0/0x3");
  }

  private String state() {
    return chance.onceIn(4)
        ? "-m state " + not() + "--state " + chance.any("NEW", "ESTABLISHED", "UNTRACKED")
        : "-m conntrack " + not() + "--ctstate " + states();
  }

  private String states() {
    return chance.any(
        "NEW",
        "ESTABLISHED",
        "RELATED,ESTABLISHED",
        "RELATED,ESTABLISHED",
        "INVALID",
        "UNTRACKED",
        "NEW,RELATED",
        "DNAT",
        "SNAT",
        "SNAT,DNAT",
        "RELATED");
  }
}
