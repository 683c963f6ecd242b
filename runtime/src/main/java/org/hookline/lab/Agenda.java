package org.hookline.lab;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.hookline.addr.Address;
import org.hookline.addr.AddressSet;
import org.hookline.addr.Protocol;
import org.hookline.check.CheckResult;
import org.hookline.check.Checker;
import org.hookline.check.Counterexample;
import org.hookline.check.Representatives;
import org.hookline.check.Representatives.Representative;
import org.hookline.model.Network;
import org.hookline.model.Port;
import org.hookline.model.flow.Action;
import org.hookline.model.flow.FlowSet;
import org.hookline.model.flow.FlowSource;
import org.hookline.model.flow.Simulation;
import org.hookline.model.property.Check;
import org.hookline.packet.Headers;
import org.hookline.path.Numbering;
import org.hookline.trace.Hop;

/**
 * What a lab plays of a description: the actions of its simulations, the witness of every property
 * that does not hold, and one flow of each class of every check's flows.
 *
 * @param flows each once, in the order of the text
 * @param omitted what is not played, with the reason
 */
public record Agenda(List<Flow> flows, List<String> omitted) {
  private static final int FIRST_PORT = 40000;

  /** Classes of one flow set that are played. */
  private static final int CLASSES = 24;

  private static final Set<Protocol> SOCKETS = Set.of(Protocol.TCP, Protocol.UDP, Protocol.ICMP);

  /**
   * Judges every check on the way.
   *
   * @throws org.hookline.check.Disagreement a bug of ours; the message is the bundle for the report
   */
  public static Agenda of(Network network) {
    Writing writing = new Writing();
    network.simulations().forEach(writing::simulation);
    Representatives classes = new Representatives(network, CLASSES);
    Function<Check, CheckResult> judge = new Checker(network).together(network.checks());
    for (Check check : network.checks()) {
      CheckResult result = judge.apply(check);
      result.properties().stream()
          .filter(property -> property.counterexample().isPresent())
          .forEach(p -> writing.witness(check, p.name(), p.counterexample().get()));
      check.flows().forEach(set -> writing.classes(check, classes.of(set)));
    }
    return writing.agenda();
  }

  /** An agenda that is being written. */
  private static final class Writing {
    private final Map<String, Flow> flows = new LinkedHashMap<>();
    private final List<String> omitted = new ArrayList<>();

    Agenda agenda() {
      return new Agenda(List.copyOf(flows.values()), List.copyOf(omitted));
    }

    private void add(String name, Stimulus stimulus) {
      flows.putIfAbsent(stimulus.toString(), new Flow(name, stimulus));
    }

    void simulation(Simulation simulation) {
      int sport = FIRST_PORT;
      for (Action action : simulation.actions()) {
        int own = action.sport() == 0 ? sport++ : action.sport();
        String name = "simulation \"" + simulation.name() + "\"";
        socket(name, Probe.of(action, own));
      }
    }

    private void socket(String name, Probe probe) {
      if (SOCKETS.contains(probe.protocol())) {
        add(name, new Stimulus.Opens(probe));
      } else {
        omitted.add(name + ": " + probe + ": the lab sends tcp, udp and icmp echo");
      }
    }

    /** The trace tells who sent the packet, or where it came in. */
    void witness(Check check, String property, Counterexample example) {
      String name = "check \"" + check.name() + "\", witness against " + property;
      Hop first = example.trace().packets().get(0).hops().get(0);
      if (first.iif().isPresent()) {
        add(
            name,
            new Stimulus.Arrives(new Port(first.host(), first.iif().get()), example.packet()));
      } else {
        socket(name, probe(first.host(), source(check, first.host(), example), example.packet()));
      }
    }

    /** A host's socket is bound when none of the check's flow sets leaves the choice to it. */
    private static Optional<Address> source(Check check, String host, Counterexample example) {
      boolean chosen =
          check.flows().stream()
              .map(FlowSet::source)
              .anyMatch(s -> s.equals(new FlowSource.FromHost(host, Optional.empty())));
      return chosen ? Optional.empty() : Optional.of(example.packet().src());
    }

    void classes(Check check, Representatives.Found found) {
      String name = "check \"" + check.name() + "\"";
      found.flows().forEach(flow -> representative(name, flow));
      if (!found.complete()) {
        omitted.add(name + ": its flows end in more than " + CLASSES + " ways");
      }
    }

    private void representative(String name, Representative flow) {
      Headers packet = flow.packet();
      flow.source()
          .in(
              new FlowSource.Handler<Void>() {
                @Override
                public Void internet(Optional<AddressSet> sources) {
                  socket(name, probe(Numbering.INTERNET, Optional.of(packet.src()), packet));
                  return null;
                }

                @Override
                public Void host(String host, Optional<AddressSet> bound) {
                  socket(name, probe(host, bound.map(b -> packet.src()), packet));
                  return null;
                }

                @Override
                public Void outside(Port port, Optional<AddressSet> sources) {
                  String from = Numbering.outside(port);
                  socket(name, probe(from, Optional.of(packet.src()), packet));
                  return null;
                }

                @Override
                public Void any(Port port) {
                  add(name, new Stimulus.Arrives(port, packet));
                  return null;
                }
              });
    }

    private static Probe probe(String from, Optional<Address> source, Headers packet) {
      return new Probe(
          packet.protocol(), from, source, packet.sport(), packet.dst(), packet.dport(), 0);
    }
  }
}
