package org.hookline.ir.conntrack;

import org.hookline.addr.MaskedMark;
import org.hookline.ir.Algebra;
import org.hookline.ir.Context;
import org.hookline.ir.Effect;
import org.hookline.packet.Fields;

/**
 * The three operations of the CONNMARK target; without an entry they do nothing.
 *
 * <p>kernel: net/netfilter/xt_connmark.c connmark_tg_shift()
 */
public final class Connmark {
  private Connmark() {}

  /** {@code ct mark = (ct mark & ~clear) ^ flip}: {@code --set-xmark flip/clear}. */
  public record Write(int host, MaskedMark mark) implements Effect {
    @Override
    public <B, V> void on(Context<B, V> state) {
      Algebra<B, V> a = state.algebra();
      Store<B, V> store = state.conntrack(host);
      V entry = state.get(Fields.CT_ENTRY);
      V kept = a.mix(store.read(entry, Part.MARK), a.value(32, 0), mark.mask());
      store.write(entry, Part.MARK, a.flip(kept, mark.value()));
    }
  }

  /** Copies the packet's mark to the connection, in the bits of the mask. */
  public record Save(int host, long mask) implements Effect {
    @Override
    public <B, V> void on(Context<B, V> state) {
      Store<B, V> store = state.conntrack(host);
      V entry = state.get(Fields.CT_ENTRY);
      V mixed = state.algebra().mix(store.read(entry, Part.MARK), state.get(Fields.MARK), mask);
      store.write(entry, Part.MARK, mixed);
    }
  }

  /** Copies the connection's mark to the packet, in the bits of the mask. */
  public record Restore(int host, long mask) implements Effect {
    @Override
    public <B, V> void on(Context<B, V> state) {
      V stored = state.conntrack(host).read(state.get(Fields.CT_ENTRY), Part.MARK);
      state.set(Fields.MARK, state.algebra().mix(state.get(Fields.MARK), stored, mask));
    }
  }
}
