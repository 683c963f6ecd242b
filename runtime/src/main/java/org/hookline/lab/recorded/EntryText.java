package org.hookline.lab.recorded;

import java.util.ArrayList;
import java.util.List;
import org.hookline.addr.Address;
import org.hookline.addr.Protocol;
import org.hookline.ir.conntrack.Part;
import org.hookline.sim.HashStore;
import org.hookline.sim.Tables;

/**
 * Conntrack entries in the words of recordings.
 *
 * @param host number of the host
 */
record EntryText(int host) {
  private static final List<String> TCP =
      List.of(
          "NONE",
          "SYN_SENT",
          "SYN_RECV",
          "ESTABLISHED",
          "FIN_WAIT",
          "CLOSE_WAIT",
          "LAST_ACK",
          "TIME_WAIT",
          "CLOSE",
          "SYN_SENT2");

  /** All confirmed entries, sorted. */
  List<String> all(Tables tables) {
    HashStore store = tables.of(host);
    List<String> entries = new ArrayList<>();
    for (long entry = 1; entry <= store.size(); entry++) {
      if (store.read(entry, Part.CONFIRMED) == 1) {
        entries.add(text(store, entry));
      }
    }
    entries.sort(null);
    return entries;
  }

  private static String text(HashStore store, long entry) {
    Protocol protocol = new Protocol((int) (long) store.read(entry, Part.PROTO));
    boolean answered = store.read(entry, Part.SEEN_REPLY) == 1;
    boolean known = protocol.hasPorts() || protocol.equals(Protocol.ICMP);
    StringBuilder text = new StringBuilder(known ? protocol.toString() : "unknown");
    if (protocol.equals(Protocol.TCP)) {
      text.append(' ').append(TCP.get((int) (long) store.read(entry, Part.TCP_STATE)));
    } else {
      text.append(known || answered ? " -" : " [UNREPLIED]");
    }
    text.append(' ').append(end(store, entry, Part.ORIGINAL_SRC, Part.ORIGINAL_SPORT));
    text.append(' ').append(end(store, entry, Part.ORIGINAL_DST, Part.ORIGINAL_DPORT));
    text.append(' ').append(end(store, entry, Part.REPLY_SRC, Part.REPLY_SPORT));
    text.append(' ').append(end(store, entry, Part.REPLY_DST, Part.REPLY_DPORT));
    text.append(answered ? "" : " UNREPLIED");
    text.append(store.read(entry, Part.ASSURED) == 1 ? " ASSURED" : "");
    long mark = store.read(entry, Part.MARK);
    text.append(mark == 0 ? "" : " mark=" + mark);
    return text.append(" zone=").append(store.read(entry, Part.ZONE)).toString();
  }

  /** The tool prints an echo's identifier behind the source of either direction. */
  private static String end(HashStore store, long entry, Part address, Part port) {
    Protocol protocol = new Protocol((int) (long) store.read(entry, Part.PROTO));
    String text = Address.ipv4(store.read(entry, address)).toString();
    if (protocol.hasPorts()) {
      return text + ":" + store.read(entry, port);
    }
    boolean echo = protocol.equals(Protocol.ICMP);
    boolean shown = echo && (address == Part.ORIGINAL_SRC || address == Part.REPLY_SRC);
    Part identifier = address == Part.ORIGINAL_SRC ? Part.ORIGINAL_SPORT : Part.REPLY_DPORT;
    return text + ":" + (shown ? "" + store.read(entry, identifier) : "-");
  }
}
