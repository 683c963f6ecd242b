package org.hookline.model.rule.target;

import java.util.List;
import java.util.Optional;
import org.hookline.model.rule.FreeText;
import org.hookline.model.rule.IptablesLine;
import org.hookline.model.rule.NftLine;
import org.hookline.model.rule.Outcome;
import org.hookline.model.rule.RuleContext;

/** What a rule does. Everything the product knows about a target is in its file. */
public sealed interface Target
    permits Accept,
        Aside,
        ConnmarkRestore,
        ConnmarkSave,
        ConnmarkSet,
        Count,
        CtZone,
        Dnat,
        Drop,
        GotoChain,
        Jump,
        Log,
        MarkSet,
        Masquerade,
        Netmap,
        Notrack,
        Redirect,
        Reject,
        Return,
        Snat,
        Spelled,
        TimeToLiveSet,
        TypeOfServiceSet,
        Unread {

  /** The target in the vocabulary of the interpreters; the last outcome is total. */
  List<Outcome> lower(RuleContext context);

  /** The text in it that anybody may have written. */
  default Optional<FreeText> freeText() {
    return Optional.empty();
  }

  /** Whether only packets of IPv6 are meant. */
  default boolean ofIpv6() {
    return false;
  }

  /** Adds the target in iptables' words. */
  void iptables(IptablesLine line);

  /** Adds the target in the words that nft itself reads. */
  void nftables(NftLine line);

  /** The target in nft's words, as the language writes it too. */
  String nft();

  /** The target as a text of the language has it: nft's words, or iptables' in quotes. */
  default String hkl() {
    return nft();
  }

  /**
   * Whether a rule with this makes the kernel register conntrack in the host's namespace.
   *
   * <p>kernel: net/netfilter/nf_conntrack_proto.c nf_ct_netns_get()
   */
  default boolean needsConntrack() {
    return false;
  }

  /** What is missing when the target does something that the model does not have. */
  default Optional<String> unmodelled() {
    return Optional.empty();
  }
}
