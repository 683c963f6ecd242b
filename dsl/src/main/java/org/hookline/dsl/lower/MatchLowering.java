package org.hookline.dsl.lower;

import java.util.Locale;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.hookline.addr.Protocol;
import org.hookline.dsl.hookline.CommentMatch;
import org.hookline.dsl.hookline.CtMarkMatch;
import org.hookline.dsl.hookline.CtOriginalMatch;
import org.hookline.dsl.hookline.CtStateMatch;
import org.hookline.dsl.hookline.DaddrMatch;
import org.hookline.dsl.hookline.IifMatch;
import org.hookline.dsl.hookline.MarkMatch;
import org.hookline.dsl.hookline.OifMatch;
import org.hookline.dsl.hookline.PortMatch;
import org.hookline.dsl.hookline.ProtocolMatch;
import org.hookline.dsl.hookline.SaddrMatch;
import org.hookline.dsl.hookline.util.HooklineSwitch;
import org.hookline.dsl.word.Words;
import org.hookline.model.rule.match.Comment;
import org.hookline.model.rule.match.Connmark;
import org.hookline.model.rule.match.CtAddress;
import org.hookline.model.rule.match.CtStates;
import org.hookline.model.rule.match.Daddr;
import org.hookline.model.rule.match.Iif;
import org.hookline.model.rule.match.Mark;
import org.hookline.model.rule.match.Match;
import org.hookline.model.rule.match.Oif;
import org.hookline.model.rule.match.Ports;
import org.hookline.model.rule.match.ProtocolIs;
import org.hookline.model.rule.match.Saddr;

/** Matches of the text as matches of the model, one case each. */
final class MatchLowering extends HooklineSwitch<Match> {

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
  public Match caseCtStateMatch(CtStateMatch match) {
    return new CtStates(
        match.isNegated(),
        match.getStates().stream()
            .map(Words.CT_STATE::read)
            .collect(Collectors.toCollection(TreeSet::new)));
  }

  @Override
  public Match caseCtMarkMatch(CtMarkMatch match) {
    return new Connmark(match.isNegated(), Operands.mark(match.getMark()));
  }

  @Override
  public Match caseCtOriginalMatch(CtOriginalMatch match) {
    return new CtAddress(
        CtAddress.Which.ORIGINAL_DADDR, match.isNegated(), Words.PREFIX.read(match.getPrefix()));
  }

  @Override
  public Match caseCommentMatch(CommentMatch match) {
    return new Comment(match.getText());
  }
}
