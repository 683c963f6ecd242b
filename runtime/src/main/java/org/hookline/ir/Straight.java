package org.hookline.ir;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A branch that only writes, and all steps behind it that can be taken in one way only and only
 * write as well: for an interpreter that tells nobody of single steps.
 *
 * @param next behind the last of them
 */
record Straight(Write[] writes, Next next) {
  private static final int LONGEST = 64;

  /** Empty if the branch does anything else than to write. */
  static Optional<Straight> of(Branch branch) {
    Optional<List<Write>> own = writes(branch);
    if (own.isEmpty()) {
      return Optional.empty();
    }
    List<Write> writes = new ArrayList<>(own.get());
    Next next = branch.next();
    for (int steps = 0; steps < LONGEST; steps++) {
      Optional<Branch> sure = next.in(TARGET).flatMap(Straight::sure);
      Optional<List<Write>> more = sure.flatMap(Straight::writes);
      boolean heard = next instanceof Next.Cross && more.filter(Straight::shared).isPresent();
      Optional<Next> joined =
          more.isEmpty() || heard ? Optional.empty() : join(next, sure.get().next());
      if (joined.isEmpty()) {
        break;
      }
      writes.addAll(more.get());
      next = joined.get();
    }
    return Optional.of(new Straight(lasting(writes), next));
  }

  /** The only way out of a step, if there is but one. */
  private static Optional<Branch> sure(Label label) {
    return label.step() instanceof Step.Branches step
            && step.list().get(0).guard().equals(Pred.TRUE)
        ? Optional.of(step.list().get(0))
        : Optional.empty();
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
  private static Write[] lasting(List<Write> writes) {
    List<Write> kept = new ArrayList<>();
    for (int i = 0; i < writes.size(); i++) {
      List<Write> later = writes.subList(i + 1, writes.size());
      if (!overwritten(writes.get(i), later)) {
        kept.add(writes.get(i));
      }
    }
    return kept.toArray(Write[]::new);
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
