package org.hookline.check;

import org.hookline.check.set.Diagrams;
import org.hookline.check.set.Vec;
import org.hookline.check.set.Vectors;
import org.hookline.ir.Algebra;
import org.hookline.ir.StepGraph;

/** What all states of a run share. */
final class Arena {
  private final Diagrams diagrams;
  private final Vectors vectors;
  private final Algebra<Integer, Vec> algebra;
  private final StepGraph graph;
  private final SlotLayout layout;
  private final ChoiceVariables choices;
  private final boolean[] world;

  Arena(StepGraph graph, Diagrams diagrams, Vectors vectors, Inputs inputs) {
    this.graph = graph;
    this.diagrams = diagrams;
    this.vectors = vectors;
    this.algebra = new SetAlgebra(diagrams, vectors);
    this.layout = new SlotLayout(graph);
    this.choices = new ChoiceVariables(diagrams, vectors, inputs);
    this.world = new boolean[layout.size()];
    for (int i = 0; i < world.length; i++) {
      world[i] = layout.isSlot(i) || graph.fields().get(i).scope().world();
    }
  }

  StepGraph graph() {
    return graph;
  }

  Diagrams diagrams() {
    return diagrams;
  }

  Vectors vectors() {
    return vectors;
  }

  Algebra<Integer, Vec> algebra() {
    return algebra;
  }

  SlotLayout layout() {
    return layout;
  }

  ChoiceVariables choices() {
    return choices;
  }

  /** The packet's own fields; null for what belongs to the world. */
  Vec[] withoutWorld(Vec[] env) {
    Vec[] own = env.clone();
    for (int i = 0; i < own.length; i++) {
      if (world[i]) {
        own[i] = null;
      }
    }
    return own;
  }

  /** A queued packet's fields in the world that its predecessor left. */
  Vec[] inWorld(Vec[] own, Vec[] predecessor) {
    Vec[] env = own.clone();
    for (int i = 0; i < env.length; i++) {
      if (world[i]) {
        env[i] = predecessor[i];
      }
    }
    return env;
  }
}
