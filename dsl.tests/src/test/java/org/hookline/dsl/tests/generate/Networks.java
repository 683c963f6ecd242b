package org.hookline.dsl.tests.generate;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.hookline.dsl.HooklineStandaloneSetup;
import org.hookline.dsl.load.Loaded;
import org.hookline.dsl.load.NetworkLoader;
import org.hookline.dsl.load.Unreadable;
import org.hookline.model.Network;

/** Networks out of texts. */
final class Networks {
  static final Path ROOT = Path.of(System.getProperty("hookline.root"));

  private static final NetworkLoader LOADER =
      new HooklineStandaloneSetup()
          .createInjectorAndDoEMFRegistration()
          .getInstance(NetworkLoader.class);

  private Networks() {}

  /** The host that has one of everything. */
  static Network router() throws IOException {
    Path file = ROOT.resolve("dsl.tests/src/test/resources/generate/router.hkl");
    return of("router.hkl", Files.readString(file));
  }

  /** The host that has what stands beside the tables of iptables. */
  static Network bridge() throws IOException {
    Path file = ROOT.resolve("dsl.tests/src/test/resources/generate/bridge.hkl");
    return of("bridge.hkl", Files.readString(file));
  }

  /** The same in words that nft has too: it cannot quote. */
  static Network routerForNft() throws IOException {
    Path file = ROOT.resolve("dsl.tests/src/test/resources/generate/router.hkl");
    return of("router.hkl", Files.readString(file).replace("\\\"in\\\"", "in"));
  }

  static Network of(String name, String text) {
    try {
      return valid(LOADER.load(name, text.getBytes(StandardCharsets.UTF_8)));
    } catch (Unreadable e) {
      throw new AssertionError(e.getMessage(), e);
    }
  }

  static Network of(Path file) {
    try {
      return valid(LOADER.load(file.toString()));
    } catch (Unreadable e) {
      throw new AssertionError(e.getMessage(), e);
    }
  }

  private static Network valid(Loaded loaded) {
    return loaded.network().orElseThrow(() -> new AssertionError(loaded.problems().toString()));
  }

  /** Every file below {@code examples}, in order. */
  static List<Path> examples() throws IOException {
    try (Stream<Path> files = Files.walk(ROOT.resolve("examples"))) {
      return files.filter(f -> f.toString().endsWith(".hkl")).sorted().toList();
    }
  }
}
