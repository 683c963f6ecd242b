package org.hookline.dsl.cli;

import java.io.IOException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.concurrent.Callable;
import org.hookline.addr.Address;
import org.hookline.addr.MaskedMark;
import org.hookline.addr.Protocol;
import org.hookline.api.Hookline;
import org.hookline.dsl.load.Unreadable;
import org.hookline.model.Host;
import org.hookline.model.Network;
import org.hookline.sim.RouteQuestion;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code hookline route get …}: what {@code ip route get} would print on a host, word for word. */
@Command(
    name = "route",
    synopsisHeading = "",
    customSynopsis =
        "Usage: hookline route get ADDRESS [from ADDRESS] [iif INTERFACE | oif INTERFACE]%n"
            + "                          [mark MARK] [tos TOS] [ipproto PROTOCOL] [sport PORT]%n"
            + "                          [dport PORT] [uid UID] --at=HOST [-o=FILE] FILE",
    description = "Prints what 'ip route get' would print on a host.")
final class RouteCommand implements Callable<Integer> {
  private static final List<String> WORDS =
      List.of("from", "iif", "oif", "mark", "tos", "ipproto", "sport", "dport", "uid");

  private final Io io;
  private final Language language;

  @Mixin private OutputOptions output;

  @Option(
      names = "--at",
      required = true,
      paramLabel = "HOST",
      description = "The host that is asked.")
  private String at;

  @Parameters(
      arity = "1..*",
      paramLabel = "WORD",
      description =
          "The words of ip route, and a file (.hkl) before or behind them; - is standard input.")
  private List<String> words;

  RouteCommand(Io io, Language language) {
    this.io = io;
    this.language = language;
  }

  @Override
  public Integer call() throws IOException, Unreadable, InvalidModel, Misuse {
    Deque<String> rest = new ArrayDeque<>(words);
    Optional<String> first = file(rest);
    if (rest.size() < 2 || !rest.pop().equals("get")) {
      throw new Misuse("what about which file?", "hookline route get ADDRESS … --at HOST FILE");
    }
    Optional<String> named = first.or(() -> file(rest));
    String file = named.orElseGet(rest::removeLast);
    if (rest.isEmpty()) {
      throw new Misuse("what about which file?", "hookline route get ADDRESS … --at HOST FILE");
    }
    RouteQuestion question = question(rest);
    Network network = language.network(file, output.ink(io));
    Host host = Known.host(network, at);
    for (Optional<String> iface : List.of(question.iif(), question.oif())) {
      if (iface.isPresent()) {
        Known.iface(host, iface.get());
      }
    }
    output.write(io, Hookline.of(network).route(question).text() + "\n");
    return Exit.GOOD.code();
  }

  /** A file may stand before or behind {@code get} as well. */
  private static Optional<String> file(Deque<String> words) {
    boolean here = words.peek() != null && words.peek().matches("-|.*\\.(hkl|json)");
    return here ? Optional.of(words.pop()) : Optional.empty();
  }

  private RouteQuestion question(Deque<String> rest) throws Misuse {
    String word = rest.pop();
    Address to =
        Address.parse(word.equals("to") ? Optional.ofNullable(rest.poll()).orElse("") : word);
    return question(to, rest);
  }

  private RouteQuestion question(Address to, Deque<String> rest) throws Misuse {
    Map<String, String> said = new HashMap<>();
    while (!rest.isEmpty()) {
      String word = rest.pop();
      if (!WORDS.contains(word)) {
        throw new Misuse("'" + word + "' is no word of route get", String.join(", ", WORDS));
      }
      said.put(word, Optional.ofNullable(rest.poll()).orElse(""));
    }
    RouteQuestion.Traffic traffic =
        new RouteQuestion.Traffic(
            (int) number(said, "tos", 255).orElse(0),
            Optional.ofNullable(said.get("ipproto")).map(Protocol::parse),
            port(said, "sport"),
            port(said, "dport"),
            number(said, "uid", 0xffffffffL));
    return new RouteQuestion(
        at,
        to,
        Optional.ofNullable(said.get("from")).map(Address::parse),
        Optional.ofNullable(said.get("iif")),
        Optional.ofNullable(said.get("oif")),
        Optional.ofNullable(said.get("mark")).map(m -> MaskedMark.parse(m).value()).orElse(0L),
        traffic);
  }

  private static OptionalInt port(Map<String, String> said, String word) throws Misuse {
    OptionalLong port = number(said, word, 65535);
    return port.isPresent() ? OptionalInt.of((int) port.getAsLong()) : OptionalInt.empty();
  }

  /** Decimal, or hexadecimal behind 0x. */
  private static OptionalLong number(Map<String, String> said, String word, long highest)
      throws Misuse {
    String value = said.get(word);
    if (value == null) {
      return OptionalLong.empty();
    }
    boolean digits = value.matches("[0-9]{1,10}|0x[0-9a-fA-F]{1,8}");
    long number = digits ? Long.decode(value.replaceFirst("^0+(?=[0-9])", "")) : -1;
    if (number < 0 || number > highest) {
      throw new Misuse("'" + value + "' is no " + word, "a number from 0 to " + highest);
    }
    return OptionalLong.of(number);
  }
}
