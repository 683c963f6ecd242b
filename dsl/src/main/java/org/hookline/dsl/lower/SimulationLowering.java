package org.hookline.dsl.lower;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.hookline.addr.Address;
import org.hookline.addr.Endpoint;
import org.hookline.addr.Protocol;
import org.hookline.dsl.hookline.CounterExpectation;
import org.hookline.dsl.hookline.EndpointAction;
import org.hookline.dsl.hookline.HooklinePackage;
import org.hookline.dsl.hookline.InterfaceDeclaration;
import org.hookline.dsl.hookline.SimulationDeclaration;
import org.hookline.dsl.hookline.WireExpectation;
import org.hookline.dsl.hookline.util.HooklineSwitch;
import org.hookline.dsl.scoping.DeclaredName;
import org.hookline.dsl.word.Words;
import org.hookline.model.flow.Action;
import org.hookline.model.flow.Circumstances;
import org.hookline.model.flow.CounterGoal;
import org.hookline.model.flow.Sight;
import org.hookline.model.flow.Simulation;

/** Timetables of endpoint actions. */
final class SimulationLowering {
  private static final HooklinePackage HKL = HooklinePackage.eINSTANCE;

  private final Origins origins;

  SimulationLowering(Origins origins) {
    this.origins = origins;
  }

  Simulation lower(SimulationDeclaration simulation) {
    Elements elements = new Elements();
    simulation.getActions().forEach(elements::doSwitch);
    return new Simulation(
        simulation.getName(),
        List.copyOf(elements.actions),
        List.copyOf(elements.counters),
        origins.of(simulation));
  }

  private final class Elements extends HooklineSwitch<Boolean> {
    private final List<Action> actions = new ArrayList<>();
    private final List<CounterGoal> counters = new ArrayList<>();

    @Override
    public Boolean caseEndpointAction(EndpointAction action) {
      long times = action.getTimes() == null ? 1 : Words.TIMES.read(action.getTimes());
      for (long i = 0; i < times; i++) {
        actions.add(action(action, i));
      }
      return true;
    }

    /** Belongs to the action above it. */
    @Override
    public Boolean caseWireExpectation(WireExpectation expectation) {
      Action last = actions.remove(actions.size() - 1);
      List<Sight> sights = new ArrayList<>(last.circumstances().sights());
      sights.add(sight(expectation));
      Circumstances before = last.circumstances();
      Circumstances seen = new Circumstances(before.dev(), before.at(), List.copyOf(sights));
      return actions.add(last.under(seen));
    }

    @Override
    public Boolean caseCounterExpectation(CounterExpectation expectation) {
      return counters.add(
          new CounterGoal(
              expectation.getName(),
              expectation.getHost().getName(),
              Words.COUNTED.read(expectation.getValue()),
              origins.whole(expectation)));
    }
  }

  private Sight sight(WireExpectation expectation) {
    Endpoint source = Words.SOCKET.read(expectation.getSource());
    Endpoint destination = Words.SOCKET.read(expectation.getDestination());
    return new Sight(
        expectation.isAbsent(),
        address(source),
        port(source),
        address(destination),
        port(destination),
        Ports.of(expectation, HKL.getWireExpectation_Port()),
        origins.whole(expectation));
  }

  /** When the nth repetition begins, if the clock matters. */
  private static Optional<Circumstances.Moment> moment(EndpointAction action, long repetition) {
    if (action.getTime() == null && action.getInterval() == null) {
      return Optional.empty();
    }
    long begin = action.getTime() == null ? 0 : Words.TIME.read(action.getTime()).millis();
    long every = action.getInterval() == null ? 0 : Words.TIME.read(action.getInterval()).millis();
    return Optional.of(new Circumstances.Moment(begin + repetition * every));
  }

  private Action action(EndpointAction action, long repetition) {
    Optional<Endpoint> source = Optional.ofNullable(action.getSource()).map(Words.SOCKET::read);
    Endpoint to = Words.SOCKET.read(action.getTo());
    return new Action(
        action.isPing() ? Protocol.ICMP : Words.PROTOCOL.read(action.getProtocol()),
        DeclaredName.of(action.getNode()),
        source.map(SimulationLowering::address),
        source.map(SimulationLowering::port).orElse(0),
        address(to),
        port(to),
        action.getMark() == null ? 0 : Operands.mark(action.getMark()).value(),
        Optional.ofNullable(action.getOutcome()).map(Words.OUTCOME::read),
        new Circumstances(
            Optional.ofNullable(action.getDev()).map(InterfaceDeclaration::getName),
            moment(action, repetition),
            List.of()),
        origins.whole(action));
  }

  private static Address address(Endpoint socket) {
    return socket.addresses().orElseThrow().first();
  }

  private static int port(Endpoint socket) {
    return socket.ports().map(ports -> ports.first()).orElse(0);
  }
}
