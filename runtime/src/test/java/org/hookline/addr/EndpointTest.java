package org.hookline.addr;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Addresses with ports, of both families. */
class EndpointTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "10.8.10.2",
        "10.8.10.2:80",
        "10.8.10.2-10.8.10.9:80-90",
        ":80-90",
        "2001:db8::1",
        "2001:db8::1-2001:db8::9",
        "[2001:db8::1]:80",
        "[2001:db8::1]-[2001:db8::9]:80-90",
      })
  void anEndpointIsWrittenAsItWasRead(String text) {
    assertThat(Endpoint.parse(text)).hasToString(text);
  }

  @ParameterizedTest
  @CsvSource({
    "[2001:db8::1], 2001:db8::1",
    "[2001:db8:0::1]:080, [2001:db8::1]:80",
    "[2001:db8::1-2001:db8::9]:80, [2001:db8::1]-[2001:db8::9]:80",
    "[2001:db8::1]-[2001:db8::9], 2001:db8::1-2001:db8::9",
  })
  void otherSpellingsAreTheSameEndpoint(String text, String usual) {
    assertThat(Endpoint.parse(text)).isEqualTo(Endpoint.parse(usual)).hasToString(usual);
  }

  @ParameterizedTest
  @CsvSource({
    "10.8.10.2-10.8.10.9:80, 10.8.10.2-10.8.10.9:80",
    "2001:db8::1-2001:db8::9, 2001:db8::1-2001:db8::9",
    "[2001:db8::1]:80, [2001:db8::1]:80",
    "[2001:db8::1]-[2001:db8::9]:80, [2001:db8::1-2001:db8::9]:80",
    ":80, :80",
  })
  void ip6tablesHasARangeBetweenOnePairOfBrackets(String text, String iptables) {
    assertThat(Endpoint.parse(text).iptables()).isEqualTo(iptables);
    assertThat(Endpoint.parse(iptables)).isEqualTo(Endpoint.parse(text));
  }

  @ParameterizedTest
  @CsvSource({
    "[2001:db8::1, bad-address, IPv6 address in brackets",
    "2001:db8::1]:80, bad-address, IPv6 address in brackets",
    "[10.0.0.1]:80, bad-address, IPv6 address in brackets",
    "[]:80, bad-address, IPv6 address in brackets",
    "[2001:db8::1]80, bad-address, IPv6 address in brackets",
    "[2001:db8::x]:80, bad-address, 2001:db8::x",
    "[2001:db8::9]-[2001:db8::1]:80, bad-range, 2001:db8::9",
    "[2001:db8::1]:, bad-port, port",
    "[2001:db8::1]:70000, bad-port, 70000",
    "10.0.0.1:, bad-port, port",
  })
  void anEndpointThatCannotBeReadSaysWhy(String text, String code, String words) {
    assertThatThrownBy(() -> Endpoint.parse(text))
        .isInstanceOfSatisfying(
            Malformed.class, malformed -> assertThat(malformed.code()).isEqualTo(code))
        .hasMessageContaining(words);
  }
}
