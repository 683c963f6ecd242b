package org.hookline.agree;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.hookline.addr.Address;
import org.hookline.addr.AddressRange;
import org.hookline.addr.AddressSet;
import org.hookline.addr.MaskedMark;
import org.hookline.addr.PortRange;
import org.hookline.addr.Prefix;
import org.hookline.addr.Protocol;

/**
 * Chance, with a taste for what a network already speaks of: few addresses, ports and marks, so
 * that rules of different hosts meet in the same packets.
 */
final class Pool {
  static final int[] PORTS = {22, 53, 80, 443, 511, 512, 1023, 1024, 8080, 50000, 50100};

  private final SplittableRandom random;
  private final List<Address> addresses = new ArrayList<>();

  private final List<Service> services = new ArrayList<>();

  /** Somebody who answers. */
  record Service(Address address, Protocol protocol, PortRange ports) {}

  Pool(long seed) {
    random = new SplittableRandom(seed);
    addresses.add(Address.parse("8.8.8.8"));
    addresses.add(Address.parse("51.9.9.9"));
    addresses.add(Address.parse("10.99.0.1"));
  }

  void know(Address address) {
    addresses.add(address);
  }

  void know(Service service) {
    services.add(service);
  }

  Service service() {
    return any(services);
  }

  /** From 0 to {@code bound - 1}. */
  int below(int bound) {
    return random.nextInt(bound);
  }

  /** True once in so many times. */
  boolean onceIn(int times) {
    return random.nextInt(times) == 0;
  }

  long seed() {
    return random.nextLong();
  }

  @SafeVarargs
  final <T> T any(T... some) {
    return some[random.nextInt(some.length)];
  }

  <T> T any(List<T> some) {
    return some.get(random.nextInt(some.size()));
  }

  Address address() {
    return any(addresses);
  }

  /** A prefix around a known address, long ones more often. */
  Prefix prefix() {
    int length = any(32, 32, 32, 24, 24, 25, 31, 30, 16, 8, 1, 0);
    return new Prefix(address(), length).network();
  }

  AddressSet addressSet() {
    if (onceIn(5)) {
      Address first = address();
      return AddressSet.of(new AddressRange(first, first.plus(below(9))));
    }
    return AddressSet.of(prefix().range());
  }

  int port() {
    return PORTS[random.nextInt(PORTS.length)];
  }

  PortRange ports() {
    int first = port();
    return onceIn(2) ? PortRange.of(first) : new PortRange(first, first + below(200));
  }

  /** Few bits, so that marks of different rules overlap. */
  MaskedMark mark() {
    return new MaskedMark(below(8), any(MaskedMark.ALL, MaskedMark.ALL, 1L, 2L, 3L, 6L, 7L));
  }

  /** A mark to be matched; bits outside the mask never match. */
  MaskedMark matchedMark() {
    MaskedMark mark = mark();
    return onceIn(20) ? mark : new MaskedMark(mark.value() & mark.mask(), mark.mask());
  }
}
