package org.hookline.sim;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.hookline.addr.Protocol;
import org.hookline.ir.conntrack.Found;
import org.hookline.ir.conntrack.Part;
import org.hookline.ir.conntrack.Store;
import org.hookline.ir.conntrack.Tuple;

/** The conntrack table of one host as the kernel has it: a hash over both tuples, without bound. */
public final class HashStore implements Store<Boolean, Long> {
  private static final int PARTS = Part.values().length;
  private static final int CONFIRMED = Part.CONFIRMED.ordinal();

  /** The parts up to here make the tuples. */
  private static final int LAST_INDEXED = Part.REPLY_DPORT.ordinal();

  private final List<long[]> entries = new ArrayList<>();
  private final Map<Tuple<Long>, Found<Boolean, Long>> index = new HashMap<>();
  private long[] undo = new long[3 * 32];
  private int undoable;

  HashStore() {}

  /** Number of entries; they are numbered from 1. */
  @Override
  public int size() {
    return entries.size();
  }

  @Override
  public List<Found<Boolean, Long>> find(Boolean guard, Tuple<Long> key) {
    Found<Boolean, Long> found = guard ? index.get(key) : null;
    return found == null ? List.of() : List.of(found);
  }

  @Override
  public Boolean full(Boolean guard) {
    return false;
  }

  @Override
  public Long create(Boolean guard) {
    entries.add(new long[PARTS]);
    return (long) entries.size();
  }

  @Override
  public Long read(Long entry, Part part) {
    return entry == 0 ? 0 : entries.get((int) (entry - 1))[part.ordinal()];
  }

  @Override
  public void write(Long entry, Part part, Long value) {
    if (entry == 0) {
      return;
    }
    if (undoable + 3 > undo.length) {
      undo = Arrays.copyOf(undo, 2 * undo.length);
    }
    undo[undoable++] = entry;
    undo[undoable++] = part.ordinal();
    undo[undoable++] = put(entry, part.ordinal(), value & -1L >>> (64 - part.width()));
  }

  /** From here on {@link #undo} takes writes back. */
  void mark() {
    undoable = 0;
  }

  /** Takes back all writes since {@link #mark}. */
  void undo() {
    while (undoable > 0) {
      undoable -= 3;
      put(undo[undoable], (int) undo[undoable + 1], undo[undoable + 2]);
    }
  }

  private long put(long entry, int part, long value) {
    long[] parts = entries.get((int) (entry - 1));
    long before = parts[part];
    if (part <= LAST_INDEXED || part == CONFIRMED) {
      drop(entry, parts);
      parts[part] = value;
      index(entry, parts);
    } else {
      parts[part] = value;
    }
    return before;
  }

  /**
   * The answer is found first where both directions look the same: it is put in last, at the head.
   *
   * <p>kernel: net/netfilter/nf_conntrack_core.c __nf_conntrack_hash_insert()
   */
  private void index(long entry, long[] parts) {
    if (parts[CONFIRMED] == 1) {
      index.putIfAbsent(reply(parts), new Found<>(true, entry, true));
      index.putIfAbsent(original(parts), new Found<>(true, entry, false));
    }
  }

  private void drop(long entry, long[] parts) {
    if (parts[CONFIRMED] == 1) {
      index.computeIfPresent(
          original(parts), (key, found) -> found.entry() == entry ? null : found);
      index.computeIfPresent(reply(parts), (key, found) -> found.entry() == entry ? null : found);
    }
  }

  private static Tuple<Long> original(long[] parts) {
    return new Tuple<>(
        parts[Part.ZONE.ordinal()],
        parts[Part.PROTO.ordinal()],
        0L,
        parts[Part.ORIGINAL_SRC.ordinal()],
        parts[Part.ORIGINAL_SPORT.ordinal()],
        parts[Part.ORIGINAL_DST.ordinal()],
        parts[Part.ORIGINAL_DPORT.ordinal()]);
  }

  private static Tuple<Long> reply(long[] parts) {
    return new Tuple<>(
        parts[Part.ZONE.ordinal()],
        parts[Part.PROTO.ordinal()],
        parts[Part.PROTO.ordinal()] == Protocol.ICMP.number() ? 1L : 0L,
        parts[Part.REPLY_SRC.ordinal()],
        parts[Part.REPLY_SPORT.ordinal()],
        parts[Part.REPLY_DST.ordinal()],
        parts[Part.REPLY_DPORT.ordinal()]);
  }
}
