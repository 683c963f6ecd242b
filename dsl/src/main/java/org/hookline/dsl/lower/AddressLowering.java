package org.hookline.dsl.lower;

import java.util.Optional;
import org.hookline.addr.Prefix;
import org.hookline.dsl.hookline.InterfaceAddressEntry;
import org.hookline.dsl.word.Words;
import org.hookline.model.iface.InterfaceAddress;
import org.hookline.source.Origin;

/** An address of an interface with what iproute2 takes behind it. */
final class AddressLowering {
  private AddressLowering() {}

  static InterfaceAddress lower(InterfaceAddressEntry entry, Origin origin) {
    Prefix prefix = Words.PREFIX.read(entry.getPrefix());
    return new InterfaceAddress(
        prefix,
        Optional.ofNullable(entry.getPeer()).map(Words.PREFIX::read),
        Optional.ofNullable(entry.getBroadcast()).map(Words.ADDRESS::read),
        Optional.ofNullable(entry.getScope())
            .map(Words.SCOPE::read)
            .orElseGet(() -> InterfaceAddress.usual(prefix)),
        Optional.ofNullable(entry.getLabel()),
        entry.isNoPrefixRoute(),
        origin);
  }
}
