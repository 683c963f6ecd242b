package org.hookline.model.rule.match;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.hookline.ir.Pred;
import org.hookline.model.rule.IptablesLine;
import org.hookline.model.rule.NftLine;
import org.hookline.model.rule.RuleContext;
import org.hookline.packet.CtState;

/**
 * Several questions in one {@code -m conntrack}, a state among them: a packet without an entry is
 * asked for its state only, and the other questions count as answered.
 *
 * <p>kernel: net/netfilter/xt_conntrack.c conntrack_mt(): {@code if (ct == NULL) return
 * info->match_flags & XT_CONNTRACK_STATE}
 */
public record CtTogether(CtStates states, List<Match> others) implements Match {
  @Override
  public Pred lower(RuleContext context) {
    List<Pred> asked = new ArrayList<>();
    others.forEach(other -> asked.add(other.lower(context)));
    return Pred.and(states.lower(context), Pred.or(Pred.not(context.connected()), Pred.and(asked)));
  }

  @Override
  public void iptables(IptablesLine line) {
    List<String> options = new ArrayList<>();
    for (Match match : all()) {
      IptablesLine alone = new IptablesLine(line.family());
      match.iptables(alone);
      options.add(alone.toString().replaceFirst("^-m conntrack ", ""));
    }
    line.apart("-m conntrack " + String.join(" ", options));
  }

  @Override
  public void nftables(NftLine line) {
    NftLine known = new NftLine(line.place());
    Set<CtState> wanted = states.meant();
    Set<CtState> alone = EnumSet.of(CtState.INVALID, CtState.UNTRACKED);
    alone.retainAll(wanted);
    states.nftables(known.match("ct state != { invalid, untracked }"));
    others.forEach(other -> other.nftables(known));
    NftLine unknown = new NftLine(line.place());
    new CtStates(false, alone).nftables(unknown);
    line.oneOf(List.of(known, unknown));
  }

  private List<Match> all() {
    List<Match> all = new ArrayList<>(List.of(states));
    all.addAll(others);
    return all;
  }

  @Override
  public String hkl(Set<String> interfaces) {
    return XtText.match(this);
  }

  @Override
  public String nft() {
    return all().stream().map(Match::nft).collect(Collectors.joining(" "));
  }

  @Override
  public boolean needsConntrack() {
    return true;
  }
}
