package org.hookline.dsl.lower;

import java.util.Optional;
import org.hookline.addr.Address;
import org.hookline.addr.Endpoint;
import org.hookline.addr.Protocol;
import org.hookline.dsl.hookline.EndpointAction;
import org.hookline.dsl.hookline.SimulationDeclaration;
import org.hookline.dsl.scoping.DeclaredName;
import org.hookline.dsl.word.Words;
import org.hookline.model.flow.Action;
import org.hookline.model.flow.Simulation;

/** Timetables of endpoint actions. */
final class SimulationLowering {
  private final Origins origins;

  SimulationLowering(Origins origins) {
    this.origins = origins;
  }

  Simulation lower(SimulationDeclaration simulation) {
    return new Simulation(
        simulation.getName(),
        simulation.getActions().stream().map(this::action).toList(),
        origins.of(simulation));
  }

  private Action action(EndpointAction action) {
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
        origins.whole(action));
  }

  private static Address address(Endpoint socket) {
    return socket.addresses().orElseThrow().first();
  }

  private static int port(Endpoint socket) {
    return socket.ports().map(ports -> ports.first()).orElse(0);
  }
}
