package org.hookline.proof;

import java.util.List;
import java.util.function.ToLongFunction;
import org.hookline.ir.Algebra;
import org.hookline.ir.Choice;
import org.hookline.ir.Context;
import org.hookline.ir.Effect;
import org.hookline.ir.conntrack.Store;
import org.hookline.packet.Field;

/** An effect that sees conntrack tables with a mistake. */
record Through(StoreMistake mistake, Effect effect) implements Effect {
  @Override
  public <B, V> void on(Context<B, V> state) {
    effect.on(new Seen<>(mistake, state));
  }

  private record Seen<B, V>(StoreMistake mistake, Context<B, V> state) implements Context<B, V> {
    @Override
    public Algebra<B, V> algebra() {
      return state.algebra();
    }

    @Override
    public V get(Field field) {
      return state.get(field);
    }

    @Override
    public void set(Field field, V value) {
      state.set(field, value);
    }

    @Override
    public B guard() {
      return state.guard();
    }

    @Override
    public void narrow(B by) {
      state.narrow(by);
    }

    @Override
    public Store<B, V> conntrack(int host) {
      return mistake.over(state.conntrack(host), state.algebra());
    }

    @Override
    public V choose(Choice choice, V preferred) {
      return state.choose(choice, preferred);
    }

    @Override
    public V compute(Choice choice, ToLongFunction<long[]> function, List<V> inputs) {
      return state.compute(choice, function, inputs);
    }
  }
}
