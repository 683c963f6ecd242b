package org.hookline.dsl.rules;

import java.util.List;
import org.hookline.dsl.problem.Problems;
import org.hookline.model.Network;

/** One validation of the lowered network, where amendments have been applied. */
public interface NetworkRule {

  /** The codes that it reports; each has a help page. */
  List<String> codes();

  void check(Network network, Problems problems);
}
