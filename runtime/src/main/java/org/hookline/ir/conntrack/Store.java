package org.hookline.ir.conntrack;

import java.util.List;
import java.util.Optional;

/**
 * The conntrack table of one host. Entries are values, because in a merged symbolic state the
 * number of an entry may depend on the guard. Laws: an entry is found by either tuple from its
 * confirmation on, never before; the results of {@link #find} are disjoint; reading gives what was
 * written last.
 */
public interface Store<B, V> {

  /** Confirmed entries with this tuple; what no result covers is a miss. */
  List<Found<B, V>> find(B guard, Tuple<V> key);

  /** A fresh entry with all parts zero; empty when the table is full. */
  Optional<V> create(B guard);

  V read(V entry, Part part);

  void write(V entry, Part part, V value);
}
