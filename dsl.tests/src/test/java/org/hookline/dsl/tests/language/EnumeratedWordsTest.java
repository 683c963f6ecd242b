package org.hookline.dsl.tests.language;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.hookline.model.rule.RejectWith;
import org.hookline.model.rule.match.AddressType;
import org.hookline.model.rule.match.CtStatus;
import org.hookline.model.rule.match.PacketType;
import org.hookline.model.rule.target.NatFlag;
import org.hookline.packet.CtState;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Words that a match or target may have are read wherever they stand, keywords or not. */
class EnumeratedWordsTest {

  static Stream<String> rules() {
    List<String> rules = new ArrayList<>();
    words(CtStatus.Status.values()).forEach(w -> rules.add("ct status " + w + " accept"));
    rules.addAll(List.of("ct status dnat accept", "ct status != snat, dnat accept"));
    words(Stream.of(CtState.values()).filter(CtState::hasWord).toArray(CtState[]::new))
        .forEach(w -> rules.add("ct state " + w + " accept"));
    rules.addAll(List.of("ct state snat accept", "ct state dnat, new accept"));
    words(AddressType.Kind.values())
        .forEach(w -> rules.add("fib saddr type " + w + " fib daddr type != " + w + " accept"));
    words(PacketType.Kind.values()).forEach(w -> rules.add("meta pkttype " + w + " accept"));
    words(RejectWith.values())
        .forEach(w -> rules.add((w.equals("tcp-reset") ? "tcp " : "") + "reject with " + w));
    for (String type :
        ("any echo-reply destination-unreachable source-quench redirect echo-request time-exceeded"
                + " parameter-problem timestamp-request timestamp-reply 3 3/4")
            .split(" ")) {
      rules.add("icmp type " + type + " accept");
    }
    for (String protocol :
        "tcp udp sctp dccp udplite icmp icmpv6 igmp gre esp ah 41 47".split(" ")) {
      rules.add("meta l4proto " + protocol + " ct protocol != " + protocol + " accept");
    }
    for (String dscp : "0 63 0x2e EF CS0 CS7 AF11 AF43 BE".split(" ")) {
      rules.add("ip dscp " + dscp + " accept");
    }
    for (String flag : "fin syn rst psh ack urg all none".split(" ")) {
      rules.add("tcp flags " + flag + " / " + flag + " accept");
    }
    return rules.stream();
  }

  @ParameterizedTest
  @MethodSource("rules")
  void everyWordIsRead(String rule) {
    assertThat(Hkl.box("filter { chain INPUT { " + rule + " } }").packetTables()).hasSize(1);
  }

  static Stream<String> flags() {
    return words(NatFlag.values()).flatMap(w -> Stream.of("snat to 10.0.0.1 " + w));
  }

  @ParameterizedTest
  @MethodSource("flags")
  void everyFlagOfNatIsRead(String rule) {
    assertThat(Hkl.box("nat { chain POSTROUTING { " + rule + " } }").packetTables()).hasSize(1);
  }

  private static Stream<String> words(Enum<?>[] values) {
    return Stream.of(values).map(v -> v.name().toLowerCase(Locale.ROOT).replace('_', '-'));
  }
}
