package org.hookline.dsl.tests.robust;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.google.inject.Injector;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import org.hookline.dsl.HooklineStandaloneSetup;
import org.hookline.dsl.cli.Commands;
import org.hookline.dsl.cli.Io;
import org.hookline.dsl.load.Loaded;
import org.hookline.dsl.load.NetworkLoader;
import org.hookline.dsl.load.Unreadable;
import org.hookline.dsl.print.ImportedText;
import org.hookline.importer.DirectoryImport;
import org.hookline.source.Problem;

/**
 * Gives broken inputs to the reader of texts, to the importer and to the command line: the program
 * of a virtual machine of its own, in a directory that it may fill.
 */
final class MutatedInputs {
  private static final List<List<String>> COMMANDS =
      List.of(
          List.of("check", "net.hkl"),
          List.of("check", "--format", "json", "-o", "out.json", "net.hkl"),
          List.of("simulate", "net.hkl"),
          List.of("fmt", "--check", "net.hkl"),
          List.of("explain", "net.hkl:4"),
          List.of("explain", "host-bits"),
          List.of("generate", "net.hkl", "-o", "out"),
          List.of("export", "net.hkl", "-o", "out.xmi"),
          List.of("import", "host", "-o", "host.hkl"),
          List.of(
              "trace", "net.hkl", "--at", "box", "--in", "eth0", "tcp 1.2.3.4:5 > 192.0.2.1:80"),
          List.of("route", "get", "198.51.100.1", "from", "192.0.2.1", "--at", "box", "net.hkl"),
          List.of("examples", "copy", "multi-uplink", "copy"),
          List.of("completion"),
          List.of("snapshot"));

  private static final String SMALL =
      """
      service web = tcp 80, 443
      host box {
        interface eth0 { address 192.0.2.1/24 rp_filter strict }
        interface br0 bridge { address 10.0.0.1/24 }
        table main { default via 192.0.2.254 dev eth0 }
        rules { 100: from 10.0.0.0/24 lookup main }
        nat { publish 192.0.2.1 web to 10.0.0.2 masquerade from 10.0.0.0/24 oif eth0 }
        filter { chain FORWARD policy drop { ct state established accept iif eth0 tcp dport web accept } }
        listen tcp 22
      }
      check "web" { from outside box.eth0 198.51.100.0/24 to 192.0.2.1 web enters by box.eth0 no loop }
      simulate "one" { connect tcp from box to 192.0.2.1:22 expect ok }
      """;

  private final Path root;
  private final NetworkLoader loader;
  private final SplittableRandom random;
  private int texts;
  private int dumps;
  private int commands;

  private MutatedInputs(Path root, long seed) {
    Injector injector = new HooklineStandaloneSetup().createInjectorAndDoEMFRegistration();
    this.root = root;
    this.loader = injector.getInstance(NetworkLoader.class);
    this.random = new SplittableRandom(seed);
  }

  /** Arguments: the checkout, the seed, how many inputs. */
  public static void main(String[] arguments) throws IOException {
    MutatedInputs inputs = new MutatedInputs(Path.of(arguments[0]), Long.parseLong(arguments[1]));
    int many = Integer.parseInt(arguments[2]);
    Watch watch = Watch.over(Thread.currentThread());
    List<byte[]> texts = inputs.texts();
    List<List<Path>> hosts = inputs.hosts();
    for (int i = 0; i < many; i++) {
      watch.begins("input " + i);
      try {
        switch (i % 10) {
          case 0 -> inputs.command();
          case 1, 2, 3 -> inputs.host(hosts.get(i % hosts.size()));
          default -> inputs.text(texts.get(i % texts.size()));
        }
      } catch (RuntimeException | Error e) {
        throw new IllegalStateException("input " + i, e);
      }
    }
    watch.ends();
    System.out.printf(
        "%d texts, %d hosts, %d command lines; longest %d ms%n",
        inputs.texts, inputs.dumps, inputs.commands, watch.longest());
  }

  private List<byte[]> texts() throws IOException {
    List<byte[]> texts = new ArrayList<>();
    texts.add(Files.readAllBytes(root.resolve("dsl.tests/src/test/resources/torture.hkl")));
    texts.add(SMALL.getBytes(UTF_8));
    texts.add(Files.readAllBytes(root.resolve("examples/multi-uplink/base.hkl")));
    return texts;
  }

  private List<List<Path>> hosts() throws IOException {
    List<List<Path>> hosts = new ArrayList<>();
    for (String place :
        List.of(
            "dsl.tests/src/test/resources/import/docker",
            "dsl.tests/src/test/resources/import/shorewall",
            "runtime/src/test/resources/importer/json")) {
      try (Stream<Path> files = Files.list(root.resolve(place))) {
        hosts.add(files.sorted().toList());
      }
    }
    return hosts;
  }

  private void text(byte[] text) {
    texts++;
    try {
      Loaded loaded = loader.load("net.hkl", Mutation.any(text, random));
      boolean errors = loaded.problems().stream().anyMatch(Problem::isError);
      if (loaded.network().isPresent() == errors) {
        throw new IllegalStateException("a network and errors, or neither");
      }
    } catch (Unreadable e) {
      // no text at all, and said so
    }
  }

  /** A host of which one dump is broken, as a text that can be read again. */
  private void host(List<Path> files) throws IOException {
    dumps++;
    Path host = broken(files);
    String text = ImportedText.of(DirectoryImport.read(host).readable(), host);
    try {
      loader.load("host.hkl", text.getBytes(UTF_8));
    } catch (Unreadable e) {
      throw new IllegalStateException(text, e);
    }
  }

  private Path broken(List<Path> files) throws IOException {
    Path host = Files.createDirectories(Path.of("host"));
    int victim = random.nextInt(files.size());
    for (int i = 0; i < files.size(); i++) {
      byte[] bytes = Files.readAllBytes(files.get(i));
      Path copy = host.resolve(files.get(i).getFileName().toString());
      Files.write(copy, i == victim ? Mutation.any(bytes, random) : bytes);
    }
    return host;
  }

  private void command() throws IOException {
    commands++;
    byte[] text = SMALL.getBytes(UTF_8);
    Files.write(Path.of("net.hkl"), random.nextInt(2) == 0 ? Mutation.any(text, random) : text);
    List<String> words = new ArrayList<>(COMMANDS.get(random.nextInt(COMMANDS.size())));
    if (random.nextInt(2) == 0) {
      int place = random.nextInt(words.size());
      byte[] word = words.get(place).getBytes(UTF_8);
      words.set(place, new String(Mutation.any(word, random), UTF_8).replace("/", ""));
    }
    ByteArrayOutputStream said = new ByteArrayOutputStream();
    PrintStream stream = new PrintStream(said, true, UTF_8);
    Io io = new Io(stream, stream, new ByteArrayInputStream(text), false, Map.of());
    int exit = Commands.run(io, words.toArray(String[]::new));
    String output = said.toString(UTF_8);
    if (exit < 0 || exit > 3 || output.contains("\tat ") || output.contains("internal error")) {
      throw new IllegalStateException(words + " ended with " + exit + " and said " + output);
    }
  }
}
