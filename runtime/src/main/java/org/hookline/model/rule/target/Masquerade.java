package org.hookline.model.rule.target;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.hookline.addr.Address;
import org.hookline.addr.PortRange;
import org.hookline.addr.Prefix;
import org.hookline.ir.Effect;
import org.hookline.ir.Pred;
import org.hookline.ir.conntrack.HoldDevice;
import org.hookline.ir.conntrack.NatRange;
import org.hookline.model.iface.AddressScope;
import org.hookline.model.iface.Interface;
import org.hookline.model.iface.InterfaceAddress;
import org.hookline.model.iface.SourceChoice;
import org.hookline.model.rule.IptablesLine;
import org.hookline.model.rule.NftLine;
import org.hookline.model.rule.OptionWords;
import org.hookline.model.rule.Outcome;
import org.hookline.model.rule.RuleContext;
import org.hookline.model.rule.Verdict;
import org.hookline.packet.Fields;

/**
 * {@code masquerade}: binds the source to an address of the interface that the packet leaves by:
 * the primary address whose subnet has the next hop, else the first primary one. The route's {@code
 * src} does not count. An interface without one takes it from another interface; a host without any
 * drops the packet. The connection ends with the first packet of its direction that leaves by
 * another interface.
 *
 * <p>kernel: net/netfilter/nf_nat_masquerade.c nf_nat_masquerade_ipv4(), inet_select_addr()
 */
public record Masquerade(Optional<PortRange> ports, Set<NatFlag> flags) implements Target {

  public Masquerade {
    flags = Collections.unmodifiableSet(new TreeSet<>(flags));
  }

  public Masquerade(Optional<PortRange> ports, boolean random) {
    this(ports, random ? Set.of(NatFlag.RANDOM) : Set.of());
  }

  /** All options of the target. */
  public static Masquerade read(OptionWords words) {
    Optional<PortRange> ports = Optional.empty();
    Set<NatFlag> flags = new TreeSet<>();
    while (words.more()) {
      String option = words.option();
      if (option.equals("--to-ports")) {
        ports = Optional.of(PortRange.parse(words.value()));
      } else {
        flags.add(NatTo.flag(option));
      }
    }
    return new Masquerade(ports, flags);
  }

  @Override
  public List<Outcome> lower(RuleContext context) {
    List<Outcome> outcomes = new ArrayList<>();
    for (Interface iface : context.interfaces()) {
      Pred leaves = Pred.is(Fields.OIF, context.numberOf(iface.name()));
      SourceChoice choice = new SourceChoice(context.interfaces());
      for (InterfaceAddress own : choice.candidates(iface.name(), AddressScope.GLOBAL)) {
        Prefix subnet = own.subnet();
        Pred near = Pred.prefix(Fields.NEXTHOP, subnet.first().low(), subnet.length());
        outcomes.add(to(context, Pred.and(leaves, near), own.prefix().address()));
      }
      choice
          .first(iface.name(), AddressScope.GLOBAL)
          .ifPresent(a -> outcomes.add(to(context, leaves, a)));
    }
    outcomes.add(new Outcome(Pred.TRUE, List.of(), new Verdict.Drop()));
    return outcomes;
  }

  private Outcome to(RuleContext context, Pred when, Address own) {
    long address = own.low();
    NatRange range =
        new NatRange(
            Optional.of(new NatRange.Span(address, address)),
            ports.map(p -> new NatRange.Span(p.first(), p.last())),
            Optional.empty(),
            NatTo.traits(flags));
    List<Effect> effects = new ArrayList<>();
    effects.add(new HoldDevice(context.host()));
    effects.addAll(NatTo.source(context, range));
    return new Outcome(when, List.copyOf(effects), new Verdict.Accept());
  }

  @Override
  public void iptables(IptablesLine line) {
    line.target(
        "-j MASQUERADE" + ports.map(p -> " --to-ports " + p).orElse("") + NatTo.options(flags));
    ports.ifPresent(p -> line.needs(NatTo.WITH_PORTS));
  }

  @Override
  public void nftables(NftLine line) {
    ports.ifPresent(p -> line.needs(NatTo.WITH_PORTS));
    line.target("masquerade" + ports.map(p -> " to :" + p).orElse("") + NatTo.nftWords(flags));
  }

  @Override
  public String nft() {
    return "masquerade" + ports.map(p -> " to :" + p).orElse("") + NatTo.words(flags);
  }

  @Override
  public boolean needsConntrack() {
    return true;
  }
}
