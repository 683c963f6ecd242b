package org.hookline.dsl.tests.robust;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;

/** Ways in which an input goes wrong. */
enum Mutation {
  TRUNCATED {
    @Override
    byte[] of(byte[] input, SplittableRandom random) {
      return Arrays.copyOf(input, random.nextInt(input.length));
    }
  },
  BYTES_CHANGED {
    @Override
    byte[] of(byte[] input, SplittableRandom random) {
      byte[] changed = input.clone();
      for (int i = random.nextInt(12); i >= 0; i--) {
        changed[random.nextInt(changed.length)] = (byte) random.nextInt(256);
      }
      return changed;
    }
  },
  WORDS_CHANGED {
    @Override
    byte[] of(byte[] input, SplittableRandom random) {
      List<String> words = new ArrayList<>(List.of(new String(input, UTF_8).split(WORDS)));
      for (int i = random.nextInt(8); i >= 0; i--) {
        String other = words.get(random.nextInt(words.size()));
        int place = random.nextInt(words.size());
        switch (random.nextInt(4)) {
          case 0 -> words.set(place, other);
          case 1 -> words.add(place, " " + other + " ");
          case 2 -> words.set(place, AWKWARD.get(random.nextInt(AWKWARD.size())));
          default -> words.set(place, "");
        }
      }
      return String.join("", words).getBytes(UTF_8);
    }
  },
  REPEATED {
    @Override
    byte[] of(byte[] input, SplittableRandom random) {
      int start = random.nextInt(input.length);
      int end = Math.min(input.length, start + 1 + random.nextInt(60));
      String piece = new String(input, start, end - start, UTF_8);
      String before = new String(input, 0, start, UTF_8);
      return (before + piece.repeat(1 + random.nextInt(200)) + new String(input, UTF_8))
          .getBytes(UTF_8);
    }
  };

  /** Between words, and beside what stands for itself. */
  private static final String WORDS = "(?<=\\s)|(?=\\s)|(?<=[{},\\[\\]\"])|(?=[{},\\[\\]\"])";

  private static final List<String> AWKWARD =
      List.of(
          "",
          "\"",
          "{",
          "}",
          "/*",
          "-1",
          "99999999999999999999",
          "0x",
          "256.0.0.1/33",
          "::/129",
          "\u0000",
          "é",
          "$(reboot)",
          "x".repeat(300),
          "{".repeat(500),
          "(".repeat(500));

  /** The input, gone wrong; the same for the same random numbers. */
  abstract byte[] of(byte[] input, SplittableRandom random);

  static byte[] any(byte[] input, SplittableRandom random) {
    return input.length == 0 ? input : values()[random.nextInt(values().length)].of(input, random);
  }
}
