package org.hookline.lab.random;

import com.google.gson.JsonObject;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.hookline.lab.CaseLab;
import org.hookline.lab.CaseLab.Patience;
import org.hookline.lab.LabFailure;
import org.hookline.lab.recorded.AgainstReport.Judgement;
import org.hookline.lab.recorded.AgainstReport.ProbeResult;
import org.hookline.sim.Recorder;

/**
 * Delta debugging: takes parts of a case away, large ones first, as long as its last probe still
 * differs.
 */
final class Shrinking {
  /** Attempts; each costs about as much as a case. */
  private static final int MOST = 120;

  private final CaseLab lab;
  private final Plan drawn;
  private Plan least;
  private int attempts = 0;
  private Optional<Minimal> found = Optional.empty();

  Shrinking(Plan plan, CaseLab lab) {
    this.lab = lab;
    this.drawn = plan;
    this.least = plan;
  }

  /** The smallest case found; the case itself when nothing can be taken away. */
  Minimal minimal(ProbeResult difference) throws LabFailure {
    Plan upTo = drawn.copy();
    upTo.probes().subList(difference.place().probe() + 1, upTo.probes().size()).clear();
    if (!attempt(upTo, difference)) {
      CaseTrial whole = CaseTrial.of(drawn, lab, Recorder.NONE);
      return new Minimal(difference, difference, whole.played());
    }
    boolean smaller = true;
    while (smaller && attempts < MOST) {
      smaller = false;
      for (Part part : Part.values()) {
        smaller |= shrink(part, difference);
      }
    }
    return found.orElseThrow();
  }

  private boolean shrink(Part part, ProbeResult difference) throws LabFailure {
    boolean smaller = false;
    for (int chunk = Math.max(1, part.size(least)); chunk > 0; chunk /= 2) {
      int from = 0;
      while (from < part.size(least) && attempts < MOST) {
        Plan less = least.copy();
        part.remove(less, from, Math.min(from + chunk, part.size(least)));
        if (attempt(less, difference)) {
          smaller = true;
        } else {
          from += chunk;
        }
      }
    }
    return smaller;
  }

  private boolean attempt(Plan less, ProbeResult difference) throws LabFailure {
    attempts++;
    if (less.probes().isEmpty()) {
      return false;
    }
    CaseTrial trial;
    try {
      trial = CaseTrial.play(less, lab, Patience.MIDDLE, Recorder.NONE);
    } catch (LabFailure failure) {
      if (failure.isForLackOfRights()) {
        throw failure;
      }
      return false; // what is left is no configuration
    }
    ProbeResult last = trial.results().get(trial.results().size() - 1);
    if (last.judgement() != Judgement.DIFFERED) {
      return false;
    }
    least = less;
    found = Optional.of(new Minimal(difference, last, trial.played()));
    return true;
  }

  /** What can be taken away. */
  private enum Part {
    PROBES {
      @Override
      List<?> in(Plan plan) {
        List<JsonObject> probes = plan.probes();
        return probes.subList(0, probes.size() - 1);
      }
    },
    PACKET_RULES {
      @Override
      List<?> in(Plan plan) {
        List<String> all = new ArrayList<>();
        plan.rules().rules().values().forEach(all::addAll);
        return all;
      }

      @Override
      void remove(Plan plan, int from, int to) {
        int at = 0;
        for (List<String> lines : plan.rules().rules().values()) {
          int size = lines.size();
          int first = Math.max(0, Math.min(size, from - at));
          int last = Math.max(0, Math.min(size, to - at));
          lines.subList(first, last).clear();
          at += size;
        }
        plan.rules().rules().entrySet().removeIf(e -> plan.rules().idle(e.getKey()));
      }
    },
    POLICIES {
      @Override
      List<?> in(Plan plan) {
        return plan.rules().dropping();
      }
    },
    CHAINS {
      @Override
      List<?> in(Plan plan) {
        return plan.rules().chains();
      }
    },
    ROUTES {
      @Override
      List<?> in(Plan plan) {
        return plan.host().route();
      }
    },
    SETTINGS {
      @Override
      List<?> in(Plan plan) {
        return List.copyOf(plan.host().sysctl().keySet());
      }

      @Override
      void remove(Plan plan, int from, int to) {
        in(plan).subList(from, to).forEach(plan.host().sysctl()::remove);
      }
    },
    CARRIERS {
      @Override
      List<?> in(Plan plan) {
        return plan.spaces().values().stream()
            .flatMap(space -> space.link().stream())
            .filter(line -> line.endsWith(" down"))
            .toList();
      }

      @Override
      void remove(Plan plan, int from, int to) {
        List<?> gone = List.copyOf(in(plan).subList(from, to));
        plan.spaces().values().forEach(space -> space.link().removeIf(gone::contains));
      }
    },
    LISTENERS {
      @Override
      List<?> in(Plan plan) {
        return plan.host().services();
      }
    };

    abstract List<?> in(Plan plan);

    int size(Plan plan) {
      return in(plan).size();
    }

    void remove(Plan plan, int from, int to) {
      in(plan).subList(from, to).clear();
    }
  }
}
