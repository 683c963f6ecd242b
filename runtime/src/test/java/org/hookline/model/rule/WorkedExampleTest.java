package org.hookline.model.rule;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.io.StringWriter;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The worked example of CONTRIBUTING.md: one file and one line more, and there is a new match. */
class WorkedExampleTest {
  private static final Path MATCHES = Path.of("src/main/java/org/hookline/model/rule/match");
  private static final Pattern CODE = Pattern.compile("```java\\n(.*?)```", Pattern.DOTALL);

  @TempDir private Path directory;

  @Test
  void aNewMatchIsOneFileAndOneLine() throws Exception {
    List<String> code = new ArrayList<>();
    Matcher block = CODE.matcher(Files.readString(Path.of("../CONTRIBUTING.md")));
    while (block.find()) {
      code.add(block.group(1));
    }
    assertThat(code).as("the file and the line").hasSize(2);
    assertThat(code.get(1).strip().lines()).hasSize(1);
    write("U32.java", code.get(0));
    write("Match.java", source("Match.java").replace("permits ", "permits U32, "));
    write(
        "Matches.java",
        source("Matches.java").replace("  static {\n", "  static {\n" + code.get(1)));
    assertThat(compiled()).isEmpty();
    assertThat(played())
        .containsExactly(
            "left over: []",
            "-m u32 --u32 \"0x0&0x30000=0x20000\" -j DROP",
            "xt match \"u32 --u32 \\\"0x0&0x30000=0x20000\\\"\"",
            "80  dropped at box (NETFILTER_DROP)",
            "81  refused at box");
  }

  @Test
  void withoutThemNobodyKnowsWhetherTheMatchHolds() {
    assertThat(WorkedExampleScene.played())
        .first()
        .asString()
        .contains("packets have no bytes in the model", "iptables-save:7");
  }

  private static String source(String name) throws IOException {
    return Files.readString(MATCHES.resolve(name));
  }

  private void write(String name, String text) throws IOException {
    Files.writeString(directory.resolve(name), text);
  }

  /** What the compiler complains of. */
  private String compiled() {
    StringWriter complaints = new StringWriter();
    List<String> options =
        List.of(
            "-d", directory.toString(), "-cp", System.getProperty("java.class.path"), "-proc:none");
    var compiler = ToolProvider.getSystemJavaCompiler();
    var files = compiler.getStandardFileManager(null, null, null);
    Path[] sources =
        Stream.of("U32.java", "Match.java", "Matches.java")
            .map(directory::resolve)
            .toArray(Path[]::new);
    compiler
        .getTask(complaints, files, null, options, null, files.getJavaFileObjects(sources))
        .call();
    return complaints.toString();
  }

  /** Among classes that are loaded anew, those that were compiled before all others. */
  private List<String> played() throws Exception {
    List<URL> places = new ArrayList<>(List.of(directory.toUri().toURL()));
    for (String place : System.getProperty("java.class.path").split(File.pathSeparator)) {
      places.add(Path.of(place).toUri().toURL());
    }
    ClassLoader platform = ClassLoader.getPlatformClassLoader();
    try (URLClassLoader loader = new URLClassLoader(places.toArray(URL[]::new), platform)) {
      List<?> told =
          (List<?>)
              loader.loadClass(WorkedExampleScene.class.getName()).getMethod("played").invoke(null);
      return told.stream().map(Object::toString).toList();
    }
  }
}
