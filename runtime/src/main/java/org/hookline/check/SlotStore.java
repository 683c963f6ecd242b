package org.hookline.check;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.hookline.addr.Protocol;
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
    Part.ZONE,
    Part.PROTO,
    Part.ORIGINAL_SRC,
    Part.ORIGINAL_DST,
    Part.ORIGINAL_SPORT,
    Part.ORIGINAL_DPORT
  };
  private static final Part[] REPLY = {
    Part.ZONE, Part.PROTO, Part.REPLY_SRC, Part.REPLY_DST, Part.REPLY_SPORT, Part.REPLY_DPORT
  };

  /** Behind these parts: whether an ICMP message answers another one. */
  private static final int ANSWER = REPLY.length;

  /** Open bits, at most, of two tuples that are compared although one of them is likelier. */
  private static final int NARROW = 16;

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

  /** A tuple of a slot that may be the wanted one. */
  private record Candidate(int slot, boolean reply) {}

  /**
   * Identical vectors first, because such a hit usually covers the whole guard; then the tuple that
   * looks most alike under what is left of it, and so on: what the right tuple has covered need not
   * be compared with the wrong ones. Where both directions of an entry look the same, the answer is
   * found: told apart where the ends are narrow enough, because to compare two ends that may be
   * anything takes a node for every value.
   *
   * <p>kernel: net/netfilter/nf_conntrack_core.c __nf_conntrack_hash_insert(): the answer goes in
   * last, at the head
   */
  @Override
  public List<Found<Integer, Vec>> find(Integer guard, Tuple<Vec> key) {
    Vec[] wanted = {
      key.zone(), key.proto(), key.src(), key.dst(), key.sport(), key.dport(), key.answer()
    };
    List<Found<Integer, Vec>> found = new ArrayList<>();
    List<Candidate> candidates = new ArrayList<>();
    int rest = guard;
    for (int slot = 0; slot < layout.slots(host); slot++) {
      if (confirmed(slot, guard) != Diagrams.FALSE) {
        Candidate first = new Candidate(slot, false);
        Candidate answer = new Candidate(slot, true);
        boolean same = identical(first, wanted);
        if (identical(answer, wanted)) {
          rest = hit(answer, confirmed(slot, rest), rest, found);
        } else if (same && isNarrow(answer, wanted, rest)) {
          rest = hit(answer, equal(answer, wanted, rest), rest, found);
        } else {
          candidates.add(answer);
        }
        if (same) {
          rest = hit(first, confirmed(slot, rest), rest, found);
        } else {
          candidates.add(first);
        }
      }
    }
    while (!candidates.isEmpty() && rest != Diagrams.FALSE) {
      Optional<Candidate> best = mostAlike(candidates, wanted, rest);
      if (best.isEmpty()) {
        break;
      }
      Candidate answer = new Candidate(best.get().slot(), true);
      boolean both = candidates.contains(answer) && isNarrow(answer, wanted, rest);
      Candidate next = both ? answer : best.get();
      candidates.remove(next);
      rest = hit(next, equal(next, wanted, rest), rest, found);
    }
    return found;
  }

  private boolean isNarrow(Candidate candidate, Vec[] wanted, int rest) {
    return open(candidate, wanted, confirmed(candidate.slot(), rest)) <= NARROW;
  }

  private int hit(Candidate candidate, int where, int rest, List<Found<Integer, Vec>> found) {
    if (where == Diagrams.FALSE) {
      return rest;
    }
    Vec entry = vectors.value(WIDTH, candidate.slot() + 1);
    found.add(new Found<>(where, entry, candidate.reply()));
    return diagrams.minus(rest, where);
  }

  private int confirmed(int slot, int under) {
    return diagrams.and(under, state.at(layout.part(host, slot, Part.CONFIRMED)).bit(0));
  }

  private Vec stored(Candidate candidate, int part) {
    if (part == ANSWER) {
      Vec proto = state.at(layout.part(host, candidate.slot(), Part.PROTO));
      int icmp = vectors.masked(proto, Protocol.ICMP.number(), Fields.PROTO.mask());
      Vec request = vectors.value(1, 0);
      return candidate.reply() ? vectors.ifThenElse(icmp, vectors.value(1, 1), request) : request;
    }
    Part[] parts = candidate.reply() ? REPLY : ORIGINAL;
    return state.at(layout.part(host, candidate.slot(), parts[part]));
  }

  private boolean identical(Candidate candidate, Vec[] wanted) {
    for (int i = 0; i < wanted.length; i++) {
      if (stored(candidate, i) != wanted[i]) {
        return false;
      }
    }
    return true;
  }

  /** The candidate with the fewest open bits; those that agree nowhere are dropped. */
  private Optional<Candidate> mostAlike(List<Candidate> candidates, Vec[] wanted, int rest) {
    Optional<Candidate> best = Optional.empty();
    int fewest = Integer.MAX_VALUE;
    for (Candidate candidate : List.copyOf(candidates)) {
      int open = open(candidate, wanted, confirmed(candidate.slot(), rest));
      if (open == Vectors.NOWHERE) {
        candidates.remove(candidate);
      } else if (open < fewest) {
        fewest = open;
        best = Optional.of(candidate);
      }
    }
    return best;
  }

  private int open(Candidate candidate, Vec[] wanted, int under) {
    int open = under == Diagrams.FALSE ? Vectors.NOWHERE : 0;
    for (int i = 0; i < wanted.length && open != Vectors.NOWHERE; i++) {
      int more = vectors.disagreement(stored(candidate, i), wanted[i], -1, under);
      open = more == Vectors.NOWHERE ? more : open + more;
    }
    return open;
  }

  /** Where the tuples agree: the parts with the fewest open bits first, under what is left. */
  private int equal(Candidate candidate, Vec[] wanted, int rest) {
    int left = confirmed(candidate.slot(), rest);
    boolean[] done = new boolean[wanted.length];
    for (int round = 0; round < wanted.length && left != Diagrams.FALSE; round++) {
      int next = -1;
      int fewest = Integer.MAX_VALUE;
      for (int i = 0; i < wanted.length; i++) {
        if (!done[i]) {
          int open = vectors.disagreement(stored(candidate, i), wanted[i], -1, left);
          if (open < fewest) {
            fewest = open;
            next = i;
          }
        }
      }
      done[next] = true;
      left = vectors.same(stored(candidate, next), wanted[next], -1, left);
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

  @Override
  public int size() {
    int slots = layout.slots(host);
    while (slots > 0 && state.at(layout.used(host, slots - 1)).bit(0) == Diagrams.FALSE) {
      slots--;
    }
    return slots;
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
