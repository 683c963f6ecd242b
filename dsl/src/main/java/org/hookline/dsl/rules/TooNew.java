package org.hookline.dsl.rules;

import static java.util.Map.entry;

import com.google.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import org.eclipse.emf.ecore.EClass;
import org.eclipse.emf.ecore.EObject;
import org.eclipse.emf.ecore.EStructuralFeature;
import org.eclipse.xtext.EcoreUtil2;
import org.hookline.dsl.hookline.HooklinePackage;
import org.hookline.dsl.hookline.HostDeclaration;
import org.hookline.dsl.hookline.Kernel;
import org.hookline.dsl.scoping.HostParts;
import org.hookline.dsl.word.Words;
import org.hookline.kernel.Behaviour;
import org.hookline.kernel.Behaviours;
import org.hookline.kernel.KernelVersion;

/** Something that the host's kernel does not know yet, so that the tools refuse it there. */
final class TooNew implements TreeRule<EObject> {
  static final String CODE = "too-new";

  private static final HooklinePackage HKL = HooklinePackage.eINSTANCE;

  /** Elements that are new as a whole. */
  private static final Map<EClass, Behaviour> ELEMENTS =
      Map.ofEntries(
          entry(HKL.getUidrangeSelector(), Behaviours.RULES_BY_USER),
          entry(HKL.getIpprotoSelector(), Behaviours.RULES_BY_PORT),
          entry(HKL.getSportSelector(), Behaviours.RULES_BY_PORT),
          entry(HKL.getDportSelector(), Behaviours.RULES_BY_PORT),
          entry(HKL.getVrfVerdict(), Behaviours.RULES_OF_VRFS),
          entry(HKL.getReversePathMatch(), Behaviours.REVERSE_PATH_MATCH),
          entry(HKL.getPortVlan(), Behaviours.VLANS_OF_PORTS),
          entry(HKL.getNoVlans(), Behaviours.VLANS_OF_PORTS),
          entry(HKL.getUsualVlan(), Behaviours.USUAL_VLANS),
          entry(HKL.getNftTableBlock(), Behaviours.TABLES_OF_NFT));

  /** Parts that are new where they are written in a certain way. */
  private static final Map<EStructuralFeature, Part> PARTS =
      Map.ofEntries(
          entry(HKL.getLookupVerdict_Suppress(), new Part(Behaviours.SUPPRESSING_RULES, w -> true)),
          entry(HKL.getLookupVerdict_Group(), new Part(Behaviours.SUPPRESSING_RULES, w -> true)),
          entry(HKL.getRouteEntry_Family(), new Part(Behaviours.GATEWAYS_OF_IPV6, "inet6"::equals)),
          entry(
              HKL.getNextHopEntry_Family(), new Part(Behaviours.GATEWAYS_OF_IPV6, "inet6"::equals)),
          entry(HKL.getIptablesProgram_Tool(), new Part(Behaviours.TABLES_OF_NFT, "nft"::equals)),
          entry(HKL.getPortFlag_Flag(), new Part(Behaviours.ISOLATED_PORTS, "isolated"::equals)),
          entry(
              HKL.getSwitchProperty_Flag(),
              new Part(Behaviours.VLANS_OF_PORTS, "vlan_filtering"::equals)),
          entry(HKL.getDnatTarget_To(), new Part(Behaviours.SHIFTED_PORTS, w -> w.contains("/"))),
          entry(HKL.getSnatTarget_Flags(), new Part(Behaviours.RANDOM_FULLY, TooNew::fully)),
          entry(HKL.getDnatTarget_Flags(), new Part(Behaviours.RANDOM_FULLY, TooNew::fully)),
          entry(HKL.getMasqueradeTarget_Flags(), new Part(Behaviours.RANDOM_FULLY, TooNew::fully)),
          entry(HKL.getRedirectTarget_Flags(), new Part(Behaviours.RANDOM_FULLY, TooNew::fully)));

  private final HostParts hosts;

  @Inject
  TooNew(HostParts hosts) {
    this.hosts = hosts;
  }

  /** A part that is new if its word is such a one. */
  private record Part(Behaviour behaviour, Predicate<String> word) {}

  private static boolean fully(String words) {
    return words.contains("random-fully");
  }

  @Override
  public Class<EObject> type() {
    return EObject.class;
  }

  @Override
  public List<String> codes() {
    return List.of(CODE);
  }

  @Override
  public void check(EObject element, Findings findings) {
    Behaviour whole = ELEMENTS.get(element.eClass());
    if (whole != null) {
      kernel(element, whole).ifPresent(k -> say(findings.at(element), whole, k));
    }
    for (EStructuralFeature feature : element.eClass().getEAllStructuralFeatures()) {
      Part part = PARTS.get(feature);
      Object value = part == null ? null : element.eGet(feature);
      if (value != null && part.word().test(value.toString())) {
        kernel(element, part.behaviour())
            .ifPresent(k -> say(findings.at(element, feature), part.behaviour(), k));
      }
    }
  }

  private static void say(Findings.Place place, Behaviour behaviour, KernelVersion kernel) {
    place.error(
        CODE,
        "kernel " + kernel + " does not know this: " + behaviour.what(),
        "kernel " + behaviour.since() + " or newer");
  }

  /** The kernel of the host, if it is older than this. */
  private Optional<KernelVersion> kernel(EObject element, Behaviour behaviour) {
    Optional<HostDeclaration> host = hosts.hostOf(element);
    return host.stream()
        .flatMap(h -> EcoreUtil2.typeSelect(hosts.elements(h, element), Kernel.class).stream())
        .reduce((first, later) -> later)
        .flatMap(kernel -> Readable.word(Words.KERNEL, kernel.getVersion()))
        .filter(version -> !version.atLeast(behaviour.since()));
  }
}
