package org.hookline.dsl.ide.assist;

import com.google.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.eclipse.emf.ecore.EObject;
import org.hookline.addr.Malformed;
import org.hookline.addr.Prefix;
import org.hookline.dsl.hookline.AddressProperty;
import org.hookline.dsl.hookline.HostDeclaration;
import org.hookline.dsl.hookline.InterfaceDeclaration;
import org.hookline.dsl.ide.assist.WordProposals.Word;
import org.hookline.dsl.scoping.HostParts;
import org.hookline.dsl.scoping.VisibleFiles;
import org.hookline.dsl.word.Words;

/** Addresses that the text speaks of already. */
final class AddressProposals {
  private final VisibleFiles files;
  private final HostParts hosts;

  @Inject
  AddressProposals(VisibleFiles files, HostParts hosts) {
    this.files = files;
    this.hosts = hosts;
  }

  private record Owned(HostDeclaration host, InterfaceDeclaration iface, Prefix prefix) {
    Word word() {
      return new Word(prefix.address().toString(), iface.getName() + " of " + host.getName());
    }
  }

  /** Addresses of the host that the place is in; of all hosts outside of hosts. */
  Stream<Word> own(EObject place) {
    Optional<HostDeclaration> here = hosts.hostOf(place);
    return owned(place).stream()
        .filter(owned -> here.isEmpty() || owned.host() == here.get())
        .map(Owned::word);
  }

  /** Addresses of other hosts in the subnets of this one. */
  Stream<Word> reached(EObject place) {
    Optional<HostDeclaration> here = hosts.hostOf(place);
    List<Owned> all = owned(place);
    List<Prefix> subnets =
        all.stream()
            .filter(owned -> here.filter(h -> h == owned.host()).isPresent())
            .map(Owned::prefix)
            .toList();
    return all.stream()
        .filter(owned -> here.filter(h -> h == owned.host()).isEmpty())
        .filter(owned -> subnets.stream().anyMatch(s -> s.contains(owned.prefix().address())))
        .map(Owned::word);
  }

  /** Addresses of all hosts. */
  Stream<Word> all(EObject place) {
    return owned(place).stream().map(Owned::word);
  }

  /** The sysctls of each interface of the host. */
  Stream<String> perInterface(EObject place) {
    return hosts.hostOf(place).stream()
        .flatMap(host -> hosts.interfaces(host, place).stream())
        .filter(iface -> iface.getName() != null)
        .map(iface -> "net.ipv4.conf." + iface.getName().replace('.', '/') + ".")
        .flatMap(prefix -> Stream.of("rp_filter", "arp_ignore").map(prefix::concat));
  }

  private List<Owned> owned(EObject place) {
    List<Owned> all = new ArrayList<>();
    for (HostDeclaration host : files.declarations(place, HostDeclaration.class)) {
      for (InterfaceDeclaration iface : hosts.interfaces(host, place)) {
        iface.getProperties().stream()
            .filter(AddressProperty.class::isInstance)
            .flatMap(property -> ((AddressProperty) property).getAddresses().stream())
            .flatMap(word -> read(word).stream())
            .forEach(prefix -> all.add(new Owned(host, iface, prefix)));
      }
    }
    return all;
  }

  /** A word that is no address is another problem. */
  private static Optional<Prefix> read(String word) {
    try {
      return Optional.ofNullable(word).map(Words.PREFIX::read);
    } catch (Malformed malformed) {
      return Optional.empty();
    }
  }
}
