package org.hookline.dsl.lower;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.hookline.addr.AddressSet;
import org.hookline.addr.Prefix;
import org.hookline.dsl.hookline.AddressOperand;
import org.hookline.dsl.hookline.InterfaceOperand;
import org.hookline.dsl.hookline.MasqueradePolicy;
import org.hookline.dsl.hookline.NatPolicy;
import org.hookline.dsl.hookline.NetmapPolicy;
import org.hookline.dsl.hookline.PublishPolicy;
import org.hookline.dsl.hookline.RedirectPolicy;
import org.hookline.dsl.hookline.SnatPolicy;
import org.hookline.dsl.hookline.util.HooklineSwitch;
import org.hookline.dsl.word.Words;
import org.hookline.model.flow.Service;
import org.hookline.model.iface.Interface;
import org.hookline.model.rule.Rule;
import org.hookline.model.rule.TableName;
import org.hookline.model.rule.match.Daddr;
import org.hookline.model.rule.match.Iif;
import org.hookline.model.rule.match.Match;
import org.hookline.model.rule.match.Oif;
import org.hookline.model.rule.match.Saddr;
import org.hookline.model.rule.target.Accept;
import org.hookline.model.rule.target.Dnat;
import org.hookline.model.rule.target.Masquerade;
import org.hookline.model.rule.target.NatTo;
import org.hookline.model.rule.target.Netmap;
import org.hookline.model.rule.target.Redirect;
import org.hookline.model.rule.target.Snat;
import org.hookline.model.rule.target.Target;

/** NAT policies as the plain rules that they stand for: nothing is magic. */
final class PolicyLowering extends HooklineSwitch<List<PolicyLowering.Placed>> {
  private final List<Interface> interfaces;
  private final Origins origins;

  /**
   * @param interfaces of the host, finished
   */
  PolicyLowering(List<Interface> interfaces, Origins origins) {
    this.interfaces = interfaces;
    this.origins = origins;
  }

  /** A rule with the built-in chain that it belongs to. */
  record Placed(TableName table, String chain, Rule rule) {}

  /**
   * One DNAT in PREROUTING for each protocol of the service, and only what is written besides: the
   * same DNAT in OUTPUT ({@code from-host}), a masquerade for clients in the server's own subnets
   * ({@code hairpin}), and room in FORWARD both ways ({@code open}).
   */
  @Override
  public List<Placed> casePublishPolicy(PublishPolicy policy) {
    NatTo to = TargetLowering.natTo(policy.getTo(), false);
    List<Placed> rules = new ArrayList<>();
    for (Service service : Services.of(policy.getService())) {
      List<Match> matches = new ArrayList<>();
      matches.add(new Daddr(false, Operands.addresses(policy.getAddresses())));
      matches.addAll(service(service));
      rules.add(placed("PREROUTING", policy, matches, new Dnat(to)));
      if (policy.isFromHost()) {
        rules.add(placed("OUTPUT", policy, matches, new Dnat(to)));
      }
      Published published = new Published(service, to);
      if (policy.isHairpin()) {
        published
            .hairpin(interfaces)
            .map(
                match ->
                    placed("POSTROUTING", policy, match, new Masquerade(Optional.empty(), false)))
            .ifPresent(rules::add);
      }
      if (policy.isOpen()) {
        rules.add(opened(policy, published.towards()));
        rules.add(opened(policy, published.back()));
      }
    }
    return rules;
  }

  private Placed opened(NatPolicy policy, List<Match> matches) {
    return new Placed(TableName.FILTER, "FORWARD", rule(policy, matches, new Accept()));
  }

  /** Networks changed for one another, address by address, in both directions. */
  @Override
  public List<Placed> caseNetmapPolicy(NetmapPolicy policy) {
    Prefix outer = Words.PREFIX.read(policy.getOuter());
    Prefix inner = Words.PREFIX.read(policy.getInner());
    List<Match> in = new ArrayList<>();
    List<Match> out = new ArrayList<>();
    in.add(new Daddr(false, AddressSet.ofPrefixes(List.of(outer))));
    out.add(new Saddr(false, AddressSet.ofPrefixes(List.of(inner))));
    iface(policy.getIface()).map(name -> new Iif(false, name)).ifPresent(in::add);
    iface(policy.getIface()).map(name -> new Oif(false, name)).ifPresent(out::add);
    return List.of(
        placed("PREROUTING", policy, in, new Netmap(inner)),
        placed("POSTROUTING", policy, out, new Netmap(outer)));
  }

  @Override
  public List<Placed> caseSnatPolicy(SnatPolicy policy) {
    Target target = new Snat(TargetLowering.natTo(policy.getTo(), policy.isRandom()));
    List<Match> matches = leaving(policy.getSources(), policy.getIface());
    return List.of(placed("POSTROUTING", policy, matches, target));
  }

  @Override
  public List<Placed> caseMasqueradePolicy(MasqueradePolicy policy) {
    Target target = new Masquerade(TargetLowering.ports(policy.getPorts()), policy.isRandom());
    List<Match> matches = leaving(policy.getSources(), policy.getIface());
    return List.of(placed("POSTROUTING", policy, matches, target));
  }

  @Override
  public List<Placed> caseRedirectPolicy(RedirectPolicy policy) {
    Target target = new Redirect(TargetLowering.ports(policy.getPorts()));
    List<Placed> rules = new ArrayList<>();
    for (Service service : Services.of(policy.getService())) {
      List<Match> matches = new ArrayList<>();
      sources(policy.getSources()).ifPresent(matches::add);
      iface(policy.getIface()).map(name -> new Iif(false, name)).ifPresent(matches::add);
      matches.addAll(service(service));
      rules.add(placed("PREROUTING", policy, matches, target));
    }
    return rules;
  }

  private static List<Match> leaving(AddressOperand sources, InterfaceOperand iface) {
    List<Match> matches = new ArrayList<>();
    sources(sources).ifPresent(matches::add);
    iface(iface).map(name -> new Oif(false, name)).ifPresent(matches::add);
    return matches;
  }

  private static Optional<Match> sources(AddressOperand sources) {
    return Optional.ofNullable(sources).map(s -> new Saddr(false, Operands.addresses(s)));
  }

  private static Optional<String> iface(InterfaceOperand iface) {
    return Optional.ofNullable(iface).map(Operands::iface);
  }

  private static List<Match> service(Service service) {
    return Published.ports(service.protocol(), service.sports(), service.dports());
  }

  private Placed placed(String chain, NatPolicy policy, List<Match> matches, Target target) {
    return new Placed(TableName.NAT, chain, rule(policy, matches, target));
  }

  private Rule rule(NatPolicy policy, List<Match> matches, Target target) {
    Optional<String> text = Optional.of(Origins.text(policy));
    return new Rule(List.copyOf(matches), target, text, origins.whole(policy));
  }
}
