package org.hookline.model.rule.target;

import java.util.List;
import java.util.Set;
import org.hookline.addr.Prefix;
import org.hookline.ir.Choice;
import org.hookline.ir.Pred;
import org.hookline.ir.conntrack.Bind;
import org.hookline.ir.conntrack.NatRange;
import org.hookline.model.rule.IptablesLine;
import org.hookline.model.rule.NftLine;
import org.hookline.model.rule.NftPlace;
import org.hookline.model.rule.OptionWords;
import org.hookline.model.rule.Outcome;
import org.hookline.model.rule.RuleContext;
import org.hookline.model.rule.Verdict;
import org.hookline.packet.Fields;

/**
 * {@code netmap to 10.0.0.0/24}: exchanges the network part of an address and keeps the host part:
 * of the destination in PREROUTING and OUTPUT, of the source elsewhere.
 *
 * <p>kernel: net/netfilter/xt_NETMAP.c netmap_tg4()
 */
public record Netmap(Prefix to) implements Target {

  /** All options of the target. */
  public static Netmap read(OptionWords words) {
    String option = words.option();
    if (!option.equals("--to")) {
      throw OptionWords.unknown(option);
    }
    return new Netmap(Prefix.parse(words.value()));
  }

  @Override
  public List<Outcome> lower(RuleContext context) {
    Pred source = Pred.is(Fields.NAT_SOURCE, 1);
    return List.of(
        new Outcome(source, List.of(bind(context, true)), new Verdict.Accept()),
        new Outcome(Pred.TRUE, List.of(bind(context, false)), new Verdict.Accept()));
  }

  private Bind bind(RuleContext context, boolean source) {
    NatRange.Span network = new NatRange.Span(to.first().low(), to.last().low());
    NatRange range = NatRange.network(network);
    return new Bind(
        context.host(),
        source,
        range,
        context.choice("address", Choice.Kind.KERNEL, Choice.Span.CONNECTION, 32),
        context.choice("port", Choice.Kind.KERNEL, Choice.Span.CONNECTION, 16));
  }

  @Override
  public void iptables(IptablesLine line) {
    line.only(to.family()).target("-j NETMAP --to " + to);
  }

  @Override
  public void nftables(NftLine line) {
    Set<String> hooks = line.place().hooks();
    boolean source = hooks.contains("INPUT") || hooks.contains("POSTROUTING");
    if (source && (hooks.contains("PREROUTING") || hooks.contains("OUTPUT"))) {
      line.speechless("netmap of whichever end the hook translates");
    }
    String end = source ? "snat " : "dnat ";
    line.match(to.family(), line.place().only(to.family()));
    line.target(end + NftPlace.word(to.family()) + " prefix to " + to);
  }

  @Override
  public String nft() {
    return "netmap to " + to;
  }

  @Override
  public boolean needsConntrack() {
    return true;
  }
}
