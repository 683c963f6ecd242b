package org.hookline.agree;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.ToLongFunction;
import org.hookline.ir.Algebra;
import org.hookline.ir.Branch;
import org.hookline.ir.Choice;
import org.hookline.ir.Context;
import org.hookline.ir.Effect;
import org.hookline.ir.Step;
import org.hookline.ir.StepGraph;
import org.hookline.ir.conntrack.Found;
import org.hookline.ir.conntrack.Part;
import org.hookline.ir.conntrack.Store;
import org.hookline.ir.conntrack.Tuple;
import org.hookline.packet.Field;
import org.hookline.packet.Fields;
import org.hookline.testing.Branching;

/**
 * The constants that the predicates and effects of a graph compare with and write, by the width of
 * the values: where the behaviour changes. Found by a third interpreter, for which a value is no
 * more than its width and everything may be true.
 */
public final class Boundaries implements Algebra<Boolean, Integer> {
  private final SortedMap<Integer, Set<Long>> byWidth = new TreeMap<>();
  private final Set<Object> seen = new HashSet<>();

  /** No boundaries at all. */
  Boundaries() {}

  /** Collects from all steps of a graph. */
  public static Boundaries of(StepGraph graph) {
    Boundaries found = new Boundaries();
    Looking looking = new Looking(found);
    for (Step step : graph.steps()) {
      step.in(Branching.INSTANCE).forEach(branch -> found.look(branch, looking));
    }
    return found;
  }

  private void look(Branch branch, Looking looking) {
    if (seen.add(branch.guard())) {
      branch.guard().in(looking, true);
    }
    for (Effect effect : branch.effects()) {
      if (seen.add(effect)) {
        effect.on(looking);
      }
    }
  }

  /** The values of a field at which something changes, and their neighbours. */
  public List<Long> around(Field field) {
    Set<Long> all = new TreeSet<>();
    for (long value : byWidth.getOrDefault(field.width(), Set.of())) {
      all.add(value);
      all.add(value + 1 & field.mask());
      all.add(value - 1 & field.mask());
    }
    return List.copyOf(all);
  }

  /** The constants alone, by width. */
  public Map<Integer, Set<Long>> byWidth() {
    return byWidth;
  }

  private void add(int width, long value) {
    byWidth.computeIfAbsent(width, w -> new TreeSet<>()).add(value & -1L >>> (64 - width));
  }

  @Override
  public Boolean constant(boolean truth) {
    return true;
  }

  @Override
  public Boolean not(Boolean a) {
    return true;
  }

  @Override
  public Boolean and(Boolean a, Boolean b) {
    return true;
  }

  @Override
  public Boolean or(Boolean a, Boolean b) {
    return true;
  }

  @Override
  public boolean isFalse(Boolean a) {
    return false;
  }

  @Override
  public Integer value(int width, long number) {
    add(width, number);
    return width;
  }

  @Override
  public Integer minusOne(Integer x) {
    return x;
  }

  @Override
  public Integer plus(Integer x, long number) {
    return x;
  }

  /** The first and the last value that agree, of a prefix all between them. */
  @Override
  public Boolean masked(Integer width, long value, long mask) {
    add(width, value & mask);
    add(width, value | ~mask);
    return true;
  }

  @Override
  public Boolean inRange(Integer width, long low, long high) {
    add(width, low);
    add(width, high);
    return true;
  }

  @Override
  public Boolean same(Integer a, Integer b, long mask, Boolean under) {
    return true;
  }

  @Override
  public Integer ifThenElse(Boolean condition, Integer then, Integer otherwise) {
    return then;
  }

  @Override
  public Integer mix(Integer x, Integer y, long mask) {
    return x;
  }

  @Override
  public Integer flip(Integer x, long bits) {
    return x;
  }

  /** A state in which every entry exists and nothing is remembered. */
  private record Looking(Boundaries algebra)
      implements Context<Boolean, Integer>, Store<Boolean, Integer> {

    @Override
    public Integer get(Field field) {
      return field.width();
    }

    @Override
    public void set(Field field, Integer value) {}

    @Override
    public Boolean guard() {
      return true;
    }

    @Override
    public void narrow(Boolean by) {}

    @Override
    public Store<Boolean, Integer> conntrack(int host) {
      return this;
    }

    @Override
    public Integer choose(Choice choice, Integer preferred) {
      return choice.width();
    }

    @Override
    public Integer compute(Choice choice, ToLongFunction<long[]> function, List<Integer> inputs) {
      return choice.width();
    }

    @Override
    public List<Found<Boolean, Integer>> find(Boolean guard, Tuple<Integer> key) {
      return List.of(new Found<>(true, Fields.CT_ENTRY.width(), false));
    }

    @Override
    public Boolean full(Boolean guard) {
      return true;
    }

    @Override
    public Integer create(Boolean guard) {
      return Fields.CT_ENTRY.width();
    }

    @Override
    public int size() {
      return 1;
    }

    @Override
    public Integer read(Integer entry, Part part) {
      return part.width();
    }

    @Override
    public void write(Integer entry, Part part, Integer value) {}
  }
}
