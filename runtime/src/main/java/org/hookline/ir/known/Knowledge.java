package org.hookline.ir.known;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToLongFunction;
import org.hookline.ir.Algebra;
import org.hookline.ir.BrokenLaw;
import org.hookline.ir.Choice;
import org.hookline.ir.Context;
import org.hookline.ir.Pred;
import org.hookline.ir.conntrack.Found;
import org.hookline.ir.conntrack.Part;
import org.hookline.ir.conntrack.Store;
import org.hookline.ir.conntrack.Tuple;
import org.hookline.packet.Field;

/**
 * What is sure of every packet that took a certain way: the bits that guards asked for and effects
 * wrote. Nothing is known of conntrack tables and of what is drawn.
 */
public final class Knowledge implements Context<Truth, Bits>, Store<Truth, Bits> {
  private final Map<Field, Bits> known;

  /** Nothing yet. */
  public Knowledge() {
    known = new HashMap<>();
  }

  /** The same, to go on from. */
  public Knowledge(Knowledge other) {
    known = new HashMap<>(other.known);
  }

  /** A guard holds. */
  public void learn(Pred guard) {
    for (Pred.Masked bits : guard.fixed()) {
      Field field = bits.field();
      set(field, Knowing.PLAIN.mix(get(field), Bits.all(bits.value()), bits.mask()));
    }
  }

  /** What others share may have changed. */
  public void forgetWorld() {
    known.keySet().removeIf(field -> field.scope().world());
  }

  /** Whether a guard holds; a guard that draws must be asked when its time has come. */
  public Truth holds(Pred guard) {
    return guard.draws() ? Truth.MAYBE : guard.in(this, Truth.YES);
  }

  @Override
  public Algebra<Truth, Bits> algebra() {
    return Knowing.PLAIN;
  }

  @Override
  public Bits get(Field field) {
    return known.getOrDefault(field, Bits.of(0, ~field.mask()));
  }

  @Override
  public void set(Field field, Bits value) {
    known.put(field, Knowing.PLAIN.mix(Bits.all(0), value, field.mask()));
  }

  @Override
  public Truth guard() {
    return Truth.YES;
  }

  @Override
  public void narrow(Truth by) {
    throw unknown();
  }

  @Override
  public Store<Truth, Bits> conntrack(int host) {
    return this;
  }

  @Override
  public Bits choose(Choice choice, Bits preferred) {
    throw unknown();
  }

  @Override
  public Bits compute(Choice choice, ToLongFunction<long[]> function, List<Bits> inputs) {
    throw unknown();
  }

  @Override
  public List<Found<Truth, Bits>> find(Truth guard, Tuple<Bits> key) {
    throw unknown();
  }

  @Override
  public Truth full(Truth guard) {
    throw unknown();
  }

  @Override
  public Bits create(Truth guard) {
    throw unknown();
  }

  @Override
  public int size() {
    throw unknown();
  }

  @Override
  public Bits read(Bits entry, Part part) {
    return Bits.NONE;
  }

  @Override
  public void write(Bits entry, Part part, Bits value) {
    throw unknown();
  }

  private static BrokenLaw unknown() {
    return new BrokenLaw("only effects that write fields can be foreseen");
  }
}
