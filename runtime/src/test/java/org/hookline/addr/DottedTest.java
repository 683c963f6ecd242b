package org.hookline.addr;

import static org.assertj.core.api.Assertions.assertThat;

import inet.ipaddr.IPAddressString;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DottedTest {

  @Test
  void readsWhatTheLibraryReads() {
    Random random = new Random(20261201);
    for (int i = 0; i < 2_000; i++) {
      Address address = Address.ipv4(random.nextLong());
      long read = Dotted.read(address.toString());
      assertThat(read).as("seed 20261201, %s", address).isEqualTo(address.low());
      assertThat(new IPAddressString(address.toString()).getAddress().getValue().longValue())
          .isEqualTo(read);
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        ".",
        "...",
        "1.2.3",
        "1.2.3.",
        ".1.2.3",
        "1..2.3",
        "1.2.3.4.5",
        "1.2.3.256",
        "01.2.3.4",
        "1.2.3.04",
        "1.2.3.0004",
        "1.2.3.-4",
        "+1.2.3.4",
        "1.2.3.4 ",
        " 1.2.3.4",
        "1.2.3.٤",
        "::1",
        "1.2.3.4/24",
        "a.b.c.d"
      })
  void leavesEverythingElseToTheLibrary(String text) {
    assertThat(Dotted.read(text)).isEqualTo(Dotted.NONE);
  }
}
