package org.hookline.proof;

import java.util.List;
import org.hookline.ir.Algebra;
import org.hookline.ir.conntrack.Found;
import org.hookline.ir.conntrack.Part;
import org.hookline.ir.conntrack.Store;
import org.hookline.ir.conntrack.Tuple;

/** A conntrack table that behaves like another one, except for what a mistake overrides. */
interface StoreMistake {

  default <B, V> List<Found<B, V>> find(
      Store<B, V> store, Algebra<B, V> algebra, B guard, Tuple<V> key) {
    return store.find(guard, key);
  }

  default <B, V> V read(Store<B, V> store, Algebra<B, V> algebra, V entry, Part part) {
    return store.read(entry, part);
  }

  default <B, V> void write(Store<B, V> store, Algebra<B, V> algebra, V entry, Part part, V value) {
    store.write(entry, part, value);
  }

  /** The table with this mistake. */
  default <B, V> Store<B, V> over(Store<B, V> store, Algebra<B, V> algebra) {
    StoreMistake mistake = this;
    return new Store<>() {
      @Override
      public List<Found<B, V>> find(B guard, Tuple<V> key) {
        return mistake.find(store, algebra, guard, key);
      }

      @Override
      public B full(B guard) {
        return store.full(guard);
      }

      @Override
      public V create(B guard) {
        return store.create(guard);
      }

      @Override
      public int size() {
        return store.size();
      }

      @Override
      public V read(V entry, Part part) {
        return mistake.read(store, algebra, entry, part);
      }

      @Override
      public void write(V entry, Part part, V value) {
        mistake.write(store, algebra, entry, part, value);
      }
    };
  }
}
