package org.hookline.path;

import java.util.List;
import org.hookline.ir.Branch;
import org.hookline.ir.Effect;
import org.hookline.ir.Label;
import org.hookline.ir.Pred;
import org.hookline.ir.Why;
import org.hookline.model.iface.Interface;
import org.hookline.packet.Field;

/**
 * Something that came in and is routed: a packet, or a request for an Ethernet address, which the
 * kernel routes as if it were a packet to the address in question.
 */
interface Incoming {

  HostWalk walk();

  /** Prefix of the labels of its steps. */
  String name();

  Field src();

  Field dst();

  /** The device of the route that was found. */
  Field out();

  /** Whether it came in by an interface. */
  Pred by(Interface iface);

  /** What is decided without any address of it. */
  List<Branch> atOnce(Label input);

  /** Fills the keys of the lookup of its destination. */
  List<Effect> keys();

  /**
   * Fills the keys of the lookup of its source.
   *
   * @param own what takes the place of the source
   * @param iif what takes the place of the ingress interface
   * @param marked whether {@code src_valid_mark} lets a mark take part
   */
  List<Effect> sourceKeys(Effect own, Effect iif, boolean marked);

  /** Keeps the route that was found, and forgets the answer of the lookup. */
  List<Effect> attach();

  /** What is kept of its being for many. */
  List<Effect> forMany();

  /**
   * When it is routed like another although it is for everybody on some link, whether the host
   * forwards or not.
   *
   * <p>kernel: include/linux/inetdevice.h IN_DEV_BFORWARD()
   */
  Pred routedToMany();

  /** What is kept of its going back to a sender on the same link; empty when nobody is told. */
  List<Effect> turnedBack();

  /** What nobody may send ends here, with the kernel's reason. */
  Branch refused(Pred when, String reason, Why why);

  /**
   * What no route is found for ends here.
   *
   * @param code of the ICMP message of type 3 with which the sender of a packet is told
   */
  Branch unreachable(Pred when, int code, String reason, Why why);
}
