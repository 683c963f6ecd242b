package org.hookline.ir;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.hookline.packet.Field;
import org.hookline.packet.Fields;
import org.hookline.packet.Scope;

/**
 * The path of packets through all hosts of a network, as steps: the narrow waist between the rooms
 * that know Linux and the interpreters that know none of it.
 */
public final class StepGraph {
  /** Packets of one flow that are told apart; more end a run as inconclusive. */
  public static final int PACKETS = 8;

  private final Map<String, Label> labels;
  private final List<Step> steps;
  private final List<Field> fields;
  private final List<Fate> fates;
  private final Map<Fate, Integer> numbers = new HashMap<>();
  private final List<Field> fateOf;
  private final SortedMap<Integer, Integer> slots;
  private final Ways[] ways;

  private StepGraph(
      Map<String, Label> labels,
      List<Step> steps,
      List<Field> fields,
      List<Fate> fates,
      List<Field> fateOf,
      Map<Integer, Integer> slots) {
    this.labels = labels;
    this.steps = steps;
    this.fields = fields;
    this.ways = new Ways[steps.size()];
    this.fates = fates;
    this.fateOf = fateOf;
    this.slots = Collections.unmodifiableSortedMap(new TreeMap<>(slots));
    for (Fate fate : fates) {
      numbers.put(fate, numbers.size() + 1);
    }
  }

  /** All fields, by id; a state is a vector of this length. */
  public List<Field> fields() {
    return fields;
  }

  /** The label of this name; empty when the graph has none. */
  public Optional<Label> label(String name) {
    return Optional.ofNullable(labels.get(name));
  }

  /**
   * The branches of a step for an interpreter of single packets, laid out when the first comes; if
   * two come at once, twice and alike.
   */
  public Ways ways(Step.Branches step) {
    int order = step.label().order();
    Ways known = ways[order];
    if (known == null) {
      known = new Ways(step.list());
      ways[order] = known;
    }
    return known;
  }

  /** All steps in topological order. */
  public List<Step> steps() {
    return steps;
  }

  /**
   * What the ghost {@link #fateOf} counts: number 0 is "not ended", number k is fate k-1. Those of
   * {@link Bound} come first.
   */
  public List<Fate> fates() {
    return fates;
  }

  /** Number of a fate in {@link #fateOf}'s values. */
  public int numberOf(Fate fate) {
    return numbers.get(fate);
  }

  /** The ghost that tells how packet {@code number} (0 = the opening one) ended. */
  public Field fateOf(int number) {
    return fateOf.get(number);
  }

  /** Conntrack slots of a host; 0 when conntrack is not needed there. */
  public int slots(int host) {
    return slots.getOrDefault(host, 0);
  }

  /** The hosts that have a conntrack table, with their slots. */
  public SortedMap<Integer, Integer> slots() {
    return slots;
  }

  /** Collects steps; names may be used before they are defined. */
  public static final class Builder {
    private final Map<String, Label> labels = new LinkedHashMap<>();
    private final Map<Label, Step> steps = new LinkedHashMap<>();
    private final Fields fields = new Fields();
    private final Map<Integer, Integer> slots = new LinkedHashMap<>();

    public Label label(String name) {
      return labels.computeIfAbsent(name, Label::new);
    }

    /** Adds a ghost or register of this graph. */
    public Field field(String name, int width, Scope scope) {
      return fields.add(name, width, scope);
    }

    /** Gives a host a conntrack table. */
    public void conntrack(int host, int count) {
      slots.put(host, count);
    }

    public Builder branches(Label label, List<Branch> branches) {
      return step(new Step.Branches(label, List.copyOf(branches)));
    }

    public Builder branches(Label label, Branch... branches) {
      return branches(label, List.of(branches));
    }

    public Builder step(Step step) {
      if (steps.put(step.label(), step) != null) {
        throw new IllegalStateException("step twice: " + step.label());
      }
      return this;
    }

    /**
     * Links all labels and orders the steps.
     *
     * @throws IllegalStateException when a name that is used was never defined, or a loop inside
     *     one host's path does not cross a wire
     */
    public StepGraph build() {
      Set<Fate> fates = new LinkedHashSet<>();
      for (Bound bound : Bound.values()) {
        fates.add(bound.fate());
      }
      Map<Label, List<Label>> successors = new LinkedHashMap<>();
      for (Step step : steps.values()) {
        Successors behind = Successors.of(step, fates);
        behind.elsewhere().forEach(label -> defined(label, step.label()));
        behind.here().forEach(label -> defined(label, step.label()));
        successors.put(step.label(), behind.here());
      }
      List<Label> order = Topology.order(successors);
      for (int i = 0; i < order.size(); i++) {
        order.get(i).link(steps.get(order.get(i)), i);
      }
      List<Field> fateOf = new ArrayList<>();
      for (int i = 0; i < PACKETS; i++) {
        fateOf.add(fields.add("fate." + i, 12, Scope.GHOST));
      }
      return new StepGraph(
          Map.copyOf(labels),
          order.stream().map(Label::step).toList(),
          fields.all(),
          List.copyOf(fates),
          List.copyOf(fateOf),
          slots);
    }

    private void defined(Label label, Label user) {
      if (!steps.containsKey(label)) {
        throw new IllegalStateException("no step " + label + ", needed by " + user);
      }
    }
  }
}
