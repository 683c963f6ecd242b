package org.hookline.dsl.lower;

import java.util.List;
import java.util.Optional;
import org.hookline.addr.MaskedMark;
import org.hookline.addr.PortRange;
import org.hookline.addr.Prefix;
import org.hookline.addr.Protocol;
import org.hookline.dsl.hookline.DportSelector;
import org.hookline.dsl.hookline.FromSelector;
import org.hookline.dsl.hookline.FwmarkSelector;
import org.hookline.dsl.hookline.IifSelector;
import org.hookline.dsl.hookline.IpprotoSelector;
import org.hookline.dsl.hookline.OifSelector;
import org.hookline.dsl.hookline.RuleSelector;
import org.hookline.dsl.hookline.SportSelector;
import org.hookline.dsl.hookline.ToSelector;
import org.hookline.dsl.hookline.TosSelector;
import org.hookline.dsl.hookline.UidrangeSelector;
import org.hookline.dsl.hookline.util.HooklineSwitch;
import org.hookline.dsl.word.Words;
import org.hookline.model.route.Selector;

/** The selectors of one policy rule, gathered part by part. */
final class SelectorLowering extends HooklineSwitch<Boolean> {
  private Optional<Prefix> from = Optional.empty();
  private Optional<Prefix> to = Optional.empty();
  private Optional<String> iif = Optional.empty();
  private Optional<String> oif = Optional.empty();
  private Optional<MaskedMark> fwmark = Optional.empty();
  private int tos;
  private Optional<Protocol> ipproto = Optional.empty();
  private Optional<PortRange> sport = Optional.empty();
  private Optional<PortRange> dport = Optional.empty();
  private Optional<Selector.UidRange> uids = Optional.empty();

  private SelectorLowering() {}

  static Selector lower(boolean negated, List<RuleSelector> parts) {
    SelectorLowering s = new SelectorLowering();
    parts.forEach(s::doSwitch);
    return new Selector(
        negated, s.from, s.to, s.iif, s.oif, s.fwmark, s.tos, s.ipproto, s.sport, s.dport, s.uids);
  }

  @Override
  public Boolean caseFromSelector(FromSelector selector) {
    from = Words.SELECTED_PREFIX.read(selector.getPrefix());
    return true;
  }

  @Override
  public Boolean caseToSelector(ToSelector selector) {
    to = Words.SELECTED_PREFIX.read(selector.getPrefix());
    return true;
  }

  @Override
  public Boolean caseIifSelector(IifSelector selector) {
    iif = Optional.of(selector.getIface().getName());
    return true;
  }

  @Override
  public Boolean caseOifSelector(OifSelector selector) {
    oif = Optional.of(selector.getIface().getName());
    return true;
  }

  @Override
  public Boolean caseFwmarkSelector(FwmarkSelector selector) {
    fwmark = Optional.of(Operands.mark(selector.getMark()));
    return true;
  }

  @Override
  public Boolean caseTosSelector(TosSelector selector) {
    tos = Words.RULE_TOS.read(selector.getTos());
    return true;
  }

  @Override
  public Boolean caseIpprotoSelector(IpprotoSelector selector) {
    ipproto = Optional.of(Words.PROTOCOL.read(selector.getProtocol()));
    return true;
  }

  @Override
  public Boolean caseSportSelector(SportSelector selector) {
    sport = Optional.of(Words.PORTS.read(selector.getPorts()));
    return true;
  }

  @Override
  public Boolean caseDportSelector(DportSelector selector) {
    dport = Optional.of(Words.PORTS.read(selector.getPorts()));
    return true;
  }

  @Override
  public Boolean caseUidrangeSelector(UidrangeSelector selector) {
    uids = Optional.of(Words.UIDS.read(selector.getUids()));
    return true;
  }
}
