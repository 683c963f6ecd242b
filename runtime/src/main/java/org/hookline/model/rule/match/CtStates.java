package org.hookline.model.rule.match;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.hookline.ir.Pred;
import org.hookline.model.rule.IptablesLine;
import org.hookline.model.rule.RuleContext;
import org.hookline.packet.CtState;
import org.hookline.packet.Fields;

/**
 * {@code ct state}: the packet's conntrack state is one of these. A packet that conntrack has not
 * seen reads as INVALID.
 *
 * <p>kernel: net/netfilter/xt_conntrack.c conntrack_mt()
 */
public record CtStates(boolean negated, Set<CtState> states) implements Match {

  /** In the order of iptables-save. */
  private static final List<CtState> SAVED =
      List.of(
          CtState.INVALID, CtState.NEW, CtState.RELATED, CtState.ESTABLISHED, CtState.UNTRACKED);

  public CtStates {
    states = java.util.Collections.unmodifiableSet(new TreeSet<>(states));
  }

  @Override
  public Pred lower(RuleContext context) {
    List<Pred> any = new ArrayList<>();
    for (CtState state : states) {
      any.add(Pred.is(Fields.CT_STATE, state.value()));
      if (state == CtState.INVALID) {
        any.add(Pred.is(Fields.CT_STATE, CtState.UNSEEN.value()));
      }
    }
    return negated ? Pred.not(Pred.or(any)) : Pred.or(any);
  }

  @Override
  public void iptables(IptablesLine line) {
    String text =
        SAVED.stream().filter(states::contains).map(CtState::name).collect(Collectors.joining(","));
    line.match("conntrack", "--ctstate", text, negated);
  }

  @Override
  public String nft() {
    String text =
        states.stream()
            .map(s -> s.name().toLowerCase(Locale.ROOT))
            .collect(Collectors.joining(", "));
    return "ct state " + (negated ? "!= " : "") + text;
  }

  @Override
  public boolean needsConntrack() {
    return true;
  }
}
