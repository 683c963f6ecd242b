package org.hookline.model.rule.target;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.hookline.addr.Family;
import org.hookline.addr.PortRange;
import org.hookline.addr.Prefix;
import org.hookline.ir.Pred;
import org.hookline.ir.conntrack.NatRange;
import org.hookline.model.iface.Interface;
import org.hookline.model.rule.IptablesLine;
import org.hookline.model.rule.Outcome;
import org.hookline.model.rule.RuleContext;
import org.hookline.model.rule.Verdict;
import org.hookline.packet.Fields;

/**
 * {@code redirect to :PORT}: binds the destination to the first primary address of the interface
 * that the packet came in by; in OUTPUT to 127.0.0.1.
 *
 * <p>kernel: net/netfilter/nf_nat_redirect.c nf_nat_redirect_ipv4()
 */
public record Redirect(Optional<PortRange> ports) implements Target {
  private static final long LOOPBACK = 0x7f000001L;

  @Override
  public List<Outcome> lower(RuleContext context) {
    List<Outcome> outcomes = new ArrayList<>();
    outcomes.add(to(context, Pred.is(Fields.IIF, 0), LOOPBACK));
    for (Interface iface : context.interfaces()) {
      List<Prefix> primaries = iface.primaries(Family.IPV4);
      if (!primaries.isEmpty()) {
        Pred entered = Pred.is(Fields.IIF, context.numberOf(iface.name()));
        outcomes.add(to(context, entered, primaries.get(0).address().low()));
      }
    }
    outcomes.add(new Outcome(Pred.TRUE, List.of(), new Verdict.Drop()));
    return outcomes;
  }

  private Outcome to(RuleContext context, Pred when, long address) {
    NatRange range =
        new NatRange(
            Optional.of(new NatRange.Span(address, address)),
            ports.map(p -> new NatRange.Span(p.first(), p.last())),
            false);
    return new Outcome(when, List.of(NatTo.bind(context, false, range)), new Verdict.Accept());
  }

  @Override
  public void iptables(IptablesLine line) {
    line.target("-j REDIRECT" + ports.map(p -> " --to-ports " + p).orElse(""));
  }

  @Override
  public String nft() {
    return "redirect" + ports.map(p -> " to :" + p).orElse("");
  }

  @Override
  public boolean needsConntrack() {
    return true;
  }
}
