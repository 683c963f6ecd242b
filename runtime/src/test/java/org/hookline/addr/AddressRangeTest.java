package org.hookline.addr;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Ranges as prefixes. */
class AddressRangeTest {

  @ParameterizedTest
  @CsvSource({
    "10.0.0.0/8, 10.0.0.0/8",
    "10.0.0.1, 10.0.0.1",
    "0.0.0.0-255.255.255.255, 0.0.0.0/0",
    "10.0.0.1-10.0.0.6, 10.0.0.1 10.0.0.2/31 10.0.0.4/31 10.0.0.6",
    "10.0.0.255-10.0.1.0, 10.0.0.255 10.0.1.0",
    "255.255.255.254-255.255.255.255, 255.255.255.254/31",
  })
  void aRangeIsTheFewestPrefixesThatCoverIt(String range, String prefixes) {
    assertThat(AddressRange.parse(range).prefixes())
        .extracting(Prefix::toString)
        .containsExactly(prefixes.split(" "));
  }
}
