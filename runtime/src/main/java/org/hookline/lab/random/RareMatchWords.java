package org.hookline.lab.random;

/** Matches that few rule sets use. */
record RareMatchWords(Chance chance, Surroundings around) {

  private String not() {
    return chance.onceIn(5) ? "! " : "";
  }

  String one(String chain) {
    boolean first = chain.equals("PREROUTING");
    boolean owned = chain.equals("OUTPUT") || chain.equals("POSTROUTING");
    return switch (chance.below(16)) {
      case 0 -> "-m conntrack " + not() + "--ctstatus " + statuses();
      case 1 -> "-m conntrack --ctdir " + chance.any("ORIGINAL", "REPLY");
      case 2 -> "-m conntrack " + not() + chance.any("--ctorigdst ", "--ctorigsrc ") + prefix();
      case 3 -> "-m conntrack " + not() + chance.any("--ctreplsrc ", "--ctrepldst ") + prefix();
      case 4 -> "-m conntrack " + not() + "--ctproto " + chance.any("tcp", "udp", "icmp");
      case 5 -> "-m conntrack " + not() + chance.any("--ctorigdstport ", "--ctreplsrcport ") + "80";
      case 6 ->
          "-m pkttype " + not() + "--pkt-type " + chance.any("unicast", "broadcast", "multicast");
      case 7 -> addressType(chain);
      case 8 -> first ? "-m rpfilter" + rpfilter() : "-m tos " + not() + "--tos 0x10/0x3f";
      case 9 ->
          chain.equals("PREROUTING") || chain.equals("INPUT") || chain.equals("FORWARD")
              ? "-m mac " + not() + "--mac-source " + mac()
              : "-m dscp " + not() + "--dscp " + chance.any("0x00", "0x2e");
      case 10 ->
          owned
              ? "-m owner " + not() + "--uid-owner " + chance.any("0", "0-0", "1000")
              : group(chain);
      case 11 -> not() + "-f";
      case 13, 14 -> "-m length " + not() + "--length " + length();
      case 12 -> "-m comment --comment \"at random\"";
      default ->
          chance.onceIn(2) ? "-m ecn " + not() + "--ecn-ip-ect " + chance.below(4) : group(chain);
    };
  }

  /** The group of a device that the chain knows; of a chain that is called from anywhere, none. */
  private String group(String chain) {
    boolean in = chain.equals("PREROUTING") || chain.equals("INPUT") || chain.equals("FORWARD");
    boolean out = chain.equals("OUTPUT") || chain.equals("POSTROUTING");
    String group = chance.any("0x0", "0x1", "0x2", "0x1/0x1", "0x3/0x2");
    return in || out
        ? "-m devgroup " + not() + (in ? "--src-group " : "--dst-group ") + group
        : "-m dscp " + not() + "--dscp 0x00";
  }

  private String length() {
    return chance.any("0:39", "40", "60", "36", "29:36", "44:60", "61:65535", "40:1500", "84:576");
  }

  private String mac() {
    return around.wires().get(chance.below(around.links().size())).other().mac();
  }

  private String rpfilter() {
    return chance.any(
        "", " --loose", " --invert", " --validmark", " --loose --invert", " --accept-local");
  }

  private String statuses() {
    return chance.any(
        "SEEN_REPLY", "ASSURED", "CONFIRMED", "EXPECTED", "NONE", "SEEN_REPLY,ASSURED");
  }

  private String addressType(String chain) {
    String types = "-m addrtype " + not() + chance.any("--src-type ", "--dst-type ") + type();
    boolean in = chain.equals("PREROUTING") || chain.equals("INPUT");
    boolean out = chain.equals("OUTPUT") || chain.equals("POSTROUTING");
    return chance.onceIn(4) && (in || out)
        ? types + (in ? " --limit-iface-in" : " --limit-iface-out")
        : types;
  }

  private String type() {
    return chance.any(
        "LOCAL",
        "LOCAL",
        "UNICAST",
        "BROADCAST",
        "MULTICAST",
        "PROHIBIT",
        "BLACKHOLE,UNREACHABLE,PROHIBIT",
        "LOCAL,BROADCAST",
        "UNSPEC",
        "ANYCAST",
        "THROW");
  }

  private String prefix() {
    return chance.any(around.all()) + chance.any("", "/24", "/8");
  }
}
