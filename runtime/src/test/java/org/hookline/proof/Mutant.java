package org.hookline.proof;

import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import org.hookline.ir.StepGraph;
import org.hookline.model.Host;
import org.hookline.model.Network;
import org.hookline.path.PacketWalk;
import org.hookline.path.Paths;

/**
 * A mistake that somebody could make in the paths, made from outside: by bending the records before
 * the graph is built from them, or the graph afterwards.
 *
 * @param name the mistake, as a sentence
 */
record Mutant(String name, UnaryOperator<Network> records, Consumer<Rewriting> graph) {

  static Mutant ofHost(String name, UnaryOperator<Host> bend) {
    UnaryOperator<Network> all =
        network ->
            new Network(
                network.hosts().stream().map(bend).toList(),
                network.segments(),
                network.internet(),
                network.checks(),
                network.simulations());
    return new Mutant(name, all, graph -> {});
  }

  static Mutant ofGraph(String name, Consumer<Rewriting> bend) {
    return new Mutant(name, network -> network, bend);
  }

  /** The paths of a network with this mistake in them. */
  Paths paths(Network network) {
    Network bent = records.apply(network);
    Paths right =
        PacketWalk.of(bent, PacketWalk.number(bent), new StepGraph.Builder(), java.util.List.of());
    Rewriting rewriting = new Rewriting(right.graph());
    graph.accept(rewriting);
    return new Paths(rewriting.done(), right.numbers(), network);
  }
}
