package org.hookline.lab.recorded;

import java.util.List;
import java.util.Optional;
import org.hookline.ir.Fate;
import org.hookline.lab.recorded.RecordedProbe.Kind;

/** Names of errors as sockets report them. */
final class Errno {
  /** kernel: net/ipv4/icmp.c icmp_err_convert, by code of destination unreachable. */
  private static final List<String> UNREACHABLE =
      List.of(
          "ENETUNREACH",
          "EHOSTUNREACH",
          "ENOPROTOOPT",
          "ECONNREFUSED",
          "EMSGSIZE",
          "EOPNOTSUPP",
          "ENETUNREACH",
          "EHOSTDOWN",
          "ENONET",
          "ENETUNREACH",
          "EHOSTUNREACH",
          "ENETUNREACH",
          "EHOSTUNREACH",
          "EHOSTUNREACH",
          "EHOSTUNREACH",
          "EHOSTUNREACH");

  /** Codes that are no hard error (fatal = 0). */
  private static final List<Integer> SOFT = List.of(0, 1, 5, 11, 12);

  private Errno() {}

  /**
   * What a socket reports of an answer that rejects.
   *
   * <p>kernel: net/ipv4/tcp_ipv4.c tcp_v4_err(), net/ipv4/udp.c __udp4_lib_err()
   */
  static Optional<String> ofRejection(RecordedProbe probe, WireText answer) {
    if (answer.protocol().equals("tcp")) {
      return Optional.of("ECONNREFUSED");
    }
    String[] parts = answer.info().split("/");
    int type = Integer.parseInt(parts[0]);
    int code = Integer.parseInt(parts[1].split(":")[0]);
    boolean unreachable = type == 3;
    boolean hard = unreachable && !SOFT.contains(code);
    boolean told =
        probe.kind() == Kind.TCP || (probe.kind() == Kind.UDP && probe.connected() && hard);
    if (!told || (!unreachable && type != 11)) {
      return Optional.empty();
    }
    return Optional.of(unreachable ? UNREACHABLE.get(code) : "EHOSTUNREACH");
  }

  /** What a socket reports of a packet that its own kernel did not send. */
  static Optional<String> ofDrop(RecordedProbe probe, Fate fate) {
    if (fate.drop().isEmpty()) {
      return fate.errno();
    }
    boolean told = fate.drop().get().equals("NETFILTER_DROP") && probe.kind() != Kind.TCP;
    return told ? fate.errno().or(() -> Optional.of("EPERM")) : Optional.empty();
  }
}
