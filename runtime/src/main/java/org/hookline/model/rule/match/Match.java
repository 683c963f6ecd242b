package org.hookline.model.rule.match;

import org.hookline.ir.Pred;
import org.hookline.model.rule.IptablesLine;
import org.hookline.model.rule.RuleContext;

/** What a rule tests. Everything the product knows about a match is in its file. */
public sealed interface Match
    permits Comment,
        Connmark,
        CtOriginalDestination,
        CtStates,
        Daddr,
        Iif,
        Mark,
        Oif,
        Ports,
        ProtocolIs,
        Saddr {

  /** The match in the vocabulary of the interpreters. */
  Pred lower(RuleContext context);

  /** Adds the match in iptables' words. */
  void iptables(IptablesLine line);

  /** The match in nft's words, as the language writes it too. */
  String nft();

  /**
   * Whether a rule with this makes the kernel register conntrack in the host's namespace.
   *
   * <p>kernel: net/netfilter/nf_conntrack_proto.c nf_ct_netns_get()
   */
  default boolean needsConntrack() {
    return false;
  }
}
