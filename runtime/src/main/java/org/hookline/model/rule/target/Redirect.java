package org.hookline.model.rule.target;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.hookline.addr.Family;
import org.hookline.addr.PortRange;
import org.hookline.addr.Prefix;
import org.hookline.ir.Pred;
import org.hookline.ir.conntrack.NatRange;
import org.hookline.model.iface.Interface;
import org.hookline.model.rule.IptablesLine;
import org.hookline.model.rule.NftLine;
import org.hookline.model.rule.OptionWords;
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
public record Redirect(Optional<PortRange> ports, Set<NatFlag> flags) implements Target {
  private static final long LOOPBACK = 0x7f000001L;

  public Redirect {
    flags = Collections.unmodifiableSet(new TreeSet<>(flags));
  }

  public Redirect(Optional<PortRange> ports) {
    this(ports, Set.of());
  }

  /** All options of the target. */
  public static Redirect read(OptionWords words) {
    Masquerade same = Masquerade.read(words);
    return new Redirect(same.ports(), same.flags());
  }

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
            Optional.empty(),
            NatTo.traits(flags));
    return new Outcome(when, List.of(NatTo.bind(context, false, range)), new Verdict.Accept());
  }

  @Override
  public void iptables(IptablesLine line) {
    line.target(
        "-j REDIRECT" + ports.map(p -> " --to-ports " + p).orElse("") + NatTo.options(flags));
    ports.ifPresent(p -> line.needs(NatTo.WITH_PORTS));
  }

  @Override
  public void nftables(NftLine line) {
    ports.ifPresent(p -> line.needs(NatTo.WITH_PORTS));
    line.target("redirect" + ports.map(p -> " to :" + p).orElse("") + NatTo.nftWords(flags));
  }

  @Override
  public String nft() {
    return "redirect" + ports.map(p -> " to :" + p).orElse("") + NatTo.words(flags);
  }

  @Override
  public boolean needsConntrack() {
    return true;
  }
}
