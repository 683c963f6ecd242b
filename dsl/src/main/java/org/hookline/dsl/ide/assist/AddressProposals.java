package org.hookline.dsl.ide.assist;

import com.google.inject.Inject;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.eclipse.emf.ecore.EObject;
import org.hookline.dsl.hookline.HostDeclaration;
import org.hookline.dsl.ide.assist.WordProposals.Word;
import org.hookline.dsl.ide.name.WrittenAddresses;
import org.hookline.dsl.ide.name.WrittenAddresses.Owned;
import org.hookline.dsl.scoping.HostParts;

/** Addresses that the text speaks of already. */
final class AddressProposals {
  private final WrittenAddresses addresses;
  private final HostParts hosts;

  @Inject
  AddressProposals(WrittenAddresses addresses, HostParts hosts) {
    this.addresses = addresses;
    this.hosts = hosts;
  }

  /** Addresses of the host that the place is in; of all hosts outside of hosts. */
  Stream<Word> own(EObject place) {
    boolean inside = hosts.hostOf(place).isPresent();
    return (inside ? addresses.here(place) : addresses.visible(place))
        .stream().map(AddressProposals::word);
  }

  /** Addresses of other hosts in the subnets of this one. */
  Stream<Word> reached(EObject place) {
    Optional<HostDeclaration> here = hosts.hostOf(place);
    List<Owned> own = addresses.here(place);
    return addresses.visible(place).stream()
        .filter(owned -> here.filter(h -> h == owned.host()).isEmpty())
        .filter(owned -> own.stream().anyMatch(o -> o.prefix().contains(owned.prefix().address())))
        .map(AddressProposals::word);
  }

  /** Addresses of all hosts. */
  Stream<Word> all(EObject place) {
    return addresses.visible(place).stream().map(AddressProposals::word);
  }

  /** The sysctls of each interface of the host. */
  Stream<String> perInterface(EObject place) {
    return hosts.hostOf(place).stream()
        .flatMap(host -> hosts.interfaces(host, place).stream())
        .filter(iface -> iface.getName() != null)
        .map(iface -> "net.ipv4.conf." + iface.getName().replace('.', '/') + ".")
        .flatMap(prefix -> Stream.of("rp_filter", "arp_ignore").map(prefix::concat));
  }

  private static Word word(Owned owned) {
    return new Word(
        owned.prefix().address().toString(),
        owned.iface().getName() + " of " + owned.host().getName());
  }
}
