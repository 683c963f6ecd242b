package org.hookline.dsl.rules;

import java.util.List;
import java.util.Optional;
import org.eclipse.emf.ecore.EObject;
import org.eclipse.emf.ecore.EStructuralFeature;
import org.hookline.addr.Address;
import org.hookline.addr.Family;
import org.hookline.addr.Prefix;
import org.hookline.dsl.hookline.HooklinePackage;
import org.hookline.dsl.hookline.InterfaceAddressEntry;
import org.hookline.dsl.hookline.InterfaceAmendment;
import org.hookline.dsl.hookline.InterfaceDeclaration;
import org.hookline.dsl.word.Words;

/**
 * Parts of an interface's address that do not fit one another.
 *
 * <p>iproute2: ip/ipaddress.c ipaddr_modify()
 */
final class AddressShape implements TreeRule<InterfaceAddressEntry> {
  static final String CODE = "address-shape";

  private static final HooklinePackage HKL = HooklinePackage.eINSTANCE;
  private static final int LABEL = 15;

  @Override
  public Class<InterfaceAddressEntry> type() {
    return InterfaceAddressEntry.class;
  }

  @Override
  public List<String> codes() {
    return List.of(CODE);
  }

  @Override
  public void check(InterfaceAddressEntry entry, Findings findings) {
    Optional<Prefix> own = Readable.word(Words.PREFIX, entry.getPrefix());
    Optional<Prefix> peer = Readable.word(Words.PREFIX, entry.getPeer());
    Optional<Address> broadcast = Readable.word(Words.ADDRESS, entry.getBroadcast());
    if (own.isEmpty()) {
      return;
    }
    Family family = own.get().family();
    if (peer.isPresent() && entry.getPrefix().indexOf('/') >= 0) {
      say(
          findings,
          entry,
          HKL.getInterfaceAddressEntry_Prefix(),
          "an address with a peer has no prefix length of its own",
          own.get().address() + " peer " + entry.getPeer());
    }
    if (peer.filter(p -> p.family() != family).isPresent()) {
      say(
          findings,
          entry,
          HKL.getInterfaceAddressEntry_Peer(),
          "the two ends of a link have addresses of one family",
          "another " + family.word() + " address");
    }
    if (broadcast.isPresent()
        && (family == Family.IPV6 || broadcast.get().family() == Family.IPV6)) {
      say(
          findings,
          entry,
          HKL.getInterfaceAddressEntry_Broadcast(),
          "IPv6 has no broadcast addresses",
          "take it away");
    }
    label(entry, findings);
  }

  private static void label(InterfaceAddressEntry entry, Findings findings) {
    String name = iface(entry.eContainer().eContainer());
    String label = entry.getLabel();
    boolean fits = label == null || name == null || label.startsWith(name);
    if (!fits || (label != null && label.length() > LABEL)) {
      say(
          findings,
          entry,
          HKL.getInterfaceAddressEntry_Label(),
          "a label begins with the interface's name and has at most " + LABEL + " characters",
          name + ":1");
    }
  }

  private static String iface(EObject element) {
    return element instanceof InterfaceDeclaration declaration
        ? declaration.getName()
        : ((InterfaceAmendment) element).getIface().getName();
  }

  private static void say(
      Findings findings,
      InterfaceAddressEntry entry,
      EStructuralFeature feature,
      String message,
      String hint) {
    findings.at(entry, feature).error(CODE, message, hint);
  }
}
