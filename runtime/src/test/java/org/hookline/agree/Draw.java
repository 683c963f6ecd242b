package org.hookline.agree;

import org.hookline.ir.Algebra;
import org.hookline.ir.Choice;
import org.hookline.ir.Context;
import org.hookline.ir.Effect;
import org.hookline.packet.Field;

/** Writes a draw between two numbers. */
record Draw(Field field, Choice choice, long low, long high) implements Effect {
  @Override
  public <B, V> void on(Context<B, V> state) {
    Algebra<B, V> a = state.algebra();
    V drawn = state.choose(choice, a.value(choice.width(), low));
    state.narrow(a.inRange(drawn, low, high));
    state.set(field, drawn);
  }
}
