package org.hookline.dsl.cli;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.hookline.lab.random.Profile;
import org.hookline.lab.random.RandomLab.Assignment;
import picocli.CommandLine.Option;

/** What {@code hookline lab} draws at random. */
final class RandomOptions {
  @Option(
      names = "--random",
      paramLabel = "N",
      description = "Draw N configurations with packets, and let kernel and simulator play them.")
  private int cases = 0;

  @Option(
      names = "--seed",
      paramLabel = "S",
      description = "Of --random; equal seeds draw equal cases (default: ${DEFAULT-VALUE}).")
  private long seed = 1;

  @Option(
      names = "--profile",
      split = ",",
      paramLabel = "PROFILE",
      description =
          "Of --random, in turn: routing, filter, nat, local-output, mixed (default: routing,filter).")
  private List<String> profiles = List.of("routing", "filter");

  @Option(
      names = "--keep",
      paramLabel = "DIR",
      description =
          "Where --random keeps each difference, shrunken, as a text of the language and as a"
              + " recording (default: ${DEFAULT-VALUE}).")
  private String directory = "lab-differences";

  boolean given() {
    return cases != 0;
  }

  String directory() {
    return directory;
  }

  Assignment assignment() throws Misuse {
    if (cases < 1) {
      throw new Misuse("--random " + cases + " draws nothing", "a number of cases, such as 300");
    }
    List<Profile> drawn = new ArrayList<>();
    for (String word : profiles) {
      drawn.add(
          Profile.of(word)
              .orElseThrow(() -> new Misuse("'" + word + "' is not a profile", known())));
    }
    return new Assignment(cases, seed, drawn);
  }

  private static String known() {
    return Arrays.stream(Profile.values()).map(Profile::word).collect(Collectors.joining(", "));
  }
}
