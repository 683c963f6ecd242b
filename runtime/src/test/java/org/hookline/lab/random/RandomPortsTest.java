package org.hookline.lab.random;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Numbers that the kernel drew. */
class RandomPortsTest {

  private static String classified(String rule, String line) {
    JsonObject played =
        JsonParser.parseString(
                """
                {"r": {"iptables": ["%s"], "listen": ["tcp 0.0.0.0:80"]},
                 "probes": [{"sport": 40000, "dport": 53, "out": {"wire": ["%s"]}}]}
                """
                    .formatted(rule, line))
            .getAsJsonObject();
    RandomPorts.classify(played);
    return played
        .getAsJsonArray("probes")
        .get(0)
        .getAsJsonObject()
        .getAsJsonObject("out")
        .getAsJsonArray("wire")
        .get(0)
        .getAsString();
  }

  @ParameterizedTest
  @CsvSource({
    "40000, 40000",
    "80, 80",
    "53, 53",
    "45003, R45000-45015",
    "300, <512",
    "700, <1024",
    "50000, >=1024"
  })
  void knownPortsStayAndOthersBecomeClasses(int port, String word) {
    String rule = "-A POSTROUTING -j MASQUERADE --to-ports 45000-45015";
    assertThat(classified(rule, "out eth0 tcp 10.0.0.1:" + port + " 10.0.0.2:80 S 64"))
        .isEqualTo("out eth0 tcp 10.0.0.1:" + word + " 10.0.0.2:80 S 64");
  }

  @ParameterizedTest
  @CsvSource({
    "SNAT --to-source 10.0.0.9:7777-7778, 7778, R7777-7778",
    "SNAT --to-source 10.0.0.9:7777, 7777, 7777",
    "MASQUERADE --to-ports 7777-7778 --random, 7777, R7777-7778",
    "REDIRECT --to-ports 7777-7778 --random, 7778, R7777-7778",
    "REDIRECT --to-ports 7777-7778, 7778, 7778"
  })
  void theEndsOfARangeAreKnownOnlyWhereNothingIsDrawn(String target, int port, String word) {
    assertThat(classified("-A X -j " + target, "out eth0 tcp 10.0.0.1:" + port + " 10.0.0.2:80"))
        .isEqualTo("out eth0 tcp 10.0.0.1:" + word + " 10.0.0.2:80");
  }

  @Test
  void identifiersOfEchoRequestsAreAny() {
    assertThat(classified("", "out eth0 icmp 10.0.0.1 10.0.0.2 8/0:777 64"))
        .isEqualTo("out eth0 icmp 10.0.0.1 10.0.0.2 8/0:any 64");
    assertThat(classified("", "icmp - 10.0.0.1:777 10.0.0.2:- 10.0.0.2:40000 10.0.0.1:- zone=0"))
        .isEqualTo("icmp - 10.0.0.1:any 10.0.0.2:- 10.0.0.2:40000 10.0.0.1:- zone=0");
  }
}
