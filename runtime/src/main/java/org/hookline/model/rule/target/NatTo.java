package org.hookline.model.rule.target;

import java.util.Optional;
import org.hookline.addr.AddressRange;
import org.hookline.addr.Family;
import org.hookline.addr.PortRange;
import org.hookline.ir.Choice;
import org.hookline.ir.conntrack.Bind;
import org.hookline.ir.conntrack.NatRange;
import org.hookline.model.rule.RuleContext;

/**
 * Where a NAT target binds to.
 *
 * @param addresses empty keeps the address
 * @param ports empty lets the kernel keep or choose
 * @param random {@code --random}
 */
public record NatTo(Optional<AddressRange> addresses, Optional<PortRange> ports, boolean random) {

  boolean ofIpv6() {
    return addresses.filter(a -> a.first().family() == Family.IPV6).isPresent();
  }

  Bind source(RuleContext context) {
    return bind(context, true);
  }

  Bind destination(RuleContext context) {
    return bind(context, false);
  }

  private Bind bind(RuleContext context, boolean source) {
    NatRange range =
        new NatRange(
            addresses.map(a -> new NatRange.Span(a.first().low(), a.last().low())),
            ports.map(p -> new NatRange.Span(p.first(), p.last())),
            random);
    return bind(context, source, range);
  }

  static Bind bind(RuleContext context, boolean source, NatRange range) {
    return new Bind(
        context.host(),
        source,
        range,
        context.choice("address", Choice.Kind.KERNEL, Choice.Span.CONNECTION, 32),
        context.choice("port", Choice.Kind.KERNEL, Choice.Span.CONNECTION, 16));
  }

  /** {@code 10.8.10.2}, {@code 10.8.10.2:80-90}, {@code :80}. */
  @Override
  public String toString() {
    return addresses.map(NatTo::dashed).orElse("") + ports.map(p -> ":" + p).orElse("");
  }

  private static String dashed(AddressRange range) {
    return range.first().equals(range.last())
        ? range.first().toString()
        : range.first() + "-" + range.last();
  }
}
