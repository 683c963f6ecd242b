package org.hookline.ir;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReferenceArray;

/**
 * The branches of one step, laid out for an interpreter that plays one packet at a time. What
 * guards say of fields is asked as plain numbers ({@link Pred#fixed}, {@link Pred#plain}); whatever
 * they say beyond is asked of the guards themselves.
 */
public final class Ways {
  /** Steps with fewer branches are asked one by one. */
  private static final int LONG = 32;

  private final Branch[] branches;

  /** Null for a guard that says more. */
  private final Plain[] plain;

  /** Bits that each guard asks for first: most fail there. Of some guards they are none. */
  private final int[] fields;

  private final long[] values;
  private final long[] masks;
  private final Optional<FirstMatch> shortcut;

  /** Each made when it is asked for; if two ask at once, twice and alike. */
  private final AtomicReferenceArray<Straight> straights;

  Ways(List<Branch> list) {
    int count = list.size();
    branches = list.toArray(Branch[]::new);
    plain = new Plain[count];
    fields = new int[count];
    values = new long[count];
    masks = new long[count];
    straights = new AtomicReferenceArray<>(count);
    boolean draws = false;
    for (int way = 0; way < count; way++) {
      Pred guard = branches[way].guard();
      plain[way] = guard.plain().orElse(null);
      if (!guard.draws() && !guard.fixed().isEmpty()) {
        Pred.Masked first = guard.fixed().get(0);
        fields[way] = first.field().id();
        values[way] = first.value();
        masks[way] = first.mask();
      }
      draws |= guard.draws();
    }
    shortcut =
        draws || count < LONG
            ? Optional.empty()
            : Optional.of(new FirstMatch(list.stream().map(Branch::guard).toList()));
  }

  /**
   * The first branch whose guard holds.
   *
   * @param packet the values of all fields, by id
   * @param state the same packet, for guards to ask
   * @return its index, or -1
   */
  public int first(long[] packet, Context<Boolean, Long> state) {
    if (shortcut.isPresent()) {
      return shortcut.get().of(field -> packet[field.id()], way -> asks(way, packet, state));
    }
    for (int way = 0; way < branches.length; way++) {
      if (holds(way, packet, state)) {
        return way;
      }
    }
    return -1;
  }

  private boolean holds(int way, long[] packet, Context<Boolean, Long> state) {
    return ((packet[fields[way]] ^ values[way]) & masks[way]) == 0 && asks(way, packet, state);
  }

  private boolean asks(int way, long[] packet, Context<Boolean, Long> state) {
    Plain question = plain[way];
    return question == null ? branches[way].guard().in(state, Boolean.TRUE) : question.of(packet);
  }

  public Branch branch(int way) {
    return branches[way];
  }

  /**
   * A branch that does nothing but write constants and fields into fields, and with it all steps
   * behind it that are certain and do no more either.
   *
   * @return null if the branch is none of those
   */
  public Straight straight(int way) {
    Straight known = straights.get(way);
    if (known == null) {
      known = Straight.of(branches[way]).orElse(Straight.NONE);
      straights.set(way, known);
    }
    return known == Straight.NONE ? null : known;
  }
}
