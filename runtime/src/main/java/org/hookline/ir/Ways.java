package org.hookline.ir;

import java.util.List;
import java.util.Optional;

/**
 * The branches of one step, laid out for an interpreter that plays one packet at a time. What
 * guards say of single fields is compared here as plain numbers ({@link Pred#fixed}, {@link
 * Pred#ranges}); whatever they say beyond is asked of the guards themselves.
 */
public final class Ways {
  /** Steps with fewer branches are asked one by one. */
  private static final int LONG = 32;

  private final Branch[] branches;
  private final Plain[] plain;
  private final Optional<FirstMatch> shortcut;

  /** Made when the first is asked for; null where there is none. */
  private volatile Straight[] straights;

  Ways(List<Branch> list) {
    int count = list.size();
    branches = list.toArray(Branch[]::new);
    plain = new Plain[count];
    boolean draws = false;
    for (int way = 0; way < count; way++) {
      plain[way] = Plain.of(branches[way].guard());
      draws |= branches[way].guard().draws();
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
      return shortcut.get().of(field -> packet[field.id()], way -> holds(way, packet, state));
    }
    for (int way = 0; way < branches.length; way++) {
      if (holds(way, packet, state)) {
        return way;
      }
    }
    return -1;
  }

  private boolean holds(int way, long[] packet, Context<Boolean, Long> state) {
    Plain first = plain[way];
    return first.holds(packet) && (first.all() || branches[way].guard().in(state, Boolean.TRUE));
  }

  public Branch branch(int way) {
    return branches[way];
  }

  /**
   * Takes a branch if it does nothing but write constants and fields into fields, and with it all
   * steps behind it that are certain and do no more either.
   *
   * @param packet the values of all fields, by id; changed
   * @return what comes next, or null if the branch is none of those
   */
  public Next straight(int way, long[] packet) {
    Straight[] known = straights;
    if (known == null) {
      known = new Straight[branches.length];
      for (int i = 0; i < known.length; i++) {
        known[i] = Straight.of(branches[i]).orElse(null);
      }
      straights = known;
    }
    Straight straight = known[way];
    if (straight == null) {
      return null;
    }
    for (Write write : straight.writes()) {
      write.into(packet);
    }
    return straight.next();
  }
}
