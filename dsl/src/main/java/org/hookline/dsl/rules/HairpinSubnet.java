package org.hookline.dsl.rules;

import com.google.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.eclipse.xtext.EcoreUtil2;
import org.hookline.addr.AddressRange;
import org.hookline.addr.Endpoint;
import org.hookline.addr.Prefix;
import org.hookline.dsl.hookline.AddressProperty;
import org.hookline.dsl.hookline.HostElement;
import org.hookline.dsl.hookline.InterfaceAddressEntry;
import org.hookline.dsl.hookline.InterfaceAmendment;
import org.hookline.dsl.hookline.InterfaceDeclaration;
import org.hookline.dsl.hookline.InterfaceProperty;
import org.hookline.dsl.hookline.PublishPolicy;
import org.hookline.dsl.hookline.util.HooklineSwitch;
import org.hookline.dsl.scoping.HostParts;
import org.hookline.dsl.word.Words;

/** A hairpin to a server that no client can be beside: no interface has a subnet with it. */
final class HairpinSubnet implements TreeRule<PublishPolicy> {
  static final String CODE = "hairpin-subnet";

  private final HostParts hosts;

  @Inject
  HairpinSubnet(HostParts hosts) {
    this.hosts = hosts;
  }

  @Override
  public Class<PublishPolicy> type() {
    return PublishPolicy.class;
  }

  @Override
  public List<String> codes() {
    return List.of(CODE);
  }

  @Override
  public void check(PublishPolicy policy, Findings findings) {
    Optional<AddressRange> server =
        Readable.word(Words.ENDPOINT, policy.getTo()).flatMap(Endpoint::addresses);
    if (!policy.isHairpin() || server.isEmpty()) {
      return;
    }
    boolean beside =
        hosts.hostOf(policy).stream()
            .flatMap(host -> subnets(hosts.elements(host, policy)).stream())
            .anyMatch(s -> s.contains(server.get().first()) && s.contains(server.get().last()));
    if (!beside) {
      findings
          .at(policy)
          .error(
              CODE,
              "no interface has a subnet with "
                  + server.get()
                  + ", so there is no client beside it",
              "a server in a subnet of this host, or no hairpin");
    }
  }

  private static List<Prefix> subnets(List<HostElement> elements) {
    List<Prefix> subnets = new ArrayList<>();
    HooklineSwitch<Boolean> parts =
        new HooklineSwitch<>() {
          @Override
          public Boolean caseInterfaceDeclaration(InterfaceDeclaration iface) {
            return subnets.addAll(of(iface.getProperties()));
          }

          @Override
          public Boolean caseInterfaceAmendment(InterfaceAmendment iface) {
            return subnets.addAll(of(iface.getProperties()));
          }
        };
    elements.forEach(parts::doSwitch);
    return subnets;
  }

  private static List<Prefix> of(List<InterfaceProperty> properties) {
    return EcoreUtil2.typeSelect(properties, AddressProperty.class).stream()
        .flatMap(property -> property.getAddresses().stream())
        .flatMap(entry -> subnet(entry).stream())
        .toList();
  }

  private static Optional<Prefix> subnet(InterfaceAddressEntry entry) {
    String word = entry.getPeer() == null ? entry.getPrefix() : entry.getPeer();
    return Readable.word(Words.PREFIX, word);
  }
}
