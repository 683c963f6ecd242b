package org.hookline.dsl.ide.name;

import com.google.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.eclipse.emf.ecore.EObject;
import org.hookline.addr.Malformed;
import org.hookline.addr.Prefix;
import org.hookline.dsl.hookline.AddressProperty;
import org.hookline.dsl.hookline.HostDeclaration;
import org.hookline.dsl.hookline.InterfaceDeclaration;
import org.hookline.dsl.scoping.HostParts;
import org.hookline.dsl.scoping.VisibleFiles;
import org.hookline.dsl.word.Words;

/**
 * The addresses of interfaces as they are written, also in a text that describes no network yet.
 */
public final class WrittenAddresses {
  private final VisibleFiles files;
  private final HostParts hosts;

  @Inject
  WrittenAddresses(VisibleFiles files, HostParts hosts) {
    this.files = files;
    this.hosts = hosts;
  }

  /** One address with its prefix length. */
  public record Owned(HostDeclaration host, InterfaceDeclaration iface, Prefix prefix) {}

  /** All that are visible from a place, in the order of the text. */
  public List<Owned> visible(EObject place) {
    List<Owned> all = new ArrayList<>();
    for (HostDeclaration host : files.declarations(place, HostDeclaration.class)) {
      for (InterfaceDeclaration iface : hosts.interfaces(host, place)) {
        iface.getProperties().stream()
            .filter(AddressProperty.class::isInstance)
            .flatMap(property -> ((AddressProperty) property).getAddresses().stream())
            .flatMap(entry -> read(entry.getPrefix()).stream())
            .forEach(prefix -> all.add(new Owned(host, iface, prefix)));
      }
    }
    return all;
  }

  /** Those of the host that a place is in. */
  public List<Owned> here(EObject place) {
    Optional<HostDeclaration> host = hosts.hostOf(place);
    return visible(place).stream()
        .filter(owned -> host.filter(h -> h == owned.host()).isPresent())
        .toList();
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
