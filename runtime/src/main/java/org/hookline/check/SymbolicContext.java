package org.hookline.check;

import java.util.BitSet;
import java.util.List;
import java.util.function.ToLongFunction;
import org.hookline.check.set.Diagrams;
import org.hookline.check.set.Vec;
import org.hookline.ir.Algebra;
import org.hookline.ir.Choice;
import org.hookline.ir.Context;
import org.hookline.ir.Moment;
import org.hookline.ir.Visit;
import org.hookline.ir.conntrack.Store;
import org.hookline.packet.Field;

/**
 * A set of packets at one moment: the guard, and each field as a function of the opening packet.
 */
final class SymbolicContext implements Context<Integer, Vec> {
  private final Arena arena;
  private final Moment moment;
  private Vec[] env;
  private boolean shared = true;
  private int guard;
  private BitSet drawn;

  /**
   * @param env is copied before the first change
   */
  SymbolicContext(Arena arena, Moment moment, Vec[] env, int guard) {
    this.arena = arena;
    this.moment = moment;
    this.env = env;
    this.guard = guard;
  }

  Moment moment() {
    return moment;
  }

  /** The values; from now on they are not changed in place. */
  Vec[] env() {
    shared = true;
    return env;
  }

  Vec at(int position) {
    return env[position];
  }

  void put(int position, Vec value) {
    if (env[position] == value) {
      return;
    }
    if (shared) {
      env = env.clone();
      shared = false;
    }
    env[position] = value;
  }

  /** Variables of the choices that were drawn here; null when there were none. */
  BitSet drawn() {
    return drawn;
  }

  @Override
  public Algebra<Integer, Vec> algebra() {
    return arena.algebra();
  }

  @Override
  public Vec get(Field field) {
    return env[field.id()];
  }

  @Override
  public void set(Field field, Vec value) {
    put(field.id(), arena.vectors().fit(value, field.width()));
  }

  @Override
  public Integer guard() {
    return guard;
  }

  @Override
  public void narrow(Integer by) {
    guard = arena.diagrams().and(guard, by);
  }

  @Override
  public Store<Integer, Vec> conntrack(int host) {
    return new SlotStore(arena.diagrams(), arena.vectors(), arena.layout(), host, this);
  }

  @Override
  public Vec compute(Choice choice, ToLongFunction<long[]> function, List<Vec> inputs) {
    return choose(choice, arena.vectors().value(choice.width(), 0));
  }

  @Override
  public Vec choose(Choice choice, Vec preferred) {
    ChoiceVariables.Drawn draw = arena.choices().of(new Visit(choice, moment), preferred);
    if (drawn == null) {
      drawn = new BitSet();
    }
    draw.block().addTo(drawn);
    return draw.value();
  }

  boolean isEmpty() {
    return guard == Diagrams.FALSE;
  }
}
