package org.hookline.proof;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.hookline.ir.Branch;
import org.hookline.ir.Effect;
import org.hookline.ir.Label;
import org.hookline.ir.Next;
import org.hookline.ir.Step;
import org.hookline.ir.StepGraph;
import org.hookline.packet.Field;
import org.hookline.packet.Fields;
import org.hookline.packet.Scope;
import org.hookline.testing.Branching;

/**
 * A graph that is bent from outside: labels by name, and whatever is not bent stays. Fields, ghosts
 * and conntrack slots are those of the original, with the same ids.
 */
final class Rewriting {
  private final StepGraph original;
  private final Map<String, Bent> steps = new LinkedHashMap<>();
  private final Map<String, String> redirected = new HashMap<>();
  private final Set<String> straight = new HashSet<>();
  private UnaryOperator<Branch> branches = branch -> branch;

  /** A step with redirections of its own. */
  private record Bent(Step step, Map<String, String> redirected) {}

  Rewriting(StepGraph original) {
    this.original = original;
    for (Step step : original.steps()) {
      steps.put(step.label().name(), new Bent(step, Map.of()));
    }
  }

  /** Names of steps that match; groups stand for parts of other names. */
  List<Matcher> matching(String regex) {
    Pattern pattern = Pattern.compile(regex);
    List<Matcher> found = new ArrayList<>();
    for (String name : List.copyOf(steps.keySet())) {
      Matcher matcher = pattern.matcher(name);
      if (matcher.matches()) {
        found.add(matcher);
      }
    }
    return found;
  }

  boolean has(String name) {
    return steps.containsKey(name);
  }

  Label label(String name) {
    return original.label(name).orElseThrow();
  }

  /** The step as it was before anything was bent. */
  Step step(String name) {
    return label(name).step();
  }

  /** The branches of a step; none for those of conntrack. */
  List<Branch> branchesOf(String name) {
    return steps.get(name).step().in(Branching.INSTANCE);
  }

  /** Everybody who goes to one step goes to another one. */
  Rewriting redirect(String from, String to) {
    redirected.put(from, to);
    return this;
  }

  /** The step keeps its ways when others are redirected. */
  Rewriting straight(String name) {
    straight.add(name);
    return this;
  }

  /** The same step once more under another name, with redirections of its own. */
  Rewriting copy(String name, String as, Map<String, String> own) {
    steps.put(as, new Bent(steps.get(name).step(), own));
    return this;
  }

  /** Replaces the branches of a step, or adds one. */
  Rewriting branches(String name, Branch... list) {
    return branches(name, List.of(list));
  }

  Rewriting branches(String name, List<Branch> list) {
    Label label = original.label(name).orElseGet(() -> new StepGraph.Builder().label(name));
    steps.put(name, new Bent(new Step.Branches(label, list), Map.of()));
    return this;
  }

  /** A way to a step of this name, which need not exist yet. */
  Next to(String name) {
    return new Next.Goto(original.label(name).orElseGet(() -> new StepGraph.Builder().label(name)));
  }

  /** Changes every branch. */
  Rewriting eachBranch(UnaryOperator<Branch> change) {
    UnaryOperator<Branch> before = branches;
    branches = branch -> change.apply(before.apply(branch));
    return this;
  }

  /** Changes every effect, those of queued packets too. */
  Rewriting eachEffect(UnaryOperator<List<Effect>> change) {
    return eachBranch(
        branch ->
            new Branch(
                branch.guard(),
                change.apply(branch.effects()),
                branch.next().in(new Forks(change)),
                branch.why()));
  }

  StepGraph done() {
    StepGraph.Builder builder = new StepGraph.Builder();
    for (Field field : original.fields()) {
      boolean fate = field.scope() == Scope.GHOST && field.name().startsWith("fate.");
      if (!fate && field.id() >= Fields.standard().size()) {
        builder.field(field.name(), field.width(), field.scope());
      }
    }
    original.slots().forEach(builder::conntrack);
    steps.forEach(
        (name, bent) -> {
          Map<String, String> ways = new HashMap<>(straight.contains(name) ? Map.of() : redirected);
          ways.putAll(bent.redirected());
          builder.step(bent.step().in(new Relabelling(builder, name, ways, branches)));
        });
    return builder.build();
  }
}
