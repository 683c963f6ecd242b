package org.hookline.model;

import static org.assertj.core.api.Assertions.assertThat;

import org.hookline.addr.Address;
import org.hookline.testing.NetworkDraft;
import org.junit.jupiter.api.Test;

/** Who can be behind an interface that is on no segment. */
class OutsideAddressesTest {
  private final NetworkDraft draft = new NetworkDraft();

  private boolean wan(String address) {
    return draft.done().outsideAddresses(new Port("r", "wan")).contains(Address.parse(address));
  }

  private void router() {
    draft.host("r").iface("wan", "203.0.113.5/24").iface("lan", "192.168.1.1/24");
  }

  @Test
  void neighboursAreThereAndTheRestOfTheWorldWithItsPrivateNetworks() {
    router();
    assertThat(wan("203.0.113.77")).isTrue();
    assertThat(wan("8.8.8.8")).isTrue();
    assertThat(wan("172.16.0.9")).isTrue();
  }

  @Test
  void whoIsBehindAnotherInterfaceIsNotThere() {
    router();
    assertThat(wan("192.168.1.77")).isFalse();
  }

  @Test
  void nobodyHasAnAddressOfAHostOrABroadcastAddressOrOneThatIsNoHosts() {
    router();
    assertThat(wan("203.0.113.5")).isFalse();
    assertThat(wan("203.0.113.255")).isFalse();
    assertThat(wan("224.0.0.1")).isFalse();
    assertThat(wan("127.0.0.1")).isFalse();
  }

  @Test
  void theLongerOfTwoPrefixesSaysWhereAnAddressIs() {
    draft.host("r").iface("wan", "10.0.0.1/8").iface("lan", "10.9.0.1/16");
    assertThat(wan("10.1.0.7")).isTrue();
    assertThat(wan("10.9.0.7")).isFalse();
    assertThat(
            draft.done().outsideAddresses(new Port("r", "lan")).contains(Address.parse("10.9.0.7")))
        .isTrue();
  }
}
