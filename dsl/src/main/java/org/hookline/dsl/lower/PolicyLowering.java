package org.hookline.dsl.lower;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.hookline.addr.PortRange;
import org.hookline.dsl.hookline.AddressOperand;
import org.hookline.dsl.hookline.InterfaceOperand;
import org.hookline.dsl.hookline.MasqueradePolicy;
import org.hookline.dsl.hookline.NatPolicy;
import org.hookline.dsl.hookline.PublishPolicy;
import org.hookline.dsl.hookline.RedirectPolicy;
import org.hookline.dsl.hookline.SnatPolicy;
import org.hookline.dsl.hookline.util.HooklineSwitch;
import org.hookline.model.flow.Service;
import org.hookline.model.rule.Rule;
import org.hookline.model.rule.match.Daddr;
import org.hookline.model.rule.match.Iif;
import org.hookline.model.rule.match.Match;
import org.hookline.model.rule.match.Oif;
import org.hookline.model.rule.match.Ports;
import org.hookline.model.rule.match.ProtocolIs;
import org.hookline.model.rule.match.Saddr;
import org.hookline.model.rule.target.Dnat;
import org.hookline.model.rule.target.Masquerade;
import org.hookline.model.rule.target.Redirect;
import org.hookline.model.rule.target.Snat;
import org.hookline.model.rule.target.Target;
import org.hookline.source.Origin;

/** NAT policies as the plain rules that they stand for: nothing is magic. */
final class PolicyLowering extends HooklineSwitch<List<PolicyLowering.Placed>> {
  private final Origins origins;

  PolicyLowering(Origins origins) {
    this.origins = origins;
  }

  /** A rule with the built-in chain of table nat that it belongs to. */
  record Placed(String chain, Rule rule) {}

  /** One DNAT in PREROUTING for each protocol of the service; nothing in OUTPUT or FORWARD. */
  @Override
  public List<Placed> casePublishPolicy(PublishPolicy policy) {
    Target target = new Dnat(TargetLowering.natTo(policy.getTo(), false));
    List<Placed> rules = new ArrayList<>();
    for (Service service : Services.of(policy.getService())) {
      List<Match> matches = new ArrayList<>();
      matches.add(new Daddr(false, Operands.addresses(policy.getAddresses())));
      matches.addAll(service(service));
      rules.add(placed("PREROUTING", policy, matches, target));
    }
    return rules;
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
    List<Match> matches = new ArrayList<>();
    if (!all(service.sports())) {
      matches.add(new Ports(service.protocol(), Ports.End.SPORT, false, service.sports()));
    }
    if (!all(service.dports())) {
      matches.add(new Ports(service.protocol(), Ports.End.DPORT, false, service.dports()));
    }
    return matches.isEmpty() ? List.of(new ProtocolIs(false, service.protocol())) : matches;
  }

  private static boolean all(List<PortRange> ports) {
    return ports.contains(PortRange.ANY);
  }

  private Placed placed(String chain, NatPolicy policy, List<Match> matches, Target target) {
    Origin origin = origins.whole(policy);
    Optional<String> text = Optional.of(Origins.text(policy));
    return new Placed(chain, new Rule(List.copyOf(matches), target, text, origin));
  }
}
