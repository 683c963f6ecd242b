package org.hookline.path;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.hookline.ir.Branch;
import org.hookline.ir.Choice;
import org.hookline.ir.Effect;
import org.hookline.ir.Label;
import org.hookline.ir.Next;
import org.hookline.ir.Pred;
import org.hookline.ir.StepGraph;
import org.hookline.ir.Why;
import org.hookline.model.Port;
import org.hookline.packet.Field;
import org.hookline.packet.Fields;

/**
 * Asks everybody on a wire for an address, one after the other. The packet that waits for it goes
 * to the first who answers.
 */
public final class ArpRequest {
  /** {@link Why#stage} of a packet that is lost because nobody answers. */
  public static final String UNANSWERED = "neighbour";

  static final String CACHE = "cache";
  static final String ENTRY = "entry";

  private static final List<Field> REGISTERS =
      List.of(Fields.ARP_DST, Fields.ARP_SRC, Fields.ARP_ANSWERED);

  private static final String HEARD = "/heard";

  private final StepGraph.Builder graph;
  private final Port from;
  private final List<Wires.Station> others;

  ArpRequest(StepGraph.Builder graph, Port from, List<Wires.Station> others) {
    this.graph = graph;
    this.from = from;
    this.others = others;
  }

  /** Whether a call that returns to this label asks a neighbour. */
  public static boolean asks(Label back) {
    return back.name().endsWith(HEARD);
  }

  /** Whether a choice says which entry of something earlier there is; all bits set: none. */
  public static boolean remembers(Choice choice) {
    return choice.id().endsWith("/" + CACHE + "/" + ENTRY);
  }

  /** Whether this says why somebody does not answer. */
  public static boolean tells(Why why) {
    return why.stage().equals(IncomingRequest.STAGE);
  }

  /** Forgets the question. */
  static Effect forget() {
    return new Effect.Clear(REGISTERS);
  }

  /** Whether an address is one that somebody may answer for. */
  Pred possible(Field address) {
    return Pred.or(
        others.stream().map(o -> ArpAnswer.possible(address, o.host(), o.iface())).toList());
  }

  /**
   * Builds the steps; the question is in the registers.
   *
   * @param name prefix of the labels
   * @param none where the packet goes when nobody answers, the question still in the registers
   */
  Label before(String name, Label none) {
    Label next = none;
    for (int i = others.size() - 1; i >= 0; i--) {
      Wires.Station other = others.get(i);
      Pred possible = ArpAnswer.possible(Fields.ARP_DST, other.host(), other.iface());
      if (!possible.equals(Pred.FALSE)) {
        next = ask(name + "/" + i, other, possible, next);
      }
    }
    return next;
  }

  private Label ask(String name, Wires.Station other, Pred possible, Label next) {
    Label heard = graph.label(name + HEARD);
    Pred answered = Pred.is(Fields.ARP_ANSWERED, 1);
    graph.branches(heard, other.arrive(answered, from, List.of(forget())), HostWalk.pass(next));
    List<Branch> branches = new ArrayList<>();
    Label part =
        graph.label(other.host().name() + "/" + IncomingRequest.name(other.iface().name()));
    branches.add(new Branch(possible, List.of(), new Next.Call(part, heard), Optional.empty()));
    if (!possible.equals(Pred.TRUE)) {
      branches.add(HostWalk.pass(next));
    }
    Label label = graph.label(name);
    graph.branches(label, branches);
    return label;
  }
}
