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

  /** The bits of a mark that take part in a copy. */
  public record Bits(long mask) {}

  /** {@code ct mark = (ct mark & ~connection) ^ (mark & packet)}. */
  public record Save(int host, Bits packet, Bits connection) implements Effect {
    @Override
    public <B, V> void on(Context<B, V> state) {
      Store<B, V> store = state.conntrack(host);
      V entry = state.get(Fields.CT_ENTRY);
      V kept = store.read(entry, Part.MARK);
      V copied = copy(state, new Copied<>(state.get(Fields.MARK), packet), kept, connection);
      store.write(entry, Part.MARK, copied);
    }
  }

  /** {@code mark = (mark & ~packet) ^ (ct mark & connection)}. */
  public record Restore(int host, Bits packet, Bits connection) implements Effect {
    @Override
    public <B, V> void on(Context<B, V> state) {
      V stored = state.conntrack(host).read(state.get(Fields.CT_ENTRY), Part.MARK);
      V kept = state.get(Fields.MARK);
      state.set(Fields.MARK, copy(state, new Copied<>(stored, connection), kept, packet));
    }
  }

  private record Copied<V>(V mark, Bits bits) {}

  /** {@code (to & ~cleared) ^ (from & bits)}; only bits that are not cleared need to be flipped. */
  private static <B, V> V copy(Context<B, V> state, Copied<V> from, V to, Bits cleared) {
    Algebra<B, V> a = state.algebra();
    long taken = from.bits().mask();
    V result = a.mix(to, a.value(32, 0), cleared.mask() & ~taken);
    result = a.mix(result, from.mark(), cleared.mask() & taken);
    long flipping = taken & ~cleared.mask();
    for (long bit = 1; bit <= flipping; bit <<= 1) {
      if ((flipping & bit) != 0) {
        B set = a.masked(from.mark(), bit, bit);
        result = a.ifThenElse(set, a.flip(result, bit), result);
      }
    }
    return result;
  }
}
