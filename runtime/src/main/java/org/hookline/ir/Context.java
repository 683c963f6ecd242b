package org.hookline.ir;

import java.util.List;
import java.util.function.ToLongFunction;
import org.hookline.ir.conntrack.Store;
import org.hookline.packet.Field;

/**
 * The state that predicates read and effects change, as both interpreters offer it.
 *
 * @param <B> truth, see {@link Algebra}
 * @param <V> value, see {@link Algebra}
 */
public interface Context<B, V> {

  Algebra<B, V> algebra();

  V get(Field field);

  void set(Field field, V value);

  /** What is true of the packets in this state. */
  B guard();

  /** Keeps only the part of the guard where {@code by} holds: the domain of a choice. */
  void narrow(B by);

  /** The conntrack table of a host. */
  Store<B, V> conntrack(int host);

  /**
   * A value that the model does not determine.
   *
   * @param preferred what the kernel takes when nothing speaks against it; a simulator may start
   *     there, a checker looks at every value
   */
  V choose(Choice choice, V preferred);

  /**
   * What the kernel computes by a function that only a simulator follows; a checker looks at every
   * value.
   *
   * @param inputs of the function, in its order
   */
  V compute(Choice choice, ToLongFunction<long[]> function, List<V> inputs);
}
