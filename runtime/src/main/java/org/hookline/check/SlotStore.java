package org.hookline.check;

import java.util.ArrayList;
import java.util.List;
import org.hookline.check.set.Diagrams;
import org.hookline.check.set.Vec;
import org.hookline.check.set.Vectors;
import org.hookline.ir.BrokenLaw;
import org.hookline.ir.conntrack.Found;
import org.hookline.ir.conntrack.Part;
import org.hookline.ir.conntrack.Store;
import org.hookline.ir.conntrack.Tuple;
import org.hookline.packet.Fields;

/**
 * The conntrack table of one host over all opening packets: a bounded list of slots whose parts are
 * vectors of the state. An entry whose two tuples are equal is found in either direction.
 */
final class SlotStore implements Store<Integer, Vec> {
  private static final int WIDTH = Fields.CT_ENTRY.width();
  private static final Part[] ORIGINAL = {
    Part.PROTO, Part.ORIGINAL_SPORT, Part.ORIGINAL_DPORT, Part.ORIGINAL_SRC, Part.ORIGINAL_DST
  };
  private static final Part[] REPLY = {
    Part.PROTO, Part.REPLY_SPORT, Part.REPLY_DPORT, Part.REPLY_SRC, Part.REPLY_DST
  };

  private final Diagrams diagrams;
  private final Vectors vectors;
  private final SlotLayout layout;
  private final int host;
  private final SymbolicContext state;

  SlotStore(
      Diagrams diagrams, Vectors vectors, SlotLayout layout, int host, SymbolicContext state) {
    this.diagrams = diagrams;
    this.vectors = vectors;
    this.layout = layout;
    this.host = host;
    this.state = state;
  }

  /** Identical vectors first: a hit there usually covers the whole guard. */
  @Override
  public List<Found<Integer, Vec>> find(Integer guard, Tuple<Vec> key) {
    Vec[] wanted = {key.proto(), key.sport(), key.dport(), key.src(), key.dst()};
    List<Found<Integer, Vec>> found = new ArrayList<>();
    int rest = guard;
    for (int pass = 0; pass < 2; pass++) {
      for (int slot = 0; slot < layout.slots(host) && rest != Diagrams.FALSE; slot++) {
        int inside = diagrams.and(rest, state.at(layout.part(host, slot, Part.CONFIRMED)).bit(0));
        for (int way = 0; way < 2 && inside != Diagrams.FALSE; way++) {
          Part[] parts = way == 0 ? ORIGINAL : REPLY;
          int where =
              pass == 0
                  ? identical(slot, parts, wanted, inside)
                  : equal(slot, parts, wanted, inside);
          if (where != Diagrams.FALSE) {
            found.add(new Found<>(where, vectors.value(WIDTH, slot + 1), way == 1));
            rest = diagrams.minus(rest, where);
            inside = diagrams.minus(inside, where);
          }
        }
      }
    }
    return found;
  }

  private int identical(int slot, Part[] parts, Vec[] wanted, int under) {
    for (int i = 0; i < parts.length; i++) {
      if (state.at(layout.part(host, slot, parts[i])) != wanted[i]) {
        return Diagrams.FALSE;
      }
    }
    return under;
  }

  /** Where the tuples agree: first what is constant on one side, each under what is left. */
  private int equal(int slot, Part[] parts, Vec[] wanted, int under) {
    int left = under;
    for (int pass = 0; pass < 2; pass++) {
      for (int i = 0; i < parts.length && left != Diagrams.FALSE; i++) {
        Vec stored = state.at(layout.part(host, slot, parts[i]));
        boolean constant = stored.isConstant() || wanted[i].isConstant();
        if (constant == (pass == 0)) {
          left = vectors.same(stored, wanted[i], parts[i].mask(), left);
        }
      }
    }
    return left;
  }

  @Override
  public Integer full(Integer guard) {
    int full = guard;
    for (int slot = 0; slot < layout.slots(host) && full != Diagrams.FALSE; slot++) {
      full = diagrams.and(full, state.at(layout.used(host, slot)).bit(0));
    }
    return full;
  }

  /** The first slot that is free for the whole guard; if there is none, the first free one each. */
  @Override
  public Vec create(Integer guard) {
    Vec entry = vectors.value(WIDTH, 0);
    int rest = guard;
    int slots = layout.slots(host);
    for (int slot = 0; slot < slots; slot++) {
      if (diagrams.and(guard, state.at(layout.used(host, slot)).bit(0)) == Diagrams.FALSE) {
        take(slot, Diagrams.TRUE);
        return vectors.value(WIDTH, slot + 1);
      }
    }
    for (int slot = 0; slot < slots && rest != Diagrams.FALSE; slot++) {
      int free = diagrams.minus(rest, state.at(layout.used(host, slot)).bit(0));
      entry = vectors.ifThenElse(free, vectors.value(WIDTH, slot + 1), entry);
      take(slot, free);
      rest = diagrams.minus(rest, free);
    }
    if (rest != Diagrams.FALSE) {
      throw new BrokenLaw("an entry was made in a full table");
    }
    return entry;
  }

  /** The parts of a slot that was never used are zero. */
  private void take(int slot, int where) {
    int position = layout.used(host, slot);
    state.put(position, vectors.ifThenElse(where, vectors.value(1, 1), state.at(position)));
  }

  @Override
  public Vec read(Vec entry, Part part) {
    if (entry.isConstant()) {
      return entry.number() == 0
          ? vectors.value(part.width(), 0)
          : state.at(layout.part(host, (int) entry.number() - 1, part));
    }
    Vec result = vectors.value(part.width(), 0);
    for (int slot = 0; slot < layout.slots(host); slot++) {
      Vec stored = state.at(layout.part(host, slot, part));
      result = vectors.ifThenElse(isSlot(entry, slot), stored, result);
    }
    return result;
  }

  @Override
  public void write(Vec entry, Part part, Vec value) {
    Vec fitting = vectors.fit(value, part.width());
    if (entry.isConstant()) {
      if (entry.number() != 0) {
        state.put(layout.part(host, (int) entry.number() - 1, part), fitting);
      }
      return;
    }
    for (int slot = 0; slot < layout.slots(host); slot++) {
      int where = isSlot(entry, slot);
      int position = layout.part(host, slot, part);
      state.put(position, vectors.ifThenElse(where, fitting, state.at(position)));
    }
  }

  private int isSlot(Vec entry, int slot) {
    return vectors.masked(entry, slot + 1, Fields.CT_ENTRY.mask());
  }
}
