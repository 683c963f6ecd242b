package org.hookline.dsl.lower;

import java.util.Optional;
import org.hookline.addr.Endpoint;
import org.hookline.addr.MaskedMark;
import org.hookline.addr.PortRange;
import org.hookline.dsl.hookline.AcceptTarget;
import org.hookline.dsl.hookline.CtMarkSaveTarget;
import org.hookline.dsl.hookline.CtMarkSetTarget;
import org.hookline.dsl.hookline.DnatTarget;
import org.hookline.dsl.hookline.DropTarget;
import org.hookline.dsl.hookline.GotoTarget;
import org.hookline.dsl.hookline.JumpTarget;
import org.hookline.dsl.hookline.LogTarget;
import org.hookline.dsl.hookline.MarkRestoreTarget;
import org.hookline.dsl.hookline.MarkSetTarget;
import org.hookline.dsl.hookline.MasqueradeTarget;
import org.hookline.dsl.hookline.NotrackTarget;
import org.hookline.dsl.hookline.RedirectTarget;
import org.hookline.dsl.hookline.RejectTarget;
import org.hookline.dsl.hookline.ReturnTarget;
import org.hookline.dsl.hookline.SnatTarget;
import org.hookline.dsl.hookline.util.HooklineSwitch;
import org.hookline.dsl.word.Words;
import org.hookline.model.rule.RejectWith;
import org.hookline.model.rule.target.Accept;
import org.hookline.model.rule.target.ConnmarkRestore;
import org.hookline.model.rule.target.ConnmarkSave;
import org.hookline.model.rule.target.ConnmarkSet;
import org.hookline.model.rule.target.Dnat;
import org.hookline.model.rule.target.Drop;
import org.hookline.model.rule.target.GotoChain;
import org.hookline.model.rule.target.Jump;
import org.hookline.model.rule.target.Log;
import org.hookline.model.rule.target.MarkSet;
import org.hookline.model.rule.target.Masquerade;
import org.hookline.model.rule.target.NatTo;
import org.hookline.model.rule.target.Notrack;
import org.hookline.model.rule.target.Redirect;
import org.hookline.model.rule.target.Reject;
import org.hookline.model.rule.target.Return;
import org.hookline.model.rule.target.Snat;
import org.hookline.model.rule.target.Target;

/** Targets of the text as targets of the model, one case each. */
final class TargetLowering extends HooklineSwitch<Target> {

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
    return new Dnat(natTo(target.getTo(), target.isRandom()));
  }

  @Override
  public Target caseSnatTarget(SnatTarget target) {
    return new Snat(natTo(target.getTo(), target.isRandom()));
  }

  @Override
  public Target caseMasqueradeTarget(MasqueradeTarget target) {
    return new Masquerade(ports(target.getPorts()), target.isRandom());
  }

  @Override
  public Target caseRedirectTarget(RedirectTarget target) {
    return new Redirect(ports(target.getPorts()));
  }

  @Override
  public Target caseMarkSetTarget(MarkSetTarget target) {
    return new MarkSet(Operands.mark(target.getMark()));
  }

  @Override
  public Target caseMarkRestoreTarget(MarkRestoreTarget target) {
    return new ConnmarkRestore(mask(target.getMask()));
  }

  @Override
  public Target caseCtMarkSetTarget(CtMarkSetTarget target) {
    return new ConnmarkSet(Operands.mark(target.getMark()));
  }

  @Override
  public Target caseCtMarkSaveTarget(CtMarkSaveTarget target) {
    return new ConnmarkSave(mask(target.getMask()));
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

  private static long mask(String word) {
    return word == null ? MaskedMark.ALL : Words.MASK.read(word);
  }
}
