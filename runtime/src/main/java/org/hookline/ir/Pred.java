package org.hookline.ir;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.hookline.ir.conntrack.Part;
import org.hookline.packet.Field;
import org.hookline.packet.Fields;

/** What a rule tests, in the smallest vocabulary that both interpreters understand. */
public sealed interface Pred {

  Pred TRUE = new Constant(true);
  Pred FALSE = new Constant(false);

  /** The part of {@code under} where this holds. */
  <B, V> B in(Context<B, V> state, B under);

  /** Fields with bits that must have these values wherever this holds; not always all of them. */
  default List<Masked> fixed() {
    return List.of();
  }

  /** The same of plain numbers; empty where it asks for more than the fields of a packet. */
  default Optional<Plain> plain() {
    return Optional.empty();
  }

  /** Whether asking draws something that the model does not determine. */
  default boolean draws() {
    return false;
  }

  record Constant(boolean truth) implements Pred {
    @Override
    public <B, V> B in(Context<B, V> state, B under) {
      return truth ? under : state.algebra().constant(false);
    }

    @Override
    public Optional<Plain> plain() {
      return Optional.of(packet -> truth);
    }
  }

  /** {@code (field & mask) == (value & mask)}. */
  record Masked(Field field, long value, long mask) implements Pred {
    @Override
    public <B, V> B in(Context<B, V> state, B under) {
      Algebra<B, V> a = state.algebra();
      return a.and(under, a.masked(state.get(field), value, mask));
    }

    @Override
    public List<Masked> fixed() {
      return List.of(this);
    }

    @Override
    public Optional<Plain> plain() {
      int id = field.id();
      return Optional.of(packet -> ((packet[id] ^ value) & mask) == 0);
    }
  }

  /** {@code low <= field <= high}, unsigned. */
  record InRange(Field field, long low, long high) implements Pred {
    @Override
    public <B, V> B in(Context<B, V> state, B under) {
      Algebra<B, V> a = state.algebra();
      return a.and(under, a.inRange(state.get(field), low, high));
    }

    @Override
    public Optional<Plain> plain() {
      int id = field.id();
      return Optional.of(
          packet ->
              Long.compareUnsigned(low, packet[id]) <= 0
                  && Long.compareUnsigned(packet[id], high) <= 0);
    }

    /** The leading bits that both ends have. */
    @Override
    public List<Masked> fixed() {
      long differ = low ^ high;
      long same = differ == 0 ? -1L : ~(Long.highestOneBit(differ) * 2 - 1);
      long mask = field.mask() & same;
      return mask == 0 ? List.of() : List.of(new Masked(field, low, mask));
    }
  }

  /** Two fields agree in the bits of the mask. */
  record Same(Field one, Field other, long mask) implements Pred {
    @Override
    public <B, V> B in(Context<B, V> state, B under) {
      return state.algebra().same(state.get(one), state.get(other), mask, under);
    }

    @Override
    public Optional<Plain> plain() {
      int first = one.id();
      int second = other.id();
      return Optional.of(packet -> ((packet[first] ^ packet[second]) & mask) == 0);
    }
  }

  /** A draw that the model does not determine lies in a range; preferred is the low end. */
  record Chosen(Choice choice, long low, long high) implements Pred {
    @Override
    public <B, V> B in(Context<B, V> state, B under) {
      Algebra<B, V> a = state.algebra();
      V drawn = state.choose(choice, a.value(choice.width(), low));
      return a.and(under, a.inRange(drawn, low, high));
    }

    @Override
    public boolean draws() {
      return true;
    }
  }

  /** {@code (part & mask) == (value & mask)} of the packet's conntrack entry on a host. */
  record OfEntry(int host, Part part, long value, long mask) implements Pred {
    @Override
    public <B, V> B in(Context<B, V> state, B under) {
      Algebra<B, V> a = state.algebra();
      V stored = state.conntrack(host).read(state.get(Fields.CT_ENTRY), part);
      return a.and(under, a.masked(stored, value, mask));
    }
  }

  /** {@code low <= part <= high} of the packet's conntrack entry on a host. */
  record EntryInRange(int host, Part part, long low, long high) implements Pred {
    @Override
    public <B, V> B in(Context<B, V> state, B under) {
      Algebra<B, V> a = state.algebra();
      V stored = state.conntrack(host).read(state.get(Fields.CT_ENTRY), part);
      return a.and(under, a.inRange(stored, low, high));
    }
  }

  /** A part of the packet's conntrack entry on a host and a field of the packet are equal. */
  record EntryIs(int host, Part part, Field field) implements Pred {
    @Override
    public <B, V> B in(Context<B, V> state, B under) {
      V stored = state.conntrack(host).read(state.get(Fields.CT_ENTRY), part);
      return state.algebra().same(stored, state.get(field), part.mask(), under);
    }
  }

  record Not(Pred pred) implements Pred {
    @Override
    public <B, V> B in(Context<B, V> state, B under) {
      Algebra<B, V> a = state.algebra();
      return a.and(under, a.not(pred.in(state, under)));
    }

    @Override
    public Optional<Plain> plain() {
      return pred.plain().map(plain -> packet -> !plain.of(packet));
    }

    @Override
    public boolean draws() {
      return pred.draws();
    }
  }

  /** Narrows from left to right, and stops when nothing is left. */
  record And(List<Pred> preds) implements Pred {
    @Override
    public <B, V> B in(Context<B, V> state, B under) {
      B left = under;
      for (Pred pred : preds) {
        if (state.algebra().isFalse(left)) {
          return left;
        }
        left = pred.in(state, left);
      }
      return left;
    }

    @Override
    public List<Masked> fixed() {
      return preds.stream().flatMap(pred -> pred.fixed().stream()).toList();
    }

    @Override
    public Optional<Plain> plain() {
      return Plain.ofAll(preds).map(all -> packet -> Plain.all(all, packet));
    }

    @Override
    public boolean draws() {
      return preds.stream().anyMatch(Pred::draws);
    }
  }

  record Or(List<Pred> preds) implements Pred {
    @Override
    public <B, V> B in(Context<B, V> state, B under) {
      B found = state.algebra().constant(false);
      for (Pred pred : preds) {
        found = state.algebra().or(found, pred.in(state, under));
      }
      return found;
    }

    @Override
    public Optional<Plain> plain() {
      return Plain.ofAll(preds).map(all -> packet -> Plain.any(all, packet));
    }

    @Override
    public boolean draws() {
      return preds.stream().anyMatch(Pred::draws);
    }
  }

  static Pred is(Field field, long value) {
    return new Masked(field, value, field.mask());
  }

  /** A prefix of {@code length} bits of the field's width. */
  static Pred prefix(Field field, long value, int length) {
    if (length == 0) {
      return TRUE;
    }
    long mask = field.mask() & -1L << (field.width() - length);
    return new Masked(field, value, mask);
  }

  static Pred same(Field one, Field other) {
    return new Same(one, other, one.mask());
  }

  static Pred not(Pred pred) {
    return pred.equals(TRUE) ? FALSE : pred.equals(FALSE) ? TRUE : new Not(pred);
  }

  static Pred and(Pred... preds) {
    return and(Arrays.asList(preds));
  }

  static Pred and(List<Pred> preds) {
    List<Pred> needed = preds.stream().filter(p -> !p.equals(TRUE)).toList();
    if (needed.contains(FALSE)) {
      return FALSE;
    }
    return needed.isEmpty() ? TRUE : needed.size() == 1 ? needed.get(0) : new And(needed);
  }

  static Pred or(Pred... preds) {
    return or(Arrays.asList(preds));
  }

  static Pred or(List<Pred> preds) {
    List<Pred> needed = preds.stream().filter(p -> !p.equals(FALSE)).toList();
    if (needed.contains(TRUE)) {
      return TRUE;
    }
    return needed.isEmpty() ? FALSE : needed.size() == 1 ? needed.get(0) : new Or(needed);
  }
}
