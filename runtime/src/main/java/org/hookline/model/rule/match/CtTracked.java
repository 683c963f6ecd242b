package org.hookline.model.rule.match;

import org.hookline.ir.Pred;
import org.hookline.packet.CtState;
import org.hookline.packet.Fields;

/**
 * Questions about the packet's connection: a packet without one answers none of them, neither way.
 *
 * <p>kernel: net/netfilter/xt_conntrack.c conntrack_mt(), where ct is NULL
 */
final class CtTracked {
  private CtTracked() {}

  /** Whether the packet has an entry. */
  static Pred has() {
    return new Pred.InRange(Fields.CT_STATE, CtState.NEW.value(), CtState.RELATED.value());
  }

  static Pred and(Pred question) {
    return Pred.and(has(), question);
  }
}
