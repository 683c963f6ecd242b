package org.hookline.dsl.cli;

import java.io.IOException;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.hookline.addr.Malformed;
import org.hookline.dsl.load.Unreadable;
import org.hookline.dsl.scoping.NearestNames;
import org.hookline.export.Explanation;
import org.hookline.export.KernelText;
import org.hookline.kernel.KernelDifferences;
import org.hookline.kernel.KernelVersion;
import org.hookline.model.Network;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/**
 * {@code hookline explain CODE}: the help page of a code that an error frame showed; {@code explain
 * WORD}: what the reference says of a word of the language; {@code explain FILE:LINE}: what a line
 * becomes on its host.
 */
@Command(
    name = "explain",
    description =
        "Explains a code that an error shows, a word of the language, or what a line of a file"
            + " becomes.")
final class ExplainCommand implements Callable<Integer> {
  private static final Pattern PLACE = Pattern.compile("(.+):([0-9]{1,9})");

  private final Io io;
  private final Language language;

  @Mixin private OutputOptions output;

  @Parameters(
      arity = "0..3",
      paramLabel = "CODE|WORD|FILE:LINE|kernel VERSION [VERSION]",
      description = {
        "The code in brackets, such as unknown-interface; without it, all codes.",
        "Or a word of the language, such as publish.",
        "Or a line of a file (.hkl): the plain rules that it stands for, in the words of iptables"
            + " and nft, and what of the kernel they rest on.",
        "Or kernel and two versions: what the second does otherwise than the first. The newest known"
            + " one is taken for a second that is missing."
      })
  private List<String> words = List.of();

  @Mixin private FormatOption format;

  ExplainCommand(Io io, Language language) {
    this.io = io;
    this.language = language;
  }

  @Override
  public Integer call() throws IOException, Unreadable, InvalidModel, Misuse {
    if (words.size() > 1) {
      return kernels();
    }
    String code = words.isEmpty() ? null : words.get(0);
    Matcher place = PLACE.matcher(code == null ? "" : code);
    if (place.matches()) {
      return line(place.group(1), Integer.parseInt(place.group(2)));
    }
    List<String> codes = Pages.codes();
    if (code == null) {
      output.write(io, String.join("\n", codes) + "\n");
      return Exit.GOOD.code();
    }
    Optional<String> page = Pages.of(code);
    if (page.isPresent()) {
      output.write(io, page.get());
      return Exit.GOOD.code();
    }
    String about = language.about(code);
    if (!about.isEmpty()) {
      output.write(io, about);
      return Exit.GOOD.code();
    }
    io.err().println("hookline: no code and no word of the language is called '" + code + "'");
    Optional<String> near = NearestNames.of(code, codes.stream());
    io.err()
        .println("help: " + near.map(n -> "did you mean '" + n + "'?").orElse("hookline explain"));
    return Exit.UNUSABLE.code();
  }

  private int kernels() throws IOException, Misuse {
    if (!words.get(0).equals("kernel")) {
      throw new Misuse(
          "explain takes one code, word or place", "or two kernels: explain kernel 3.10 6.18");
    }
    KernelVersion before = version(words.get(1));
    KernelVersion after = words.size() > 2 ? version(words.get(2)) : KernelVersion.DEFAULT;
    KernelDifferences differences = KernelDifferences.between(before, after);
    output.write(
        io,
        format.json()
            ? KernelText.json(differences)
            : new KernelText(output.ink(io)).of(differences));
    return Exit.GOOD.code();
  }

  private static KernelVersion version(String word) throws Misuse {
    try {
      KernelVersion version = KernelVersion.parse(word);
      if (!KernelDifferences.knows(version)) {
        throw new Misuse(
            "nothing is known of Linux " + version,
            "2.6.32 to " + KernelVersion.DEFAULT + ", such as " + KernelDifferences.profiles());
      }
      return version;
    } catch (Malformed malformed) {
      throw new Misuse(malformed.getMessage(), malformed.hint());
    }
  }

  private int line(String file, int line) throws IOException, Unreadable, InvalidModel, Misuse {
    Network network = language.network(file, output.ink(io));
    Optional<String> explanation = Explanation.of(network, file, line);
    if (explanation.isEmpty()) {
      List<Integer> lines = Explanation.lines(network, file);
      Optional<Integer> near =
          lines.stream().min(Comparator.comparing((Integer other) -> Math.abs(other - line)));
      throw new Misuse(
          "nothing that can be explained begins at " + file + ":" + line,
          near.map(n -> "the nearest is " + file + ":" + n)
              .orElse("a line with a rule, a route or an interface"));
    }
    output.write(io, explanation.get());
    return Exit.GOOD.code();
  }
}
