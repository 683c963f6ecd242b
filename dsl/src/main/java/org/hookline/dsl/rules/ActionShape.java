package org.hookline.dsl.rules;

import java.util.List;
import java.util.Optional;
import org.hookline.addr.Endpoint;
import org.hookline.dsl.hookline.EndpointAction;
import org.hookline.dsl.hookline.HooklinePackage;
import org.hookline.dsl.hookline.InternetDeclaration;
import org.hookline.dsl.word.Words;

/** Endpoint actions that lack an address or a port. */
final class ActionShape implements TreeRule<EndpointAction> {
  static final String CODE = "incomplete-action";
  private static final HooklinePackage HKL = HooklinePackage.eINSTANCE;

  @Override
  public Class<EndpointAction> type() {
    return EndpointAction.class;
  }

  @Override
  public List<String> codes() {
    return List.of(CODE);
  }

  @Override
  public void check(EndpointAction action, Findings findings) {
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
  }
}
