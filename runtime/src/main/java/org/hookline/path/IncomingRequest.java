package org.hookline.path;

import java.util.List;
import java.util.Optional;
import org.hookline.addr.Prefix;
import org.hookline.ir.Branch;
import org.hookline.ir.Effect;
import org.hookline.ir.Label;
import org.hookline.ir.Next;
import org.hookline.ir.Pred;
import org.hookline.ir.Why;
import org.hookline.model.iface.Interface;
import org.hookline.packet.Field;
import org.hookline.packet.Fields;
import org.hookline.source.Origin;

/**
 * A request for an Ethernet address: routed without mark, type of service, protocol and ports; what
 * is refused gets no answer and counts as no drop.
 *
 * <p>kernel: net/ipv4/arp.c arp_process(), ip_route_input_noref()
 *
 * @param iface where it came in
 */
record IncomingRequest(HostWalk walk, Interface iface) implements Incoming {
  /** {@link Why#stage} of whatever is told of a request. */
  static final String STAGE = "arp";

  private static final Prefix MULTICAST = Prefix.parse("224.0.0.0/4");

  /** Where the part begins that answers on an interface. */
  static String name(String iface) {
    return "arp/" + iface;
  }

  @Override
  public String name() {
    return name(iface.name());
  }

  @Override
  public Field src() {
    return Fields.ARP_SRC;
  }

  @Override
  public Field dst() {
    return Fields.ARP_DST;
  }

  @Override
  public Field out() {
    return Fields.ARP_DEV;
  }

  @Override
  public Pred by(Interface other) {
    return other.equals(iface) ? Pred.TRUE : Pred.FALSE;
  }

  /** Nobody is asked for a group; a request without a source looks for a duplicate address. */
  @Override
  public List<Branch> atOnce(Label input) {
    Pred group = Pred.prefix(Fields.ARP_DST, MULTICAST.first().low(), MULTICAST.length());
    Pred own = OwnAddresses.local(Fields.ARP_DST, walk.model());
    return List.of(
        refused(group, "", new Why("route", "nobody has the address of a group", Origin.NONE)),
        HostWalk.when(Pred.and(Pred.is(Fields.ARP_SRC, 0), own), input));
  }

  @Override
  public List<Effect> keys() {
    return List.of(
        new Effect.Copy(Fields.KEY_DST, Fields.ARP_DST),
        new Effect.Copy(Fields.KEY_SRC, Fields.ARP_SRC),
        new Effect.Set(Fields.KEY_IIF, walk.numberOf(iface.name())));
  }

  @Override
  public List<Effect> sourceKeys(Effect own, Effect iif, boolean marked) {
    return List.of(new Effect.Copy(Fields.KEY_DST, Fields.ARP_SRC), own, iif);
  }

  @Override
  public List<Effect> attach() {
    return List.of(
        new Effect.Copy(Fields.ARP_DEV, Fields.ROUTE_DEV), new Effect.Clear(RouteLookup.RESULTS));
  }

  @Override
  public List<Effect> forMany() {
    return List.of();
  }

  /** Nobody is answered for such an address, routed or not. */
  @Override
  public Pred routedToMany() {
    return Pred.FALSE;
  }

  @Override
  public List<Effect> turnedBack() {
    return List.of();
  }

  @Override
  public Branch refused(Pred when, String reason, Why why) {
    String text = walk.model().name() + " does not answer: " + why.text();
    return new Branch(
        when,
        List.of(silence()),
        new Next.Return(),
        Optional.of(new Why(STAGE, text, why.origin())));
  }

  @Override
  public Branch unreachable(Pred when, int code, String reason, Why why) {
    return refused(when, reason, why);
  }

  /** What was found out on the way to no answer. */
  static Effect silence() {
    List<Field> found = new java.util.ArrayList<>(RouteLookup.RESULTS);
    found.add(Fields.ARP_DEV);
    return new Effect.Clear(found);
  }
}
