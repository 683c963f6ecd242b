package org.hookline.model.rule.match;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.hookline.addr.AddressRange;
import org.hookline.addr.AddressSet;
import org.hookline.addr.MaskedMark;
import org.hookline.model.rule.OptionWords;

/** The register of matches by the name of their module in iptables. */
public final class Matches {

  /** Reads the options of one {@code -m MODULE}. */
  @FunctionalInterface
  public interface Reading {

    /**
     * The matches that the options mean, in their order.
     *
     * @throws org.hookline.addr.Malformed for an option or value that the module does not have
     */
    List<Match> of(OptionWords words);
  }

  /** Reads one option. */
  @FunctionalInterface
  private interface OneOption {
    Match of(String option, OptionWords words);
  }

  private static final Map<String, Reading> MODULES = new TreeMap<>();

  static {
    MODULES.put("addrtype", AddressTypeWords::read);
    MODULES.put("comment", options(Map.of("--comment", (o, w) -> new Comment(w.value()))));
    MODULES.put(
        "connmark", options(Map.of("--mark", (o, w) -> new Connmark(w.negated(), mark(w)))));
    MODULES.put("conntrack", CtWords::read);
    MODULES.put("state", options(Map.of("--state", (o, w) -> CtStates.read(w))));
    MODULES.put("devgroup", each(DeviceGroup::read));
    MODULES.put(
        "dscp",
        options(Map.of("--dscp", (o, w) -> Dscp.read(w), "--dscp-class", (o, w) -> Dscp.read(w))));
    MODULES.put("ecn", each(Ecn::read));
    MODULES.put("icmp", options(Map.of("--icmp-type", (o, w) -> IcmpType.read(w))));
    MODULES.put(
        "iprange",
        options(
            Map.of(
                "--src-range", (o, w) -> new Saddr(w.negated(), range(w)),
                "--dst-range", (o, w) -> new Daddr(w.negated(), range(w)))));
    MODULES.put("length", options(Map.of("--length", (o, w) -> Length.read(w))));
    MODULES.put("limit", words -> List.of(Limit.read(words)));
    MODULES.put("mac", options(Map.of("--mac-source", (o, w) -> SourceMac.read(w))));
    MODULES.put("mark", options(Map.of("--mark", (o, w) -> new Mark(w.negated(), mark(w)))));
    MODULES.put("multiport", PortWords::multiport);
    MODULES.put("owner", OwnerWords::read);
    MODULES.put("physdev", each(Physdev::read));
    MODULES.put("pkttype", options(Map.of("--pkt-type", (o, w) -> PacketType.read(w))));
    MODULES.put("policy", words -> List.of(Ipsec.read(words)));
    MODULES.put("rpfilter", words -> List.of(ReversePath.read(words)));
    MODULES.put("set", words -> List.of(IpSet.read(words)));
    MODULES.put("tos", options(Map.of("--tos", (o, w) -> TypeOfService.read(w))));
    MODULES.put("ttl", each(TimeToLive::read));
    for (String protocol : List.of("tcp", "udp", "udplite", "sctp", "dccp")) {
      MODULES.put(protocol, words -> PortWords.of(protocol, words));
    }
    for (String module :
        List.of(
            "connbytes",
            "connlimit",
            "hashlimit",
            "nfacct",
            "quota",
            "rateest",
            "recent",
            "statistic",
            "time",
            "cpu")) {
      MODULES.put(module, words -> List.of(ByTraffic.read(module, words)));
    }
    Map<String, String> unread =
        Map.ofEntries(
            Map.entry("ah", "the security header is not in the model"),
            Map.entry("bpf", "programs are not run"),
            Map.entry("cgroup", "processes have no control groups in the model"),
            Map.entry("cluster", "the hash over nodes is not computed"),
            Map.entry("connlabel", "connections carry no labels in the model"),
            Map.entry("esp", "the security header is not in the model"),
            Map.entry("helper", "connection helpers are not in the model"),
            Map.entry("osf", "fingerprints of operating systems are not in the model"),
            Map.entry("realm", "routes have no realms in the model"),
            Map.entry("socket", "sockets are not looked up before INPUT"),
            Map.entry("string", "packets have no payload in the model"),
            Map.entry("tcpmss", "TCP options are not in the model"),
            Map.entry("u32", "packets have no bytes in the model"));
    unread.forEach(
        (module, why) -> MODULES.putIfAbsent(module, w -> List.of(Unread.read(module, w, why))));
  }

  private Matches() {}

  /** How the options of a module are read; empty when nobody knows. */
  public static Optional<Reading> reading(String module) {
    return Optional.ofNullable(MODULES.get(module));
  }

  /** The modules that are known, in alphabetical order. */
  public static List<String> modules() {
    return List.copyOf(MODULES.keySet());
  }

  private static Reading options(Map<String, OneOption> options) {
    return each(
        (option, words) -> {
          OneOption known = options.get(option);
          if (known == null) {
            throw OptionWords.unknown(option);
          }
          return known.of(option, words);
        });
  }

  private static Reading each(OneOption reading) {
    return words -> {
      List<Match> matches = new ArrayList<>();
      while (words.more()) {
        matches.add(reading.of(words.option(), words));
      }
      return matches;
    };
  }

  private static MaskedMark mark(OptionWords words) {
    return MaskedMark.parse(words.value());
  }

  private static AddressSet range(OptionWords words) {
    return AddressSet.of(AddressRange.parse(words.value()));
  }
}
