package org.hookline.export;

import java.util.ArrayList;
import java.util.List;
import org.hookline.ir.Fate;
import org.hookline.trace.Hop;
import org.hookline.trace.PacketTrace;
import org.hookline.trace.Trace;
import org.hookline.trace.TraceStep;

/**
 * A trace as people read it: a block a packet, a line a host, its steps below, packet rules in
 * nft's words and in iptables'.
 */
public final class TraceText {
  private static final int STAGE_WIDTH = 22;

  private final Ink ink;

  public TraceText(Ink ink) {
    this.ink = ink;
  }

  /** Lines without a line end. */
  public List<String> lines(Trace trace) {
    List<String> lines = new ArrayList<>();
    for (PacketTrace packet : trace.packets()) {
      lines.add(ink.strong(packet.name()) + "  " + packet.sent());
      for (Hop hop : packet.hops()) {
        lines.add("  " + ink.strong(hop.host()) + hop.iif().map(i -> "  in " + i).orElse(""));
        for (TraceStep step : hop.steps()) {
          lines.add("    " + line(step));
          step.why().iptables().forEach(c -> lines.add("    " + pad("") + ink.faint(c)));
        }
        hop.oif().ifPresent(o -> lines.add("    " + pad("out " + o) + hop.left()));
      }
      lines.add("  " + fate(packet.fate()));
    }
    return lines;
  }

  private String line(TraceStep step) {
    String changes =
        step.changes().isEmpty() ? "" : "  [" + String.join(", ", step.changes()) + "]";
    String place =
        step.why().origin().known() ? "  " + ink.faint(step.why().origin().toString()) : "";
    return pad(step.why().stage()) + step.why().text() + changes + place;
  }

  private static String pad(String stage) {
    return stage + " ".repeat(Math.max(2, STAGE_WIDTH - stage.length()));
  }

  private String fate(Fate fate) {
    return switch (fate.outcome()) {
      case ACCEPTED, ANSWERED -> ink.good(fate.toString());
      case DROPPED, REFUSED, REJECTED -> ink.bad(fate.toString());
      case STRAY, NEVER_SENT, INCONCLUSIVE -> ink.open(fate.toString());
    };
  }
}
