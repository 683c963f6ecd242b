package org.hookline.export;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.hookline.addr.Address;
import org.hookline.ir.Fate;
import org.hookline.ir.Why;
import org.hookline.trace.Hop;
import org.hookline.trace.PacketTrace;
import org.hookline.trace.Trace;
import org.hookline.trace.TraceStep;

/** What a trace means, in sentences: the reasons that surprise people. */
public final class Story {
  /** Sources of packets that a host makes, before it has chosen one by the route. */
  private static final Set<Address> NOT_CHOSEN =
      Set.of(Address.parse("0.0.0.0"), Address.parse("::"));

  private Story() {}

  /** One sentence each; none for a trace without surprises. */
  public static List<String> of(Trace trace) {
    List<String> sentences = new ArrayList<>();
    for (PacketTrace packet : trace.packets()) {
      for (Hop hop : packet.hops()) {
        if (packet.number() > 0) {
          lateTranslation(hop).ifPresent(sentences::add);
        }
      }
      dropped(packet).ifPresent(sentences::add);
    }
    return sentences;
  }

  /**
   * Reverse NAT of a source happens behind routing.
   *
   * <p>kernel: NF_IP_PRI_NAT_SRC in POSTROUTING, after ip_route_input() and ip_forward()
   */
  private static Optional<String> lateTranslation(Hop hop) {
    Address before = hop.arrived().src();
    boolean later = !before.equals(hop.left().src()) && !NOT_CHOSEN.contains(before);
    Optional<Why> rule = first(hop, "ip rule");
    Optional<Why> route = first(hop, "table");
    if (!later || rule.isEmpty() || route.isEmpty()) {
      return Optional.empty();
    }
    return Optional.of(
        hop.host()
            + " routes the reply while its source is still "
            + before
            + ", by "
            + place(rule.get())
            + " ("
            + rule.get().text()
            + "): "
            + route.get().text()
            + place(route.get(), " ")
            + ". Only behind that is the source translated back to "
            + hop.left().src()
            + ".");
  }

  private static String place(Why why) {
    return why.stage().replace("ip rule", "rule") + place(why, " ");
  }

  private static String place(Why why, String before) {
    return why.origin().known() ? before + "[" + why.origin() + "]" : "";
  }

  private static Optional<Why> first(Hop hop, String stage) {
    return hop.steps().stream()
        .map(TraceStep::why)
        .filter(why -> why.stage().startsWith(stage))
        .findFirst();
  }

  private static Optional<String> dropped(PacketTrace packet) {
    Fate fate = packet.fate();
    if (fate.outcome() != Fate.Outcome.DROPPED) {
      return Optional.empty();
    }
    Hop hop = packet.hops().get(packet.hops().size() - 1);
    Optional<Why> why =
        hop.steps().isEmpty()
            ? Optional.empty()
            : Optional.of(hop.steps().get(hop.steps().size() - 1).why());
    String reason = why.map(w -> w.stage() + " " + w.text() + place(w, " ")).orElse("");
    String back = first(hop, "way back").map(w -> "; it is " + w.text() + place(w, " ")).orElse("");
    String what = packet.number() == 0 ? "the opening packet " : "the answer ";
    return Optional.of(
        fate.host()
            + " drops "
            + what
            + hop.arrived()
            + " ("
            + fate.reason()
            + "): "
            + reason
            + back
            + ".");
  }
}
