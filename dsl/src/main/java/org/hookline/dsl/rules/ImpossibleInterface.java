package org.hookline.dsl.rules;

import java.util.List;
import java.util.Optional;
import org.hookline.dsl.hookline.IifMatch;
import org.hookline.dsl.hookline.OifMatch;
import org.hookline.dsl.hookline.PacketMatch;

/** An interface match where a packet has no such interface yet, or no longer. */
final class ImpossibleInterface implements TreeRule<PacketMatch> {
  static final String CODE = "impossible-interface";

  private static final List<String> LEAVING = List.of("OUTPUT", "POSTROUTING");
  private static final List<String> ENTERING = List.of("PREROUTING", "INPUT");

  @Override
  public Class<PacketMatch> type() {
    return PacketMatch.class;
  }

  @Override
  public List<String> codes() {
    return List.of(CODE);
  }

  @Override
  public void check(PacketMatch match, Findings findings) {
    Optional<Hooks.Hook> here = Hooks.of(match);
    if (here.isEmpty()) {
      return;
    }
    String chain = here.get().chain();
    boolean iif = match instanceof IifMatch;
    boolean oif = match instanceof OifMatch;
    if (iif && LEAVING.contains(chain) || oif && ENTERING.contains(chain)) {
      findings
          .at(match)
          .error(
              CODE,
              chain + " knows no " + (iif ? "incoming" : "outgoing") + " interface",
              iif ? "oif, or a rule in another chain" : "iif, or a rule in another chain");
    }
  }
}
