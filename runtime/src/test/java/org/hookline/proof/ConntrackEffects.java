package org.hookline.proof;

import java.util.List;
import org.hookline.ir.Algebra;
import org.hookline.ir.Context;
import org.hookline.ir.Effect;
import org.hookline.ir.conntrack.Conntrack;
import org.hookline.ir.conntrack.Found;
import org.hookline.ir.conntrack.Store;
import org.hookline.packet.Fields;

/**
 * The three steps of conntrack as effects of a single packet, so that their table can be exchanged
 * in a graph. What they find is told by {@link Fields#ACCEPTED}, which nobody uses there.
 */
final class ConntrackEffects {
  private ConntrackEffects() {}

  private static <B, V> void tell(Context<B, V> state, boolean truth) {
    state.set(Fields.ACCEPTED, state.algebra().value(1, truth ? 1 : 0));
  }

  /** Tells whether the packet has an entry. */
  record Find(int host, boolean quoted) implements Effect {
    @Override
    public <B, V> void on(Context<B, V> state) {
      Store<B, V> store = state.conntrack(host);
      List<Found<B, V>> found = store.find(state.guard(), Conntrack.key(state, quoted));
      if (!found.isEmpty()) {
        Conntrack.hit(state, store, found.get(0), quoted);
      }
      tell(state, !found.isEmpty());
    }
  }

  record Create(int host) implements Effect {
    @Override
    public <B, V> void on(Context<B, V> state) {
      Conntrack.create(state, state.conntrack(host));
    }
  }

  /** Confirms whatever other connections have, and never tells. */
  record ConfirmAnyway(int host) implements Effect {
    @Override
    public <B, V> void on(Context<B, V> state) {
      Store<B, V> store = state.conntrack(host);
      if (!state.algebra().isFalse(Conntrack.unconfirmed(state, store))) {
        Conntrack.confirm(state, store);
      }
      tell(state, false);
    }
  }

  /** Tells whether another connection has one of the packet's tuples. */
  record Confirm(int host) implements Effect {
    @Override
    public <B, V> void on(Context<B, V> state) {
      Algebra<B, V> a = state.algebra();
      Store<B, V> store = state.conntrack(host);
      boolean open = !a.isFalse(Conntrack.unconfirmed(state, store));
      boolean clash = open && !a.isFalse(Conntrack.clash(state, store));
      if (open && !clash) {
        Conntrack.confirm(state, store);
      }
      tell(state, clash);
    }
  }
}
