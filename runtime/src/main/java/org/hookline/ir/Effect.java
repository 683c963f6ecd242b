package org.hookline.ir;

import java.util.List;
import java.util.Optional;
import org.hookline.packet.Field;

/**
 * What a branch does to the state. Implementations are records, so that equal effects are equal.
 */
public interface Effect {

  <B, V> void on(Context<B, V> state);

  /** Whether it writes fields of the packet and nothing else, whatever they hold. */
  default boolean plain() {
    return false;
  }

  /**
   * What it writes into fields, in order, if constants, fields and sums of both are all it does.
   */
  default Optional<List<Write>> writes() {
    return Optional.empty();
  }

  /** Writes a constant. */
  record Set(Field field, long value) implements Effect {
    @Override
    public <B, V> void on(Context<B, V> state) {
      state.set(field, state.algebra().value(field.width(), value));
    }

    @Override
    public Optional<List<Write>> writes() {
      return Optional.of(List.of(Write.constant(field, value, field.mask())));
    }

    @Override
    public boolean plain() {
      return true;
    }
  }

  /** Writes a constant into the bits of the mask. */
  record SetMasked(Field field, long value, long mask) implements Effect {
    @Override
    public <B, V> void on(Context<B, V> state) {
      Algebra<B, V> a = state.algebra();
      state.set(field, a.mix(state.get(field), a.value(field.width(), value), mask));
    }

    @Override
    public Optional<List<Write>> writes() {
      return Optional.of(List.of(Write.constant(field, value, mask & field.mask())));
    }

    @Override
    public boolean plain() {
      return true;
    }
  }

  /** Flips the bits of a constant. */
  record Flip(Field field, long bits) implements Effect {
    @Override
    public <B, V> void on(Context<B, V> state) {
      state.set(field, state.algebra().flip(state.get(field), bits));
    }

    @Override
    public boolean plain() {
      return true;
    }
  }

  record Copy(Field to, Field from) implements Effect {
    @Override
    public <B, V> void on(Context<B, V> state) {
      state.set(to, state.get(from));
    }

    @Override
    public Optional<List<Write>> writes() {
      return Optional.of(List.of(Write.copy(to, from)));
    }

    @Override
    public boolean plain() {
      return true;
    }
  }

  record Swap(Field one, Field other) implements Effect {
    @Override
    public <B, V> void on(Context<B, V> state) {
      V kept = state.get(one);
      state.set(one, state.get(other));
      state.set(other, kept);
    }

    @Override
    public boolean plain() {
      return true;
    }
  }

  /** Subtracts one, modulo the field's width. */
  record Decrement(Field field) implements Effect {
    @Override
    public <B, V> void on(Context<B, V> state) {
      state.set(field, state.algebra().minusOne(state.get(field)));
    }

    @Override
    public Optional<List<Write>> writes() {
      return Optional.of(List.of(Write.sum(field, -1)));
    }

    @Override
    public boolean plain() {
      return true;
    }
  }

  /** Writes zero. */
  record Clear(List<Field> fields) implements Effect {
    @Override
    public <B, V> void on(Context<B, V> state) {
      for (Field field : fields) {
        state.set(field, state.algebra().value(field.width(), 0));
      }
    }

    @Override
    public Optional<List<Write>> writes() {
      return Optional.of(fields.stream().map(f -> Write.constant(f, 0, f.mask())).toList());
    }

    @Override
    public boolean plain() {
      return true;
    }
  }
}
