package org.hookline.model.rule.target;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.hookline.model.rule.OptionWords;

/** The register of targets by their name in iptables. */
public final class Targets {

  /** Reads the options of one {@code -j TARGET}. */
  @FunctionalInterface
  public interface Reading {

    /**
     * The target that the options mean.
     *
     * @throws org.hookline.addr.Malformed for an option or value that the target does not have
     */
    Target of(OptionWords words);
  }

  private static final Map<String, Reading> TARGETS = new TreeMap<>();

  static {
    TARGETS.put("ACCEPT", words -> new Accept());
    TARGETS.put("DROP", words -> new Drop());
    TARGETS.put("RETURN", words -> new Return());
    TARGETS.put("REJECT", Reject::read);
    TARGETS.put("LOG", Log::read);
    TARGETS.put("MARK", MarkWords::mark);
    TARGETS.put("CONNMARK", MarkWords::connmark);
    TARGETS.put("CT", CtWords::read);
    TARGETS.put("NOTRACK", words -> new Spelled(new Notrack(), "-j NOTRACK"));
    TARGETS.put("DNAT", Dnat::read);
    TARGETS.put("SNAT", Snat::read);
    TARGETS.put("MASQUERADE", Masquerade::read);
    TARGETS.put("REDIRECT", Redirect::read);
    TARGETS.put("NETMAP", Netmap::read);
    TARGETS.put("TTL", TimeToLiveSet::read);
    TARGETS.put("TOS", TypeOfServiceSet::readTos);
    TARGETS.put("DSCP", TypeOfServiceSet::readDscp);
    for (String aside :
        List.of(
            "AUDIT",
            "CHECKSUM",
            "CLASSIFY",
            "CONNSECMARK",
            "ECN",
            "IDLETIMER",
            "LED",
            "NFLOG",
            "RATEEST",
            "SECMARK",
            "SET",
            "TCPMSS",
            "TCPOPTSTRIP",
            "TEE",
            "TRACE",
            "ULOG")) {
      TARGETS.put(aside, words -> Aside.read(aside, words));
    }
    Map<String, String> unread =
        Map.of(
            "HMARK", "the hash that becomes the mark is not computed",
            "NFQUEUE", "a program outside the kernel decides",
            "QUEUE", "a program outside the kernel decides",
            "SYNPROXY", "answers in place of the server are not in the model",
            "TPROXY", "sockets are not looked up before INPUT");
    unread.forEach((name, why) -> TARGETS.put(name, w -> Unread.read(name, w, why)));
  }

  private Targets() {}

  /** How the options of a target are read; empty when nobody knows. */
  public static Optional<Reading> reading(String target) {
    return Optional.ofNullable(TARGETS.get(target));
  }

  /** The targets that are known, in alphabetical order. */
  public static List<String> names() {
    return List.copyOf(TARGETS.keySet());
  }
}
