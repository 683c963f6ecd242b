package org.hookline.dsl.rules;

import java.util.Set;
import org.hookline.model.rule.Rule;
import org.hookline.model.rule.match.CtStates;
import org.hookline.model.rule.match.Daddr;
import org.hookline.model.rule.match.IcmpType;
import org.hookline.model.rule.match.Iif;
import org.hookline.model.rule.match.Match;
import org.hookline.model.rule.match.Oif;
import org.hookline.model.rule.match.Ports;
import org.hookline.model.rule.match.ProtocolIs;
import org.hookline.model.rule.match.Saddr;
import org.hookline.model.rule.match.TcpFlagsAre;
import org.hookline.model.rule.target.Accept;
import org.hookline.model.rule.target.Dnat;
import org.hookline.model.rule.target.Drop;
import org.hookline.model.rule.target.GotoChain;
import org.hookline.model.rule.target.Masquerade;
import org.hookline.model.rule.target.Netmap;
import org.hookline.model.rule.target.Redirect;
import org.hookline.model.rule.target.Reject;
import org.hookline.model.rule.target.Return;
import org.hookline.model.rule.target.Snat;
import org.hookline.model.rule.target.Target;

/** Whether one rule takes all packets of another; says no when in doubt. */
final class Covering {
  /** Targets behind which the next rule of the chain is not asked. */
  private static final Set<Class<? extends Target>> LAST =
      Set.of(
          Accept.class,
          Drop.class,
          Reject.class,
          Return.class,
          GotoChain.class,
          Dnat.class,
          Snat.class,
          Masquerade.class,
          Redirect.class,
          Netmap.class);

  /** Matches whose answer is the same for all rules of a chain: no rule changes what they test. */
  private static final Set<Class<? extends Match>> STEADY =
      Set.of(
          Saddr.class,
          Daddr.class,
          Ports.class,
          ProtocolIs.class,
          Iif.class,
          Oif.class,
          CtStates.class,
          TcpFlagsAre.class,
          IcmpType.class);

  private Covering() {}

  /** Whether a matching packet never comes to the rule behind. */
  static boolean ends(Rule rule) {
    return LAST.contains(rule.target().getClass())
        && rule.matches().stream().allMatch(match -> STEADY.contains(match.getClass()));
  }

  /** Whether the first rule matches every packet that the second one matches. */
  static boolean covers(Rule wide, Rule narrow) {
    return wide.matches().stream()
        .allMatch(match -> narrow.matches().stream().anyMatch(match::covers));
  }
}
