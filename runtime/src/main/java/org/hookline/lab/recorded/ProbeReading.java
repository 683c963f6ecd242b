package org.hookline.lab.recorded;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.hookline.addr.Address;
import org.hookline.ir.Fate;
import org.hookline.lab.order.Passage;
import org.hookline.lab.recorded.HostWatch.Ended;
import org.hookline.lab.recorded.RecordedProbe.Kind;
import org.hookline.model.Network;
import org.hookline.path.Paths;
import org.hookline.sim.Tables;

/** Reads a played probe in the words of recordings. */
record ProbeReading(
    Network network, RecordedProbe probe, HostWatch watch, Tables tables, Paths paths) {

  /**
   * @param order at the host under test
   * @param assumed what the prediction rests on that the model does not know
   */
  Predicted predicted(List<Passage> order, Optional<String> assumed) {
    String result = result();
    boolean failed = result.matches("E[A-Z]+") && failedToSend().isPresent();
    return new Predicted(
        result,
        result.equals("ok") ? from() : Optional.empty(),
        failed || probe.kind() == Kind.PING || probe.kind() == Kind.RAW
            ? Optional.empty()
            : Optional.of(local()),
        receipts(),
        watch.wire(),
        watch.hits(),
        order,
        drops(),
        new EntryText(paths.numbers().host(RecordedCase.HOST)).all(tables),
        assumed);
  }

  private List<Ended> at(Fate.Outcome outcome) {
    return watch.ended().stream().filter(e -> e.fate().outcome() == outcome).toList();
  }

  private Optional<Ended> answer() {
    return at(Fate.Outcome.ANSWERED).stream()
        .filter(e -> e.fate().host().equals(probe.sender()))
        .findFirst();
  }

  private String result() {
    if (probe.kind() == Kind.RAW) {
      return "sent";
    }
    if (answer().isPresent()) {
      // what came behind it is asked for with SO_ERROR, soft errors too (sk_getsockopt())
      return torn() ? "ECONNRESET" : told().orElse("ok");
    }
    return failedToSend().or(this::told).orElse("timeout");
  }

  /** The error that came back to the sender's socket. */
  private Optional<String> told() {
    return at(Fate.Outcome.REJECTED).stream()
        .filter(e -> e.fate().host().equals(probe.sender()))
        .flatMap(e -> Errno.ofRejection(probe, e.headers()).stream())
        .findFirst();
  }

  /** A reset has come behind the answer (kernel: net/ipv4/tcp_input.c tcp_reset()). */
  private boolean torn() {
    String own = answer().orElseThrow().headers().dst();
    return probe.kind() == Kind.TCP
        && watch.ended().stream()
            .filter(e -> e.fate().host().equals(probe.sender()) && e.headers().dst().equals(own))
            .filter(e -> e.fate().outcome() != Fate.Outcome.DROPPED)
            .anyMatch(e -> e.headers().info().contains("R"));
  }

  /** The errno with which the sender's own kernel refused to send. */
  private Optional<String> failedToSend() {
    Ended first = watch.ended().get(0);
    if (first.fate().outcome() == Fate.Outcome.NEVER_SENT) {
      return Optional.of("EADDRNOTAVAIL");
    }
    return first.fate().outcome() == Fate.Outcome.DROPPED
            && first.fate().host().equals(probe.sender())
            && watch.sentByItself(probe.sender())
        ? Errno.ofDrop(probe, first.fate())
        : Optional.empty();
  }

  private Optional<String> from() {
    return answer().filter(e -> probe.kind() != Kind.TCP).map(e -> e.headers().src());
  }

  private String local() {
    boolean any = probe.source().isEmpty() && probe.kind() == Kind.UDP && !probe.connected();
    String address = any ? "0.0.0.0" : Address.ipv4(watch.flowSource()).toString();
    return address + ":" + probe.number("sport", 0);
  }

  private List<String> receipts() {
    List<String> receipts = new ArrayList<>();
    for (Ended ended : at(Fate.Outcome.ACCEPTED)) {
      boolean tcp = ended.headers().protocol().equals("tcp");
      boolean udp = ended.headers().protocol().equals("udp");
      if ((tcp && ended.phase() == 2) || (udp && ended.phase() == 0)) {
        WireText packet = ended.headers();
        receipts.add(ended.fate().host() + " from " + packet.src() + " on " + packet.dst());
      }
    }
    return receipts;
  }

  private List<String> drops() {
    List<String> drops = new ArrayList<>();
    for (Ended ended : watch.ended()) {
      if (ended.fate().host().equals(RecordedCase.HOST)) {
        DropText.of(ended).ifPresent(drops::add);
      }
    }
    return drops;
  }
}
