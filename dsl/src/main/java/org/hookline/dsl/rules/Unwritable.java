package org.hookline.dsl.rules;

import java.util.List;
import org.hookline.dsl.problem.Problems;
import org.hookline.emit.Backend;
import org.hookline.emit.Inspection;
import org.hookline.model.Network;
import org.hookline.source.Problem;

/** What no tool would take, so that no script can be written for it. */
final class Unwritable implements NetworkRule {

  @Override
  public List<String> codes() {
    return List.of(
        "bad-comment",
        "bad-link-text",
        "bad-log-prefix",
        "goto-backwards",
        "impossible-interface",
        "inexpressible-rule",
        "link-cycle",
        "no-tool-words",
        "taken-table");
  }

  @Override
  public void check(Network network, Problems problems) {
    for (Problem refusal : Inspection.of(network, Backend.IPTABLES)) {
      problems.error(refusal.code(), refusal.origin(), refusal.message(), refusal.hint());
    }
  }
}
