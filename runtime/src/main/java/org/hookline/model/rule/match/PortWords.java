package org.hookline.model.rule.match;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.hookline.addr.Malformed;
import org.hookline.addr.PortRange;
import org.hookline.addr.Protocol;
import org.hookline.model.rule.OptionWords;

/** The modules of iptables that ask for ports and TCP flags. */
final class PortWords {
  private PortWords() {}

  /** Modules {@code tcp}, {@code udp}, {@code sctp} …; without options they add nothing. */
  static List<Match> of(String module, OptionWords words) {
    Protocol protocol = Protocol.parse(module);
    List<Match> matches = new ArrayList<>();
    while (words.more()) {
      String option = words.option();
      boolean negated = words.negated();
      matches.add(
          switch (option) {
            case "--sport", "--source-port" ->
                new Ports(protocol, Ports.End.SPORT, negated, List.of(open(words.value())));
            case "--dport", "--destination-port" ->
                new Ports(protocol, Ports.End.DPORT, negated, List.of(open(words.value())));
            case "--tcp-flags" -> TcpFlagsAre.read(words);
            case "--syn" -> TcpFlagsAre.syn(negated);
            default -> rest(module, option, words);
          });
    }
    return matches;
  }

  private static Match rest(String module, String option, OptionWords words) {
    if (!option.equals("--tcp-option") && !option.equals("--chunk-types")) {
      throw OptionWords.unknown(option);
    }
    StringBuilder text = new StringBuilder(module).append(words.negated() ? " ! " : " ");
    text.append(option);
    while (words.valueFollows()) {
      text.append(' ').append(words.value());
    }
    return new Unread(text.toString(), Optional.of("packets have no options in the model"));
  }

  /** A range whose ends may be left out: {@code :1023}, {@code 1024:}. */
  private static PortRange open(String text) {
    String low = text.startsWith(":") ? "0" + text : text;
    return PortRange.parse(low.endsWith(":") ? low + "65535" : low);
  }

  /** Module {@code multiport}. */
  static List<Match> multiport(OptionWords words) {
    Protocol protocol =
        words
            .protocol()
            .orElseThrow(() -> new Malformed("bad-option", "multiport without -p", "-p tcp"));
    String option = words.option();
    boolean negated = words.negated();
    List<PortRange> ports = Arrays.stream(words.value().split(",")).map(PortRange::parse).toList();
    return List.of(
        switch (option) {
          case "--sports", "--source-ports" -> new Ports(protocol, Ports.End.SPORT, negated, ports);
          case "--dports", "--destination-ports" ->
              new Ports(protocol, Ports.End.DPORT, negated, ports);
          case "--ports" -> new EitherPort(protocol, negated, ports);
          default -> throw OptionWords.unknown(option);
        });
  }
}
