package org.hookline.model.rule.match;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.hookline.model.rule.OptionWords;

/** Module {@code conntrack} of iptables. */
final class CtWords {
  private CtWords() {}

  /** The questions of one instance; with a state among several, they belong together. */
  static List<Match> read(OptionWords words) {
    List<Match> others = new ArrayList<>();
    Optional<CtStates> states = Optional.empty();
    while (words.more()) {
      String option = words.option();
      if (option.equals("--ctstate")) {
        states = Optional.of(CtStates.read(words));
      } else {
        others.add(question(option, words));
      }
    }
    if (states.isEmpty()) {
      return others;
    }
    return List.of(others.isEmpty() ? states.get() : new CtTogether(states.get(), others));
  }

  private static Match question(String option, OptionWords words) {
    return switch (option) {
      case "--ctproto" -> CtProtocol.read(words);
      case "--ctorigsrc" -> CtAddress.read(CtAddress.Which.ORIGINAL_SADDR, words);
      case "--ctorigdst" -> CtAddress.read(CtAddress.Which.ORIGINAL_DADDR, words);
      case "--ctreplsrc" -> CtAddress.read(CtAddress.Which.REPLY_SADDR, words);
      case "--ctrepldst" -> CtAddress.read(CtAddress.Which.REPLY_DADDR, words);
      case "--ctorigsrcport" -> CtPort.read(CtPort.Which.ORIGINAL_SRC, words);
      case "--ctorigdstport" -> CtPort.read(CtPort.Which.ORIGINAL_DST, words);
      case "--ctreplsrcport" -> CtPort.read(CtPort.Which.REPLY_SRC, words);
      case "--ctrepldstport" -> CtPort.read(CtPort.Which.REPLY_DST, words);
      case "--ctstatus" -> CtStatus.read(words);
      case "--ctdir" -> CtDirection.read(words);
      case "--ctexpire" -> {
        String text = (words.negated() ? "! " : "") + "--ctexpire " + words.value();
        yield new ByTraffic(new ByTraffic.Module("conntrack"), text);
      }
      default -> throw OptionWords.unknown(option);
    };
  }
}
