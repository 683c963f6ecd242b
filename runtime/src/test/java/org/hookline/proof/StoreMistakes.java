package org.hookline.proof;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.hookline.ir.Algebra;
import org.hookline.ir.conntrack.Found;
import org.hookline.ir.conntrack.Part;
import org.hookline.ir.conntrack.Store;
import org.hookline.ir.conntrack.Tuple;

/** Mistakes of a conntrack table. */
final class StoreMistakes {
  private StoreMistakes() {}

  static Map<String, StoreMistake> all() {
    Map<String, StoreMistake> all = new LinkedHashMap<>();
    all.put("nothing is ever found", new Blind());
    all.put("answers are not found", new OneWay(true));
    all.put("only answers are found", new OneWay(false));
    all.put("directions are exchanged", new Exchanged());
    all.put("tuples are found the other way round", new Inverse());
    for (Part part :
        List.of(
            Part.MARK,
            Part.CONFIRMED,
            Part.SEEN_REPLY,
            Part.SRC_NAT,
            Part.DST_NAT,
            Part.SRC_BOUND,
            Part.ORIGINAL_DST,
            Part.ORIGINAL_SPORT,
            Part.REPLY_DST,
            Part.REPLY_DPORT)) {
      all.put(part + " is not written", new Lost(part));
    }
    all.put("the mark is read as the protocol", new Misread(Part.MARK, Part.PROTO));
    all.put("REPLY_SRC is read as ORIGINAL_DST", new Misread(Part.REPLY_SRC, Part.ORIGINAL_DST));
    all.put("the mark keeps its first value", new Stubborn(Part.MARK));
    all.put("the reply tuple keeps its first value", new Stubborn(Part.REPLY_DPORT));
    return all;
  }

  private record Blind() implements StoreMistake {
    @Override
    public <B, V> List<Found<B, V>> find(
        Store<B, V> store, Algebra<B, V> algebra, B guard, Tuple<V> key) {
      return List.of();
    }
  }

  private record OneWay(boolean forth) implements StoreMistake {
    @Override
    public <B, V> List<Found<B, V>> find(
        Store<B, V> store, Algebra<B, V> algebra, B guard, Tuple<V> key) {
      return store.find(guard, key).stream().filter(f -> f.reply() != forth).toList();
    }
  }

  private record Exchanged() implements StoreMistake {
    @Override
    public <B, V> List<Found<B, V>> find(
        Store<B, V> store, Algebra<B, V> algebra, B guard, Tuple<V> key) {
      return store.find(guard, key).stream()
          .map(f -> new Found<B, V>(f.where(), f.entry(), !f.reply()))
          .toList();
    }
  }

  private record Inverse() implements StoreMistake {
    @Override
    public <B, V> List<Found<B, V>> find(
        Store<B, V> store, Algebra<B, V> algebra, B guard, Tuple<V> key) {
      return store.find(guard, key.inverse(algebra));
    }
  }

  private record Lost(Part lost) implements StoreMistake {
    @Override
    public <B, V> void write(
        Store<B, V> store, Algebra<B, V> algebra, V entry, Part part, V value) {
      if (part != lost) {
        store.write(entry, part, value);
      }
    }
  }

  private record Misread(Part wanted, Part got) implements StoreMistake {
    @Override
    public <B, V> V read(Store<B, V> store, Algebra<B, V> algebra, V entry, Part part) {
      return store.read(entry, part == wanted ? got : part);
    }
  }

  private record Stubborn(Part part) implements StoreMistake {
    @Override
    public <B, V> void write(
        Store<B, V> store, Algebra<B, V> algebra, V entry, Part written, V value) {
      B empty = algebra.masked(store.read(entry, written), 0, written.mask());
      if (written != part || !algebra.isFalse(empty)) {
        store.write(entry, written, value);
      }
    }
  }
}
