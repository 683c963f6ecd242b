package org.hookline.importer;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.hookline.addr.Address;
import org.hookline.addr.Malformed;
import org.hookline.addr.PortRange;
import org.hookline.addr.Protocol;
import org.hookline.model.Listener;

/** The output of {@code ss -Hlntu}: who listens. */
final class SocketLines {
  private SocketLines() {}

  static List<Listener> read(Dump dump, Findings findings) {
    List<Listener> listeners = new ArrayList<>();
    for (Dump.Line line : dump.lines()) {
      List<String> words = line.words();
      if (words.size() > 4 && words.get(0).matches("tcp|udp")) {
        try {
          listener(words.get(0), words.get(4), line).ifPresent(listeners::add);
          findings.count(Counted.LISTENERS);
        } catch (Malformed e) {
          findings.unread(line, e);
        }
      }
    }
    return listeners;
  }

  /** {@code 127.0.0.53%lo:53}, {@code *:22}; a socket of IPv6 alone is left out. */
  private static Optional<Listener> listener(String protocol, String local, Dump.Line line) {
    int colon = local.lastIndexOf(':');
    String host = local.substring(0, Math.max(0, colon)).replaceFirst("%.*", "");
    if (host.startsWith("[")) {
      return Optional.empty();
    }
    boolean any = host.equals("*") || host.equals("0.0.0.0");
    return Optional.of(
        new Listener(
            Protocol.parse(protocol),
            any ? Optional.empty() : Optional.of(Address.parse(host)),
            List.of(PortRange.parse(local.substring(colon + 1))),
            line.origin()));
  }
}
