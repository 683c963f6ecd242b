package org.hookline.emit.link;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.hookline.emit.ShellWord;
import org.hookline.source.Origin;

/** One call of a shell function about a link. */
public record LinkCall(LinkFunction function, List<String> arguments, Origin origin) {

  static LinkCall of(LinkFunction function, Origin origin, String... arguments) {
    return new LinkCall(function, Arrays.asList(arguments), origin);
  }

  /** The call with quoted arguments: {@code make_link vlan10 link eth0 type vlan id 10}. */
  public String text() {
    return function.word()
        + arguments.stream().map(a -> " " + ShellWord.of(a)).collect(Collectors.joining());
  }
}
