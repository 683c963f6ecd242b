package org.hookline.dsl.rules;

import java.util.List;
import java.util.Optional;
import org.hookline.addr.Endpoint;
import org.hookline.dsl.hookline.EndpointAction;
import org.hookline.dsl.hookline.HooklinePackage;
import org.hookline.dsl.hookline.InternetDeclaration;
import org.hookline.dsl.hookline.SimulationDeclaration;
import org.hookline.dsl.hookline.SimulationElement;
import org.hookline.dsl.hookline.WireExpectation;
import org.hookline.dsl.hookline.util.HooklineSwitch;
import org.hookline.dsl.word.Words;

/** Endpoint actions that lack an address or a port, and expectations that belong to none. */
final class ActionShape implements TreeRule<SimulationElement> {
  static final String CODE = "incomplete-action";
  private static final HooklinePackage HKL = HooklinePackage.eINSTANCE;

  @Override
  public Class<SimulationElement> type() {
    return SimulationElement.class;
  }

  @Override
  public List<String> codes() {
    return List.of(CODE);
  }

  @Override
  public void check(SimulationElement element, Findings findings) {
    new HooklineSwitch<Boolean>() {
      @Override
      public Boolean caseEndpointAction(EndpointAction action) {
        return action(action, findings);
      }

      @Override
      public Boolean caseWireExpectation(WireExpectation expectation) {
        return wire(expectation, findings);
      }
    }.doSwitch(element);
  }

  /** What is seen is seen of the action above. */
  private static boolean wire(WireExpectation expectation, Findings findings) {
    SimulationDeclaration simulation = (SimulationDeclaration) expectation.eContainer();
    boolean any =
        simulation.getActions().stream()
            .limit(simulation.getActions().indexOf(expectation))
            .anyMatch(EndpointAction.class::isInstance);
    if (!any) {
      findings
          .at(expectation)
          .error(CODE, "nothing is sent before this", "see … behind the action whose packet it is");
    }
    return true;
  }

  private static boolean action(EndpointAction action, Findings findings) {
    if (action.getNode() instanceof InternetDeclaration && action.getSource() == null) {
      findings
          .at(action, HKL.getEndpointAction_Node())
          .error(CODE, "the internet has many addresses", "from internet ADDRESS:PORT");
    }
    Optional<Endpoint> to = Readable.word(Words.SOCKET, action.getTo());
    if (to.isPresent() && to.get().ports().isPresent() == action.isPing()) {
      findings
          .at(action, HKL.getEndpointAction_To())
          .error(
              CODE,
              action.isPing() ? "a ping has no port" : "a port is missing",
              action.isPing() ? "the address alone" : "ADDRESS:PORT");
    }
    return true;
  }
}
