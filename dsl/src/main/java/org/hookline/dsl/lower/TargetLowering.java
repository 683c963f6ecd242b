package org.hookline.dsl.lower;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.hookline.addr.Endpoint;
import org.hookline.addr.MaskedMark;
import org.hookline.addr.PortRange;
import org.hookline.addr.Protocol;
import org.hookline.dsl.hookline.AcceptTarget;
import org.hookline.dsl.hookline.CountTarget;
import org.hookline.dsl.hookline.CtMarkSaveTarget;
import org.hookline.dsl.hookline.CtMarkSetTarget;
import org.hookline.dsl.hookline.CtZoneTarget;
import org.hookline.dsl.hookline.DnatTarget;
import org.hookline.dsl.hookline.DropTarget;
import org.hookline.dsl.hookline.ExtensionTarget;
import org.hookline.dsl.hookline.GotoTarget;
import org.hookline.dsl.hookline.JumpTarget;
import org.hookline.dsl.hookline.LogTarget;
import org.hookline.dsl.hookline.MarkRestoreTarget;
import org.hookline.dsl.hookline.MarkSetTarget;
import org.hookline.dsl.hookline.MasqueradeTarget;
import org.hookline.dsl.hookline.NetmapTarget;
import org.hookline.dsl.hookline.NotrackTarget;
import org.hookline.dsl.hookline.PacketTarget;
import org.hookline.dsl.hookline.RedirectTarget;
import org.hookline.dsl.hookline.RejectTarget;
import org.hookline.dsl.hookline.ReturnTarget;
import org.hookline.dsl.hookline.SnatTarget;
import org.hookline.dsl.hookline.TosTarget;
import org.hookline.dsl.hookline.TtlTarget;
import org.hookline.dsl.hookline.UnreadTarget;
import org.hookline.dsl.hookline.util.HooklineSwitch;
import org.hookline.dsl.word.MatchWords;
import org.hookline.dsl.word.Words;
import org.hookline.importer.ExtensionText;
import org.hookline.ir.conntrack.Connmark.Bits;
import org.hookline.model.rule.RejectWith;
import org.hookline.model.rule.match.Match;
import org.hookline.model.rule.target.Accept;
import org.hookline.model.rule.target.ConnmarkRestore;
import org.hookline.model.rule.target.ConnmarkSave;
import org.hookline.model.rule.target.ConnmarkSet;
import org.hookline.model.rule.target.Count;
import org.hookline.model.rule.target.CtZone;
import org.hookline.model.rule.target.Dnat;
import org.hookline.model.rule.target.Drop;
import org.hookline.model.rule.target.GotoChain;
import org.hookline.model.rule.target.Jump;
import org.hookline.model.rule.target.Log;
import org.hookline.model.rule.target.MarkSet;
import org.hookline.model.rule.target.Masquerade;
import org.hookline.model.rule.target.NatFlag;
import org.hookline.model.rule.target.NatTo;
import org.hookline.model.rule.target.Netmap;
import org.hookline.model.rule.target.Notrack;
import org.hookline.model.rule.target.Redirect;
import org.hookline.model.rule.target.Reject;
import org.hookline.model.rule.target.Return;
import org.hookline.model.rule.target.Snat;
import org.hookline.model.rule.target.Target;
import org.hookline.model.rule.target.TimeToLiveSet;
import org.hookline.model.rule.target.TypeOfServiceSet;

/** Targets of the text as targets of the model, one case each. */
final class TargetLowering extends HooklineSwitch<Target> {

  /**
   * The target of a rule.
   *
   * @param matches of the rule; they say which protocol a target in iptables' words is for
   */
  Target lower(PacketTarget written, List<Match> matches) {
    if (written instanceof ExtensionTarget extension) {
      Optional<Protocol> protocol =
          matches.stream().flatMap(match -> MatchLowering.protocol(match).stream()).findFirst();
      return ExtensionText.target(extension.getText(), protocol);
    }
    return doSwitch(written);
  }

  @Override
  public Target caseAcceptTarget(AcceptTarget target) {
    return new Accept();
  }

  @Override
  public Target caseDropTarget(DropTarget target) {
    return new Drop();
  }

  @Override
  public Target caseReturnTarget(ReturnTarget target) {
    return new Return();
  }

  /** iptables' default answer is port unreachable. */
  @Override
  public Target caseRejectTarget(RejectTarget target) {
    return new Reject(
        target.getType() == null
            ? RejectWith.ICMP_PORT_UNREACHABLE
            : Words.REJECT_WITH.read(target.getType()));
  }

  @Override
  public Target caseJumpTarget(JumpTarget target) {
    return new Jump(target.getChain().getName());
  }

  @Override
  public Target caseGotoTarget(GotoTarget target) {
    return new GotoChain(target.getChain().getName());
  }

  @Override
  public Target caseLogTarget(LogTarget target) {
    return new Log(target.getPrefix() == null ? "" : target.getPrefix());
  }

  @Override
  public Target caseDnatTarget(DnatTarget target) {
    return new Dnat(natTo(target.getTo(), target.getFlags()));
  }

  @Override
  public Target caseSnatTarget(SnatTarget target) {
    return new Snat(natTo(target.getTo(), target.getFlags()));
  }

  @Override
  public Target caseMasqueradeTarget(MasqueradeTarget target) {
    return new Masquerade(ports(target.getPorts()), flags(target.getFlags()));
  }

  @Override
  public Target caseRedirectTarget(RedirectTarget target) {
    return new Redirect(ports(target.getPorts()), flags(target.getFlags()));
  }

  @Override
  public Target caseMarkSetTarget(MarkSetTarget target) {
    return new MarkSet(Operands.mark(target.getMark()));
  }

  @Override
  public Target caseMarkRestoreTarget(MarkRestoreTarget target) {
    Bits connection = mask(target.getMask());
    return new ConnmarkRestore(into(target.getInto(), connection), connection);
  }

  @Override
  public Target caseCtMarkSetTarget(CtMarkSetTarget target) {
    return new ConnmarkSet(Operands.mark(target.getMark()));
  }

  @Override
  public Target caseCtMarkSaveTarget(CtMarkSaveTarget target) {
    Bits connection = mask(target.getMask());
    return new ConnmarkSave(into(target.getInto(), connection), connection);
  }

  private static Bits into(String word, Bits connection) {
    return word == null ? connection : mask(word);
  }

  @Override
  public Target caseCountTarget(CountTarget target) {
    return new Count();
  }

  @Override
  public Target caseNetmapTarget(NetmapTarget target) {
    return new Netmap(Words.PREFIX.read(target.getTo()));
  }

  @Override
  public Target caseCtZoneTarget(CtZoneTarget target) {
    return new CtZone(MatchWords.ZONE.read(target.getZone()).intValue());
  }

  @Override
  public Target caseTosTarget(TosTarget target) {
    return new TypeOfServiceSet(MatchWords.TOS.read(target.getTos()));
  }

  @Override
  public Target caseTtlTarget(TtlTarget target) {
    return new TimeToLiveSet(
        TimeToLiveSet.How.valueOf(target.getHow().toUpperCase(Locale.ROOT)),
        MatchWords.TTL.read(target.getValue()).intValue());
  }

  @Override
  public Target caseUnreadTarget(UnreadTarget target) {
    return ExtensionText.rule(target.getText());
  }

  @Override
  public Target caseNotrackTarget(NotrackTarget target) {
    return new Notrack();
  }

  static NatTo natTo(String word, boolean random) {
    Endpoint endpoint = Words.ENDPOINT.read(word);
    return new NatTo(endpoint.addresses(), endpoint.ports(), random);
  }

  static Optional<PortRange> ports(String word) {
    return Optional.ofNullable(word).map(Words.PORTS_ONLY::read);
  }

  private static NatTo natTo(String word, List<String> flags) {
    NatTo to = MatchWords.NAT_TO.read(word);
    return new NatTo(to.addresses(), to.ports(), to.base(), flags(flags));
  }

  private static Set<NatFlag> flags(List<String> words) {
    return words.stream()
        .map(word -> NatFlag.valueOf(word.toUpperCase(Locale.ROOT).replace('-', '_')))
        .collect(Collectors.toSet());
  }

  private static Bits mask(String word) {
    return new Bits(word == null ? MaskedMark.ALL : Words.MASK.read(word));
  }
}
