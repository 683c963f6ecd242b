package org.hookline.model.rule.target;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.hookline.addr.AddressRange;
import org.hookline.addr.Endpoint;
import org.hookline.addr.EndpointText;
import org.hookline.addr.Family;
import org.hookline.addr.Malformed;
import org.hookline.addr.PortRange;
import org.hookline.addr.Protocol;
import org.hookline.ir.Choice;
import org.hookline.ir.Effect;
import org.hookline.ir.conntrack.Bind;
import org.hookline.ir.conntrack.NatRange;
import org.hookline.model.rule.IptablesLine;
import org.hookline.model.rule.NftLine;
import org.hookline.model.rule.OptionWords;
import org.hookline.model.rule.RuleContext;

/**
 * Where a NAT target binds to.
 *
 * @param addresses empty keeps the address
 * @param ports empty lets the kernel keep or choose
 * @param base the port that is mapped to the first of {@code ports}, the following ones in step;
 *     empty without such a shift
 */
public record NatTo(
    Optional<AddressRange> addresses,
    Optional<PortRange> ports,
    Optional<PortRange> base,
    Set<NatFlag> flags) {

  /** iptables: "Need TCP, UDP, SCTP or DCCP with port specification". */
  static final Set<Protocol> WITH_PORTS =
      Set.of(Protocol.TCP, Protocol.UDP, Protocol.parse("sctp"), new Protocol(33));

  public NatTo {
    flags = Collections.unmodifiableSet(new TreeSet<>(flags));
  }

  public NatTo(Optional<AddressRange> addresses, Optional<PortRange> ports, boolean random) {
    this(addresses, ports, Optional.empty(), random ? Set.of(NatFlag.RANDOM) : Set.of());
  }

  /**
   * The options of DNAT or SNAT.
   *
   * @param where {@code --to-destination} or {@code --to-source}
   */
  static NatTo read(String where, OptionWords words) {
    NatTo to = new NatTo(Optional.empty(), Optional.empty(), false);
    Set<NatFlag> flags = new TreeSet<>();
    while (words.more()) {
      String option = words.option();
      if (option.equals(where)) {
        to = parse(words.value());
      } else {
        flags.add(flag(option));
      }
    }
    return new NatTo(to.addresses, to.ports, to.base, flags);
  }

  static NatFlag flag(String option) {
    for (NatFlag flag : NatFlag.values()) {
      if (flag.option().equals(option)) {
        return flag;
      }
    }
    throw OptionWords.unknown(option);
  }

  /**
   * Reads {@code 10.8.10.2}, {@code 10.8.10.2-10.8.10.9:80-90}, {@code :80}, {@code
   * 10.8.10.2:3000-3010/2000}, {@code [2001:db8::1]:80}.
   *
   * @throws Malformed {@code bad-address}, {@code bad-range} or {@code bad-port}
   */
  public static NatTo parse(String text) {
    EndpointText halves = EndpointText.parse(text);
    String addresses = halves.addresses();
    String ports = halves.ports().orElse("");
    int slash = ports.indexOf('/');
    String mapped = slash < 0 ? ports : ports.substring(0, slash);
    return new NatTo(
        addresses.isEmpty() ? Optional.empty() : Optional.of(AddressRange.parse(addresses)),
        mapped.isEmpty() ? Optional.empty() : Optional.of(PortRange.parse(mapped)),
        slash < 0 ? Optional.empty() : Optional.of(PortRange.parse(ports.substring(slash + 1))),
        Set.of());
  }

  /**
   * Binds as iptables says it; ports stand only in a rule for a protocol that has them.
   *
   * @param target {@code DNAT --to-destination} or {@code SNAT --to-source}
   */
  void iptables(String target, IptablesLine line) {
    line.target("-j " + target + " " + endpoint().iptables() + shift() + options(flags));
    addresses.ifPresent(a -> line.only(a.first().family()));
    ports.ifPresent(p -> line.needs(WITH_PORTS));
  }

  boolean ofIpv6() {
    return addresses.filter(a -> a.first().family() == Family.IPV6).isPresent();
  }

  List<Effect> source(RuleContext context) {
    return source(context, range());
  }

  Bind destination(RuleContext context) {
    return bind(context, false, range());
  }

  private NatRange range() {
    return new NatRange(
        addresses.map(a -> new NatRange.Span(a.first().low(), a.last().low())),
        ports.map(p -> new NatRange.Span(p.first(), p.last())),
        base.map(b -> (long) b.first()),
        traits(flags));
  }

  static Set<NatRange.Trait> traits(Set<NatFlag> flags) {
    Set<NatRange.Trait> traits = new TreeSet<>();
    flags.forEach(
        flag ->
            traits.add(
                flag == NatFlag.PERSISTENT ? NatRange.Trait.PERSISTENT : NatRange.Trait.RANDOM));
    return traits;
  }

  /** Binds the source, and writes down what observers want to know of it. */
  static List<Effect> source(RuleContext context, NatRange range) {
    List<Effect> effects = new ArrayList<>(context.bound(range));
    effects.add(bind(context, true, range));
    return List.copyOf(effects);
  }

  static Bind bind(RuleContext context, boolean source, NatRange range) {
    return new Bind(
        context.host(),
        source,
        range,
        context.choice("address", Choice.Kind.KERNEL, Choice.Span.CONNECTION, 32),
        context.choice("port", Choice.Kind.KERNEL, Choice.Span.CONNECTION, Bind.PORT_BITS));
  }

  /** {@code --random --persistent}, with a leading blank; nothing without flags. */
  static String options(Set<NatFlag> flags) {
    return flags.stream().map(f -> " " + f.option()).collect(Collectors.joining());
  }

  /** nft's words for the flags, with a leading blank. */
  static String words(Set<NatFlag> flags) {
    return flags.isEmpty()
        ? ""
        : " " + flags.stream().map(NatFlag::word).collect(Collectors.joining(","));
  }

  /** nft's own words for the flags, with a leading blank. */
  static String nftWords(Set<NatFlag> flags) {
    return words(flags).replace("random-fully", "fully-random");
  }

  /**
   * Binds as nft says it.
   *
   * @param verb {@code dnat} or {@code snat}
   */
  void nftables(String verb, NftLine line) {
    ports.ifPresent(p -> line.needs(WITH_PORTS));
    if (base.isPresent()) {
      line.speechless("ports that are mapped in step, beginning with " + base.get());
    }
    Family family = addresses.map(a -> a.first().family()).orElse(Family.IPV4);
    line.match(family, addresses.isEmpty() ? "" : line.place().only(family));
    String whose = addresses.isEmpty() ? "" : line.place().ofAddress(family);
    line.target(verb + " " + whose + "to " + endpoint() + nftWords(flags));
  }

  /** {@code 10.8.10.2}, {@code 10.8.10.2:80-90}, {@code :80}, {@code [2001:db8::1]:80}. */
  @Override
  public String toString() {
    return endpoint() + shift();
  }

  private Endpoint endpoint() {
    return new Endpoint(addresses, ports);
  }

  private String shift() {
    return base.map(b -> "/" + b).orElse("");
  }
}
