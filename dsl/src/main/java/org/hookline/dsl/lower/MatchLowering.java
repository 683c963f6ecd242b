package org.hookline.dsl.lower;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.hookline.addr.Protocol;
import org.hookline.dsl.hookline.AddressTypeMatch;
import org.hookline.dsl.hookline.CommentMatch;
import org.hookline.dsl.hookline.CtAddressMatch;
import org.hookline.dsl.hookline.CtDirectionMatch;
import org.hookline.dsl.hookline.CtMarkMatch;
import org.hookline.dsl.hookline.CtPortMatch;
import org.hookline.dsl.hookline.CtProtocolMatch;
import org.hookline.dsl.hookline.CtStateMatch;
import org.hookline.dsl.hookline.CtStatusMatch;
import org.hookline.dsl.hookline.DaddrMatch;
import org.hookline.dsl.hookline.DscpMatch;
import org.hookline.dsl.hookline.ExtensionMatch;
import org.hookline.dsl.hookline.FragmentMatch;
import org.hookline.dsl.hookline.IcmpTypeMatch;
import org.hookline.dsl.hookline.IifMatch;
import org.hookline.dsl.hookline.LimitMatch;
import org.hookline.dsl.hookline.MarkMatch;
import org.hookline.dsl.hookline.MaskedAddressMatch;
import org.hookline.dsl.hookline.OifMatch;
import org.hookline.dsl.hookline.OwnerMatch;
import org.hookline.dsl.hookline.PacketMatch;
import org.hookline.dsl.hookline.PacketTypeMatch;
import org.hookline.dsl.hookline.PhysdevMatch;
import org.hookline.dsl.hookline.PortMatch;
import org.hookline.dsl.hookline.ProtocolMatch;
import org.hookline.dsl.hookline.ReversePathMatch;
import org.hookline.dsl.hookline.SaddrMatch;
import org.hookline.dsl.hookline.SourceMacMatch;
import org.hookline.dsl.hookline.TcpFlagsMatch;
import org.hookline.dsl.hookline.TosMatch;
import org.hookline.dsl.hookline.TtlMatch;
import org.hookline.dsl.hookline.util.HooklineSwitch;
import org.hookline.dsl.word.MatchWords;
import org.hookline.dsl.word.Words;
import org.hookline.importer.ExtensionText;
import org.hookline.model.rule.IptablesLine;
import org.hookline.model.rule.match.AddressType;
import org.hookline.model.rule.match.Comment;
import org.hookline.model.rule.match.Connmark;
import org.hookline.model.rule.match.CtAddress;
import org.hookline.model.rule.match.CtDirection;
import org.hookline.model.rule.match.CtPort;
import org.hookline.model.rule.match.CtProtocol;
import org.hookline.model.rule.match.CtStates;
import org.hookline.model.rule.match.CtStatus;
import org.hookline.model.rule.match.Daddr;
import org.hookline.model.rule.match.Dscp;
import org.hookline.model.rule.match.EitherPort;
import org.hookline.model.rule.match.Fragment;
import org.hookline.model.rule.match.IcmpType;
import org.hookline.model.rule.match.Iif;
import org.hookline.model.rule.match.Limit;
import org.hookline.model.rule.match.Mark;
import org.hookline.model.rule.match.MaskedAddress;
import org.hookline.model.rule.match.Match;
import org.hookline.model.rule.match.Oif;
import org.hookline.model.rule.match.Owner;
import org.hookline.model.rule.match.PacketType;
import org.hookline.model.rule.match.Physdev;
import org.hookline.model.rule.match.Ports;
import org.hookline.model.rule.match.ProtocolIs;
import org.hookline.model.rule.match.ReversePath;
import org.hookline.model.rule.match.Saddr;
import org.hookline.model.rule.match.SourceMac;
import org.hookline.model.rule.match.TcpFlagsAre;
import org.hookline.model.rule.match.TimeToLive;
import org.hookline.model.rule.match.TypeOfService;
import org.hookline.packet.CtState;

/** Matches of the text as matches of the model, one case each. */
final class MatchLowering extends HooklineSwitch<Match> {

  /**
   * The matches of a rule, in order. Those in iptables' words are read when the protocol is known;
   * they may be several, or none.
   */
  List<Match> lower(List<PacketMatch> written) {
    Optional<Protocol> protocol =
        written.stream()
            .flatMap(match -> Optional.ofNullable(doSwitch(match)).stream())
            .flatMap(match -> protocol(match).stream())
            .findFirst();
    List<Match> matches = new ArrayList<>();
    boolean extended = false;
    for (PacketMatch match : written) {
      if (match instanceof ExtensionMatch extension) {
        matches.addAll(ExtensionText.matches(extension.getText(), protocol));
        extended = true;
      } else {
        matches.add(doSwitch(match));
      }
    }
    return extended ? ExtensionText.withoutRepetition(matches) : List.copyOf(matches);
  }

  /** The protocol that a match asks for, as {@code -p} of iptables would. */
  static Optional<Protocol> protocol(Match match) {
    IptablesLine line = new IptablesLine();
    match.iptables(line);
    return line.protocol();
  }

  @Override
  public Match caseIifMatch(IifMatch match) {
    return new Iif(match.isNegated(), Operands.iface(match.getIface()));
  }

  @Override
  public Match caseOifMatch(OifMatch match) {
    return new Oif(match.isNegated(), Operands.iface(match.getIface()));
  }

  @Override
  public Match caseSaddrMatch(SaddrMatch match) {
    return new Saddr(match.isNegated(), Operands.addresses(match.getAddresses()));
  }

  @Override
  public Match caseDaddrMatch(DaddrMatch match) {
    return new Daddr(match.isNegated(), Operands.addresses(match.getAddresses()));
  }

  @Override
  public Match casePortMatch(PortMatch match) {
    Protocol protocol = Words.PROTOCOL.read(match.getProtocol());
    if (match.getEnd().equals("port")) {
      return new EitherPort(
          protocol, match.isNegated(), Operands.ports(match.getPorts(), protocol));
    }
    Ports.End end = Ports.End.valueOf(match.getEnd().toUpperCase(Locale.ROOT));
    return new Ports(protocol, end, match.isNegated(), Operands.ports(match.getPorts(), protocol));
  }

  @Override
  public Match caseProtocolMatch(ProtocolMatch match) {
    return new ProtocolIs(match.isNegated(), Words.PROTOCOL.read(match.getProtocol()));
  }

  @Override
  public Match caseMarkMatch(MarkMatch match) {
    return new Mark(match.isNegated(), Operands.mark(match.getMark()));
  }

  @Override
  public Match caseMaskedAddressMatch(MaskedAddressMatch match) {
    return new MaskedAddress(
        MaskedAddress.End.valueOf(upper(match.getEnd())),
        match.isNegated(),
        Words.ADDRESS.read(match.getNetwork()),
        new MaskedAddress.Mask(Words.ADDRESS.read(match.getMask()).low()));
  }

  @Override
  public Match caseTcpFlagsMatch(TcpFlagsMatch match) {
    return new TcpFlagsAre(match.isNegated(), bits(match.getMask()), bits(match.getFlags()));
  }

  private static TcpFlagsAre.Bits bits(List<String> words) {
    return new TcpFlagsAre.Bits(
        words.stream()
            .mapToLong(w -> MatchWords.TCP_FLAG.read(w).value())
            .reduce(0, (a, b) -> a | b));
  }

  @Override
  public Match caseIcmpTypeMatch(IcmpTypeMatch match) {
    IcmpType type = MatchWords.ICMP_TYPE.read(match.getType());
    return new IcmpType(match.isNegated(), type.type(), type.code());
  }

  @Override
  public Match casePacketTypeMatch(PacketTypeMatch match) {
    return new PacketType(match.isNegated(), PacketType.Kind.valueOf(upper(match.getType())));
  }

  @Override
  public Match caseOwnerMatch(OwnerMatch match) {
    Owner.Who who =
        switch (match.getWho()) {
          case "skuid" -> Owner.Who.USER;
          case "skgid" -> Owner.Who.GROUP;
          default -> Owner.Who.SOCKET;
        };
    String ids = match.getIds();
    return new Owner(
        who, match.isNegated(), ids == null ? new Owner.Ids(0, 0) : MatchWords.USER_IDS.read(ids));
  }

  @Override
  public Match caseTosMatch(TosMatch match) {
    return new TypeOfService(match.isNegated(), MatchWords.TOS.read(match.getTos()));
  }

  @Override
  public Match caseDscpMatch(DscpMatch match) {
    return new Dscp(match.isNegated(), MatchWords.DSCP.read(match.getDscp()));
  }

  @Override
  public Match caseTtlMatch(TtlMatch match) {
    String sign = match.getComparison() == null ? "" : match.getComparison();
    TimeToLive.Comparison comparison =
        switch (sign) {
          case "<" -> TimeToLive.Comparison.LESS;
          case ">" -> TimeToLive.Comparison.GREATER;
          case "!=" -> TimeToLive.Comparison.NOT_EQUAL;
          default -> TimeToLive.Comparison.EQUAL;
        };
    return new TimeToLive(comparison, MatchWords.TTL.read(match.getValue()).intValue());
  }

  @Override
  public Match caseFragmentMatch(FragmentMatch match) {
    return new Fragment(match.isNegated());
  }

  @Override
  public Match caseSourceMacMatch(SourceMacMatch match) {
    return new SourceMac(match.isNegated(), Words.MAC.read(match.getMac()));
  }

  @Override
  public Match casePhysdevMatch(PhysdevMatch match) {
    String question = match.getQuestion().replaceFirst("^physdev-", "").replace('-', '_');
    return new Physdev(
        Physdev.Question.valueOf(upper(question)),
        match.isNegated(),
        Optional.ofNullable(match.getPort()).map(Operands::iface));
  }

  @Override
  public Match caseLimitMatch(LimitMatch match) {
    Limit.Rate rate = MatchWords.RATE.read(match.getRate());
    return match.getBurst() == null
        ? Limit.of(rate)
        : new Limit(rate, MatchWords.BURST.read(match.getBurst()).intValue());
  }

  @Override
  public Match caseAddressTypeMatch(AddressTypeMatch match) {
    Set<AddressType.Kind> kinds = EnumSet.noneOf(AddressType.Kind.class);
    match.getKinds().forEach(kind -> kinds.addAll(MatchWords.ADDRESS_TYPE.read(kind)));
    String limit = match.getLimit() == null ? "" : match.getLimit();
    return new AddressType(
        match.getEnd().equals("saddr") ? AddressType.End.SRC : AddressType.End.DST,
        match.isNegated(),
        kinds,
        switch (limit) {
          case "iif" -> AddressType.Limit.IN;
          case "oif" -> AddressType.Limit.OUT;
          default -> AddressType.Limit.NONE;
        });
  }

  @Override
  public Match caseReversePathMatch(ReversePathMatch match) {
    return new ReversePath(
        flag(match.isMissing()),
        flag(!match.isByInterface()),
        flag(match.isByMark()),
        flag(match.isOrLocal()));
  }

  private static ReversePath.Flag flag(boolean on) {
    return on ? ReversePath.Flag.ON : ReversePath.Flag.OFF;
  }

  @Override
  public Match caseCtStateMatch(CtStateMatch match) {
    Set<CtState> states = EnumSet.noneOf(CtState.class);
    Set<CtStates.Translated> translated = EnumSet.noneOf(CtStates.Translated.class);
    for (String word : match.getStates()) {
      CtStates one = MatchWords.CT_STATE.read(word);
      states.addAll(one.states());
      translated.addAll(one.translated());
    }
    return new CtStates(match.isNegated(), states, translated);
  }

  @Override
  public Match caseCtStatusMatch(CtStatusMatch match) {
    if (MatchWords.TRANSLATED.contains(match.getStatuses().get(0))) {
      Set<CtStates.Translated> translated = EnumSet.noneOf(CtStates.Translated.class);
      match
          .getStatuses()
          .forEach(word -> translated.addAll(MatchWords.CT_STATE.read(word).translated()));
      return new CtStates(match.isNegated(), Set.of(), translated);
    }
    Set<CtStatus.Status> any = EnumSet.noneOf(CtStatus.Status.class);
    match.getStatuses().forEach(word -> any.addAll(MatchWords.CT_STATUS.read(word).any()));
    return new CtStatus(match.isNegated(), any);
  }

  @Override
  public Match caseCtDirectionMatch(CtDirectionMatch match) {
    return new CtDirection(match.isNegated(), match.getDirection().equals("reply"));
  }

  @Override
  public Match caseCtProtocolMatch(CtProtocolMatch match) {
    return new CtProtocol(match.isNegated(), Words.PROTOCOL.read(match.getProtocol()));
  }

  @Override
  public Match caseCtPortMatch(CtPortMatch match) {
    String which = match.getDirection() + match.getEnd().replaceFirst("proto-", "_");
    return new CtPort(
        CtPort.Which.valueOf(upper(which)), match.isNegated(), Words.PORTS.read(match.getPorts()));
  }

  @Override
  public Match caseCtMarkMatch(CtMarkMatch match) {
    return new Connmark(match.isNegated(), Operands.mark(match.getMark()));
  }

  @Override
  public Match caseCtAddressMatch(CtAddressMatch match) {
    String which = match.getDirection() + "_" + match.getEnd();
    return new CtAddress(
        CtAddress.Which.valueOf(upper(which)),
        match.isNegated(),
        Words.PREFIX.read(match.getPrefix()));
  }

  private static String upper(String word) {
    return word.toUpperCase(Locale.ROOT);
  }

  @Override
  public Match caseCommentMatch(CommentMatch match) {
    return new Comment(match.getText());
  }
}
