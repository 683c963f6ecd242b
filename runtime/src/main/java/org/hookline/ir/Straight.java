package org.hookline.ir;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.hookline.ir.known.Knowledge;
import org.hookline.ir.known.Truth;

/**
 * A branch that only writes, and all steps behind it that only write as well and can be taken in
 * one way only, after what the branch asked for and wrote: for an interpreter that tells nobody of
 * single steps.
 */
public final class Straight {
  /** Stands where there is none. */
  static final Straight NONE = new Straight(new Writes(List.of()), null, null);

  private static final int LONGEST = 64;

  private final Writes writes;
  private final Next next;

  /** Of packets that come out of it; null where it does not end with a return. */
  private final Knowledge known;

  private volatile Behind[] behind = {};

  /** How it goes on where an open call returns to. */
  private record Behind(Label back, Straight way) {}

  private Straight(Writes writes, Next next, Knowledge known) {
    this.writes = writes;
    this.next = next;
    this.known = known;
  }

  /** Empty if the branch does anything else than to write. */
  static Optional<Straight> of(Branch branch) {
    Knowledge known = new Knowledge();
    known.learn(branch.guard());
    return writes(branch)
        .map(
            own -> {
              branch.effects().forEach(effect -> effect.on(known));
              return from(own, branch.next(), known);
            });
  }

  private static Straight from(List<Write> begun, Next first, Knowledge known) {
    List<Write> writes = new ArrayList<>(begun);
    Next next = first;
    for (int steps = 0; steps < LONGEST; steps++) {
      if (next instanceof Next.Cross) {
        known.forgetWorld();
      }
      Optional<Branch> sure = next.in(TARGET).flatMap(label -> sure(label, known));
      Optional<List<Write>> more = sure.flatMap(Straight::writes);
      boolean heard = next instanceof Next.Cross && more.filter(Straight::shared).isPresent();
      Optional<Next> joined =
          more.isEmpty() || heard ? Optional.empty() : join(next, sure.get().next());
      if (joined.isEmpty()) {
        break;
      }
      sure.get().effects().forEach(effect -> effect.on(known));
      writes.addAll(more.get());
      next = joined.get();
    }
    boolean returns = next instanceof Next.Return;
    return new Straight(lasting(writes), next, returns ? known : null);
  }

  /**
   * Takes all of it.
   *
   * @param packet the values of all fields, by id; changed
   * @return what comes next
   */
  public Next take(long[] packet) {
    writes.into(packet);
    return next;
  }

  /** How many writes there are. */
  int length() {
    return writes.count();
  }

  /**
   * What follows the return at its end; what the call found out decides some of the steps there. If
   * two ask at once it may be made twice, and alike.
   */
  public Straight behind(Label back) {
    Behind[] seen = behind;
    for (Behind one : seen) {
      if (one.back() == back) {
        return one.way();
      }
    }
    Straight way = from(List.of(), new Next.Goto(back), new Knowledge(known));
    Behind[] more = Arrays.copyOf(seen, seen.length + 1);
    more[seen.length] = new Behind(back, way);
    behind = more;
    return way;
  }

  /** The only way out of a step, if there is but one. */
  private static Optional<Branch> sure(Label label, Knowledge known) {
    if (label.step() instanceof Step.Branches step) {
      for (Branch branch : step.list()) {
        Truth taken = known.holds(branch.guard());
        if (taken != Truth.NO) {
          return taken == Truth.YES ? Optional.of(branch) : Optional.empty();
        }
      }
    }
    return Optional.empty();
  }

  private static Optional<List<Write>> writes(Branch branch) {
    List<Write> all = new ArrayList<>();
    for (Effect effect : branch.effects()) {
      Optional<List<Write>> some = effect.writes();
      if (some.isEmpty()) {
        return Optional.empty();
      }
      all.addAll(some.get());
    }
    return Optional.of(all);
  }

  /** Behind a wire others may come first. */
  private static boolean shared(List<Write> writes) {
    return writes.stream().anyMatch(Write::shared);
  }

  /** Without those that a later one overwrites before anybody reads them. */
  private static Writes lasting(List<Write> writes) {
    List<Write> kept = new ArrayList<>();
    for (int i = 0; i < writes.size(); i++) {
      List<Write> later = writes.subList(i + 1, writes.size());
      if (!overwritten(writes.get(i), later)) {
        kept.add(writes.get(i));
      }
    }
    return new Writes(kept);
  }

  private static boolean overwritten(Write write, List<Write> later) {
    for (Write next : later) {
      if (next.from() == write.to()) {
        return false;
      }
      if (next.to() == write.to() && (write.mask() & ~next.mask()) == 0) {
        return true;
      }
    }
    return false;
  }

  /** Both at once: a packet may go on behind a call or a wire, and go anywhere behind a goto. */
  private static Optional<Next> join(Next first, Next second) {
    if (first instanceof Next.Goto) {
      return Optional.of(second);
    }
    if (first instanceof Next.Call call && second instanceof Next.Return) {
      return Optional.of(new Next.Goto(call.back()));
    }
    if (second instanceof Next.Goto on) {
      return Optional.of(
          first instanceof Next.Call call
              ? new Next.Call(on.step(), call.back())
              : new Next.Cross(on.step()));
    }
    return Optional.empty();
  }

  /** Where a next leads to that only goes on with the same packet. */
  private static final Next.Handler<Optional<Label>> TARGET =
      new Next.Handler<>() {
        @Override
        public Optional<Label> go(Next.Goto next) {
          return Optional.of(next.step());
        }

        @Override
        public Optional<Label> cross(Next.Cross next) {
          return Optional.of(next.step());
        }

        @Override
        public Optional<Label> call(Next.Call next) {
          return Optional.of(next.step());
        }

        @Override
        public Optional<Label> back(Next.Return next) {
          return Optional.empty();
        }

        @Override
        public Optional<Label> spawn(Next.Spawn next) {
          return Optional.empty();
        }

        @Override
        public Optional<Label> ahead(Next.Ahead next) {
          return Optional.empty();
        }

        @Override
        public Optional<Label> end(Next.End next) {
          return Optional.empty();
        }
      };
}
