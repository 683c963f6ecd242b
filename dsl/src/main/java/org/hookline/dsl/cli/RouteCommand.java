package org.hookline.dsl.cli;

import java.io.IOException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.hookline.addr.Address;
import org.hookline.addr.MaskedMark;
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
        "Usage: hookline route get ADDRESS [from ADDRESS] [iif INTERFACE] [mark MARK]%n            "
            + "              --at=HOST [-o=FILE] FILE",
    description = "Prints what 'ip route get' would print on a host.")
final class RouteCommand implements Callable<Integer> {
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
      description = "The words of ip route, then a file (.hkl); - is standard input.")
  private List<String> words;

  RouteCommand(Io io, Language language) {
    this.io = io;
    this.language = language;
  }

  @Override
  public Integer call() throws IOException, Unreadable, InvalidModel, Misuse {
    Deque<String> rest = new ArrayDeque<>(words);
    if (rest.size() < 3 || !rest.pop().equals("get")) {
      throw new Misuse("what about which file?", "hookline route get ADDRESS … --at HOST FILE");
    }
    String file = rest.removeLast();
    RouteQuestion question = question(rest);
    Network network = language.network(file, output.ink(io));
    Host host = Known.host(network, at);
    if (question.iif().isPresent()) {
      Known.iface(host, question.iif().get());
    }
    output.write(io, Hookline.of(network).route(question).text() + "\n");
    return Exit.GOOD.code();
  }

  private RouteQuestion question(Deque<String> rest) throws Misuse {
    Address to = Address.parse(rest.pop());
    Optional<Address> from = Optional.empty();
    Optional<String> iif = Optional.empty();
    long mark = 0;
    while (!rest.isEmpty()) {
      String word = rest.pop();
      String value = Optional.ofNullable(rest.poll()).orElse("");
      switch (word) {
        case "from" -> from = Optional.of(Address.parse(value));
        case "iif" -> iif = Optional.of(value);
        case "mark" -> mark = MaskedMark.parse(value).value();
        default -> throw new Misuse("'" + word + "' is no word of route get", "from, iif or mark");
      }
    }
    return new RouteQuestion(at, to, from, iif, mark);
  }
}
