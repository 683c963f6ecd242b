package org.hookline.model.rule.match;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.hookline.ir.Effect;
import org.hookline.ir.Pred;
import org.hookline.model.rule.FreeText;
import org.hookline.model.rule.IptablesLine;
import org.hookline.model.rule.NftLine;
import org.hookline.model.rule.RuleContext;

/** What a rule tests. Everything the product knows about a match is in its file. */
public sealed interface Match
    permits AddressType,
        ByTraffic,
        Comment,
        Connmark,
        CtAddress,
        CtDirection,
        CtPort,
        CtProtocol,
        CtStates,
        CtStatus,
        CtTogether,
        Daddr,
        DeviceGroup,
        Dscp,
        Ecn,
        EitherPort,
        Fragment,
        IcmpType,
        Iif,
        IpSet,
        Ipsec,
        Length,
        Limit,
        Mark,
        MaskedAddress,
        Oif,
        Owner,
        PacketType,
        Physdev,
        Ports,
        ProtocolIs,
        ReversePath,
        Saddr,
        SourceMac,
        Spelled,
        TcpEcn,
        TcpFlagsAre,
        TimeToLive,
        TypeOfService,
        Unread {

  /** The match in the vocabulary of the interpreters. */
  Pred lower(RuleContext context);

  /** The text in it that anybody may have written. */
  default Optional<FreeText> freeText() {
    return Optional.empty();
  }

  /** Whether packets of IPv6 are meant, be it among others. */
  default boolean ofIpv6() {
    return false;
  }

  /** Adds the match in iptables' words. */
  void iptables(IptablesLine line);

  /** Adds the match in the words that nft itself reads. */
  void nftables(NftLine line);

  /** The match in nft's words, as the language writes it too. */
  String nft();

  /**
   * The match as a text of the language has it: nft's words, or where they say less, iptables' in
   * quotes.
   *
   * @param interfaces of the host; names of others stand in quotes
   */
  default String hkl(Set<String> interfaces) {
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

  /** Whether it asks how long packets are. */
  default boolean needsLength() {
    return false;
  }

  /**
   * How to fill the keys of a route lookup that is made before the rule is judged; empty for a
   * match that asks for no route. {@link #lower} then reads the {@code route.*} registers.
   */
  default List<Effect> routeKeys(RuleContext context) {
    return List.of();
  }

  /** Whether it matches every packet that the other one matches; no when in doubt. */
  default boolean covers(Match narrow) {
    return equals(narrow);
  }

  /** The built-in chains in which, and in what they jump to, the kernel refuses this match. */
  default List<String> refusedIn() {
    return List.of();
  }

  /** What is missing when the match depends on something that the model does not have. */
  default Optional<String> unmodelled() {
    return Optional.empty();
  }
}
