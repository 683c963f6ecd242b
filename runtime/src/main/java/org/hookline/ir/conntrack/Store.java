package org.hookline.ir.conntrack;

import java.util.List;

/**
 * The conntrack table of one host. Entries are values, because in a merged symbolic state the
 * number of an entry may depend on the guard. Laws: an entry is found by either tuple from its
 * confirmation on, never before; the results of {@link #find} are disjoint; reading gives what was
 * written last.
 */
public interface Store<B, V> {

  /** Confirmed entries with this tuple; what no result covers is a miss. */
  List<Found<B, V>> find(B guard, Tuple<V> key);

  /** The part of the guard where the table has no room for one more entry. */
  B full(B guard);

  /** The number, from 1, of a fresh entry with all parts zero; nothing of the guard is full. */
  V create(B guard);

  /** The highest number of an entry that there may be. */
  int size();

  /** Zero where the entry is 0, "none". */
  V read(V entry, Part part);

  /** Does nothing where the entry is 0, "none". */
  void write(V entry, Part part, V value);
}
