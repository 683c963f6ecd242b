package org.hookline.dsl.rules;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.eclipse.emf.ecore.EObject;
import org.eclipse.emf.ecore.EStructuralFeature;
import org.hookline.addr.Family;
import org.hookline.dsl.hookline.Announcement;
import org.hookline.dsl.hookline.CtAddressMatch;
import org.hookline.dsl.hookline.DaddrMatch;
import org.hookline.dsl.hookline.DnatTarget;
import org.hookline.dsl.hookline.EndpointAction;
import org.hookline.dsl.hookline.FromSelector;
import org.hookline.dsl.hookline.HooklinePackage;
import org.hookline.dsl.hookline.MaskedAddressMatch;
import org.hookline.dsl.hookline.NetmapPolicy;
import org.hookline.dsl.hookline.NetmapTarget;
import org.hookline.dsl.hookline.NextHopEntry;
import org.hookline.dsl.hookline.PacketRule;
import org.hookline.dsl.hookline.PolicyRuleEntry;
import org.hookline.dsl.hookline.PublishPolicy;
import org.hookline.dsl.hookline.RouteEntry;
import org.hookline.dsl.hookline.SaddrMatch;
import org.hookline.dsl.hookline.SnatPolicy;
import org.hookline.dsl.hookline.SnatTarget;
import org.hookline.dsl.hookline.ToSelector;
import org.hookline.dsl.hookline.WireExpectation;
import org.hookline.dsl.hookline.util.HooklineSwitch;
import org.hookline.dsl.word.Words;

/**
 * Addresses of IPv4 and of IPv6 in one rule, route or action: no packet has both. What a negated
 * match names may be of any family.
 */
final class MixedFamily implements TreeRule<EObject> {
  static final String CODE = "mixed-family";

  private static final HooklinePackage HKL = HooklinePackage.eINSTANCE;

  @Override
  public Class<EObject> type() {
    return EObject.class;
  }

  @Override
  public List<String> codes() {
    return List.of(CODE);
  }

  /** A part of an element with the families that it leaves possible; none says nothing. */
  private record Part(EObject element, EStructuralFeature feature, Set<Family> families) {}

  @Override
  public void check(EObject element, Findings findings) {
    Parts parts = new Parts();
    parts.doSwitch(element);
    Set<Family> left = EnumSet.allOf(Family.class);
    for (Part part : parts.found) {
      Family before = left.iterator().next();
      if (!part.families().isEmpty()) {
        left.retainAll(part.families());
      }
      if (left.isEmpty()) {
        findings
            .at(part.element(), part.feature())
            .error(
                CODE,
                "this is "
                    + part.families().iterator().next().word()
                    + ", and what it belongs to is "
                    + before.word(),
                "one family; write it once for each");
        return;
      }
    }
  }

  /** The parts of an element that is looked at as one, in the order of the text. */
  private static final class Parts extends HooklineSwitch<Boolean> {
    private final List<Part> found = new ArrayList<>();

    private boolean add(EObject element, EStructuralFeature feature, Set<Family> families) {
      return found.add(new Part(element, feature, families));
    }

    @Override
    public Boolean casePacketRule(PacketRule rule) {
      Rule inside = new Rule();
      rule.getMatches().forEach(inside::doSwitch);
      if (rule.getTarget() != null) {
        inside.doSwitch(rule.getTarget());
      }
      return true;
    }

    /** The parts of a packet rule. */
    private final class Rule extends HooklineSwitch<Boolean> {
      @Override
      public Boolean caseSaddrMatch(SaddrMatch match) {
        add(match, HKL.getSaddrMatch_Family(), WrittenFamilies.ofWord(match.getFamily()));
        return add(
            match,
            HKL.getSaddrMatch_Addresses(),
            match.isNegated() ? Set.of() : WrittenFamilies.of(match.getAddresses()));
      }

      @Override
      public Boolean caseDaddrMatch(DaddrMatch match) {
        add(match, HKL.getDaddrMatch_Family(), WrittenFamilies.ofWord(match.getFamily()));
        return add(
            match,
            HKL.getDaddrMatch_Addresses(),
            match.isNegated() ? Set.of() : WrittenFamilies.of(match.getAddresses()));
      }

      @Override
      public Boolean caseMaskedAddressMatch(MaskedAddressMatch match) {
        add(match, HKL.getMaskedAddressMatch_Mask(), WrittenFamilies.ofAddress(match.getMask()));
        return add(
            match,
            HKL.getMaskedAddressMatch_Network(),
            WrittenFamilies.ofAddress(match.getNetwork()));
      }

      @Override
      public Boolean caseCtAddressMatch(CtAddressMatch match) {
        return add(
            match,
            HKL.getCtAddressMatch_Prefix(),
            match.isNegated() ? Set.of() : WrittenFamilies.ofPrefix(match.getPrefix()));
      }

      @Override
      public Boolean caseDnatTarget(DnatTarget target) {
        return add(
            target,
            HKL.getDnatTarget_To(),
            WrittenFamilies.ofEndpoint(Words.ENDPOINT, target.getTo()));
      }

      @Override
      public Boolean caseSnatTarget(SnatTarget target) {
        return add(
            target,
            HKL.getSnatTarget_To(),
            WrittenFamilies.ofEndpoint(Words.ENDPOINT, target.getTo()));
      }

      @Override
      public Boolean caseNetmapTarget(NetmapTarget target) {
        return add(target, HKL.getNetmapTarget_To(), WrittenFamilies.ofPrefix(target.getTo()));
      }
    }

    @Override
    public Boolean casePublishPolicy(PublishPolicy policy) {
      add(policy, HKL.getPublishPolicy_Addresses(), WrittenFamilies.of(policy.getAddresses()));
      return add(
          policy,
          HKL.getPublishPolicy_To(),
          WrittenFamilies.ofEndpoint(Words.ENDPOINT, policy.getTo()));
    }

    @Override
    public Boolean caseSnatPolicy(SnatPolicy policy) {
      add(policy, HKL.getSnatPolicy_Sources(), WrittenFamilies.of(policy.getSources()));
      return add(
          policy,
          HKL.getSnatPolicy_To(),
          WrittenFamilies.ofEndpoint(Words.ENDPOINT, policy.getTo()));
    }

    @Override
    public Boolean caseNetmapPolicy(NetmapPolicy policy) {
      add(policy, HKL.getNetmapPolicy_Outer(), WrittenFamilies.ofPrefix(policy.getOuter()));
      return add(policy, HKL.getNetmapPolicy_Inner(), WrittenFamilies.ofPrefix(policy.getInner()));
    }

    /** A gateway of IPv6 is one of an IPv4 route only where it says so (RFC 5549). */
    @Override
    public Boolean caseRouteEntry(RouteEntry route) {
      boolean all = "default".equals(route.getDestination());
      add(
          route,
          HKL.getRouteEntry_Destination(),
          all ? Set.of(Family.IPV4) : WrittenFamilies.ofPrefix(route.getDestination()));
      add(route, HKL.getRouteEntry_Source(), WrittenFamilies.ofAddress(route.getSource()));
      for (NextHopEntry hop : route.getHops()) {
        if (!"inet6".equals(hop.getFamily())) {
          add(hop, HKL.getNextHopEntry_Via(), WrittenFamilies.ofAddress(hop.getVia()));
        }
      }
      return "inet6".equals(route.getFamily())
          || add(route, HKL.getRouteEntry_Via(), WrittenFamilies.ofAddress(route.getVia()));
    }

    @Override
    public Boolean casePolicyRuleEntry(PolicyRuleEntry rule) {
      HooklineSwitch<Boolean> selectors =
          new HooklineSwitch<>() {
            @Override
            public Boolean caseFromSelector(FromSelector from) {
              return add(
                  from, HKL.getFromSelector_Prefix(), WrittenFamilies.ofSelected(from.getPrefix()));
            }

            @Override
            public Boolean caseToSelector(ToSelector to) {
              return add(
                  to, HKL.getToSelector_Prefix(), WrittenFamilies.ofSelected(to.getPrefix()));
            }
          };
      rule.getSelectors().forEach(selectors::doSwitch);
      return true;
    }

    @Override
    public Boolean caseEndpointAction(EndpointAction action) {
      add(
          action,
          HKL.getEndpointAction_Source(),
          WrittenFamilies.ofEndpoint(Words.SOCKET, action.getSource()));
      return add(
          action,
          HKL.getEndpointAction_To(),
          WrittenFamilies.ofEndpoint(Words.SOCKET, action.getTo()));
    }

    @Override
    public Boolean caseWireExpectation(WireExpectation expectation) {
      add(
          expectation,
          HKL.getWireExpectation_Source(),
          WrittenFamilies.ofEndpoint(Words.SOCKET, expectation.getSource()));
      return add(
          expectation,
          HKL.getWireExpectation_Destination(),
          WrittenFamilies.ofEndpoint(Words.SOCKET, expectation.getDestination()));
    }

    @Override
    public Boolean caseAnnouncement(Announcement announcement) {
      add(
          announcement,
          HKL.getAnnouncement_Prefix(),
          WrittenFamilies.ofPrefix(announcement.getPrefix()));
      return add(
          announcement,
          HKL.getAnnouncement_Via(),
          WrittenFamilies.ofAddress(announcement.getVia()));
    }
  }
}
