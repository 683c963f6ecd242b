package org.hookline.ir;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
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
  private final Fields fields;
  private final List<Fate> fates;
  private final List<Field> fateOf;
  private final Map<Integer, Integer> slots;

  private StepGraph(
      Map<String, Label> labels,
      Fields fields,
      List<Fate> fates,
      List<Field> fateOf,
      Map<Integer, Integer> slots) {
    this.labels = labels;
    this.fields = fields;
    this.fates = List.copyOf(fates);
    this.fateOf = List.copyOf(fateOf);
    this.slots = Map.copyOf(slots);
  }

  /** All fields, by id; a state is a vector of this length. */
  public List<Field> fields() {
    return fields.all();
  }

  /** The label of this name; empty when the graph has none. */
  public Optional<Label> label(String name) {
    return Optional.ofNullable(labels.get(name));
  }

  /** All steps in topological order. */
  public Collection<Step> steps() {
    return labels.values().stream()
        .sorted((a, b) -> Integer.compare(a.order(), b.order()))
        .map(Label::step)
        .toList();
  }

  /** What the ghost {@link #fateOf} counts: number 0 is "not ended", number k is fate k-1. */
  public List<Fate> fates() {
    return fates;
  }

  /** Number of a fate in {@link #fateOf}'s values. */
  public int numberOf(Fate fate) {
    return fates.indexOf(fate) + 1;
  }

  /** The ghost that tells how packet {@code number} (0 = the opening one) ended. */
  public Field fateOf(int number) {
    return fateOf.get(number);
  }

  /** Conntrack slots of a host; 0 when conntrack is not needed there. */
  public int slots(int host) {
    return slots.getOrDefault(host, 0);
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
      Set<Fate> fates = new java.util.LinkedHashSet<>();
      Map<Label, List<Label>> successors = new LinkedHashMap<>();
      steps.forEach((label, step) -> successors.put(label, Successors.of(step, fates)));
      List<Label> order = new ArrayList<>();
      Set<Label> seen = new HashSet<>();
      for (Label start : successors.keySet()) {
        postOrder(start, successors, seen, order);
      }
      for (int i = 0; i < order.size(); i++) {
        Label label = order.get(order.size() - 1 - i);
        label.link(steps.get(label), i);
      }
      List<Field> fateOf = new ArrayList<>();
      for (int i = 0; i < PACKETS; i++) {
        fateOf.add(fields.add("fate." + i, 12, Scope.GHOST));
      }
      return new StepGraph(labels, fields, List.copyOf(fates), fateOf, slots);
    }

    private static void postOrder(
        Label start, Map<Label, List<Label>> successors, Set<Label> seen, List<Label> order) {
      record Visit(Label label, Deque<Label> left) {}
      if (!seen.add(start)) {
        return;
      }
      Deque<Visit> stack = new ArrayDeque<>();
      stack.push(new Visit(start, new ArrayDeque<>(successors.get(start))));
      while (!stack.isEmpty()) {
        Visit top = stack.peek();
        Label next = top.left().poll();
        if (next == null) {
          order.add(stack.pop().label());
        } else if (seen.add(next)) {
          List<Label> behind = successors.get(next);
          if (behind == null) {
            throw new IllegalStateException("no step " + next + ", needed by " + top.label());
          }
          stack.push(new Visit(next, new ArrayDeque<>(behind)));
        }
      }
    }
  }
}
