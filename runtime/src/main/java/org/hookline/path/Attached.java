package org.hookline.path;

import java.util.ArrayList;
import java.util.List;
import org.hookline.ir.Effect;
import org.hookline.ir.Label;
import org.hookline.ir.Pred;
import org.hookline.packet.CtState;
import org.hookline.packet.Field;
import org.hookline.packet.Fields;

/**
 * An ICMP error or a reset of REJECT belongs to the connection of the packet that caused it, in the
 * other direction, be it confirmed or not.
 *
 * <p>kernel: net/netfilter/nf_conntrack_core.c nf_conntrack_attach(), from net/ipv4/icmp.c
 * icmp_glue_bits() and nf_reject_ipv4.c nf_send_reset()
 */
record Attached(HostWalk walk) {
  private static final List<Field> CONNECTION =
      List.of(Fields.CT_ENTRY, Fields.CT_REPLY, Fields.CT_FRESH, Fields.CT_ZONE);

  /** Whether the packet in hand has a connection. */
  Pred possible() {
    return new Pred.InRange(Fields.CT_STATE, CtState.NEW.value(), CtState.RELATED.value());
  }

  /** What the answer does not keep of the packet in hand. */
  Effect forget() {
    return new Effect.Clear(forgotten());
  }

  List<Field> forgotten() {
    List<Field> forgotten = new ArrayList<>(walk.forgottenByReply());
    forgotten.removeAll(CONNECTION);
    return forgotten;
  }

  /** Turns the answer round in its connection. */
  Label before(Label next) {
    Label label = walk.graph().label(next.name() + "/attached");
    if (walk.firstUse(label)) {
      Effect related = new Effect.Set(Fields.CT_STATE, CtState.RELATED.value());
      walk.graph()
          .branches(label, HostWalk.pass(next, related, new Effect.Flip(Fields.CT_REPLY, 1)));
    }
    return label;
  }
}
