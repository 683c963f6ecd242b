package org.hookline.dsl.tests.print;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.inject.Injector;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import org.eclipse.xtext.linking.lazy.LazyLinkingResource;
import org.eclipse.xtext.resource.XtextResource;
import org.eclipse.xtext.util.CancelIndicator;
import org.hookline.dsl.HooklineStandaloneSetup;
import org.hookline.dsl.load.NetworkLoader;
import org.hookline.dsl.load.Unreadable;
import org.hookline.dsl.print.ImportedText;
import org.hookline.importer.DirectoryImport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Dumps that somebody cut, mixed or broke are imported into a text that parses and links. */
class ImportMutationTest {
  private static final Path ROOT = Path.of(System.getProperty("hookline.root"));
  private static final int TIMES = 400;
  private static final Injector INJECTOR =
      new HooklineStandaloneSetup().createInjectorAndDoEMFRegistration();

  @TempDir private Path directory;

  private record Dump(String name, byte[] bytes) {}

  @Test
  void whateverADumpHoldsTheTextCanBeRead() throws IOException, Unreadable {
    List<List<Dump>> hosts = new ArrayList<>();
    for (Path host : ImportedTextTest.hosts().toList()) {
      hosts.add(dumps(host));
    }
    long first = Long.getLong("seed", 1);
    for (long seed = first; seed < first + TIMES; seed++) {
      SplittableRandom random = new SplittableRandom(seed);
      List<Dump> host = hosts.get((int) (seed % hosts.size()));
      Path broken = Files.createDirectory(directory.resolve("h" + seed));
      int victim = random.nextInt(host.size());
      for (int i = 0; i < host.size(); i++) {
        Dump dump = host.get(i);
        byte[] bytes = i == victim ? mutated(dump.bytes(), random) : dump.bytes();
        Files.write(broken.resolve(dump.name()), bytes);
      }
      isRead("seed " + seed + ", " + host.get(victim).name(), broken);
    }
  }

  private static void isRead(String what, Path broken) throws IOException, Unreadable {
    String text = ImportedText.of(DirectoryImport.read(broken).readable(), broken);
    XtextResource file =
        INJECTOR
            .getInstance(NetworkLoader.class)
            .parse("imported.hkl", text.getBytes(StandardCharsets.UTF_8));
    ((LazyLinkingResource) file).resolveLazyCrossReferences(CancelIndicator.NullImpl);
    assertThat(file.getErrors()).as("%s, written as%n%s", what, text).isEmpty();
  }

  private static List<Dump> dumps(Path host) throws IOException {
    List<Dump> dumps = new ArrayList<>();
    try (Stream<Path> files = Files.list(host)) {
      for (Path file : files.sorted().toList()) {
        dumps.add(new Dump(file.getFileName().toString(), Files.readAllBytes(file)));
      }
    }
    return dumps;
  }

  /** Cut off, bytes changed, words exchanged, or lines doubled. */
  private static byte[] mutated(byte[] bytes, SplittableRandom random) {
    String text = new String(bytes, StandardCharsets.UTF_8);
    if (text.isEmpty()) {
      return bytes;
    }
    switch (random.nextInt(4)) {
      case 0 -> {
        return text.substring(0, random.nextInt(text.length())).getBytes(StandardCharsets.UTF_8);
      }
      case 1 -> {
        byte[] changed = bytes.clone();
        for (int i = 0; i < 20; i++) {
          changed[random.nextInt(changed.length)] = (byte) random.nextInt(256);
        }
        return changed;
      }
      default -> {
        String[] words = text.split("(?<= )|(?= )|(?<=\n)|(?=\n)");
        for (int i = 0; i < 10; i++) {
          words[random.nextInt(words.length)] = words[random.nextInt(words.length)];
        }
        return String.join("", words).getBytes(StandardCharsets.UTF_8);
      }
    }
  }
}
