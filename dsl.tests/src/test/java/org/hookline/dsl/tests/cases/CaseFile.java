package org.hookline.dsl.tests.cases;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import org.hookline.dsl.HooklineStandaloneSetup;
import org.hookline.dsl.load.Loaded;
import org.hookline.dsl.load.NetworkLoader;
import org.hookline.dsl.load.Unreadable;
import org.hookline.lab.Lab;
import org.hookline.model.Network;

/**
 * What a case saw: a base network, sections that amend it, and what each of them does.
 *
 * @param base the description that the sections amend
 * @param rows answers of the kernel in the whole case
 * @param skipped those that are not compared, with the reason
 */
record CaseFile(Path base, int rows, List<Section> sections, List<String> skipped) {
  private static final Path ROOT = Path.of(System.getProperty("hookline.root"));
  private static final Path CASES = ROOT.resolve("dsl.tests/src/test/resources/cases");
  private static final int FIRST_PORT = 41000;

  private static final NetworkLoader LOADER =
      new HooklineStandaloneSetup()
          .createInjectorAndDoEMFRegistration()
          .getInstance(NetworkLoader.class);

  /**
   * The network as amended, and what is played in it.
   *
   * @param text of the amendments; empty for the base itself
   * @param caches what hosts know of their neighbours at first
   */
  record Section(String title, String text, Lab.Caches caches, List<CaseRow> rows) {

    Section with(String line) {
      return new Section(title, text + line + "\n", caches, rows);
    }

    Section cold() {
      return new Section(title, text, Lab.Caches.COLD, rows);
    }
  }

  static CaseFile read(String name) throws IOException {
    Path folder = CASES.resolve(name);
    Path base = folder;
    int rows = 0;
    List<Section> sections = new ArrayList<>();
    List<String> skipped = new ArrayList<>();
    List<CaseRow> current = new ArrayList<>();
    int port = FIRST_PORT;
    for (String line : Files.readAllLines(folder.resolve("rows.txt"))) {
      if (line.startsWith("base ")) {
        Path near = folder.resolve(line.substring(5));
        base = Files.exists(near) ? near : ROOT.resolve(line.substring(5));
      } else if (line.startsWith("rows ")) {
        rows = Integer.parseInt(line.substring(5));
      } else if (line.startsWith("== ")) {
        current = new ArrayList<>();
        sections.add(new Section(line.substring(3), "", Lab.Caches.PERMANENT, current));
      } else if (line.startsWith("  ")) {
        sections.add(sections.remove(sections.size() - 1).with(line.substring(2)));
      } else if (line.equals("caches cold")) {
        sections.add(sections.remove(sections.size() - 1).cold());
      } else if (line.startsWith("-- ")) {
        current.add(CaseRow.parse(line, port++));
      } else if (line.startsWith("skip ")) {
        skipped.add(line.substring(5));
      } else if (!line.isBlank() && !line.startsWith("#")) {
        throw new IOException(name + ": '" + line + "' is nothing");
      }
    }
    return new CaseFile(base, rows, sections, skipped);
  }

  /** The network of a section; the file is written where nothing else is. */
  Network network(Section section, Path directory) throws IOException {
    Path file = directory.resolve("section.hkl");
    Files.copy(base, directory.resolve("base.hkl"), StandardCopyOption.REPLACE_EXISTING);
    Files.writeString(file, "import \"base.hkl\"\n" + section.text());
    try {
      Loaded loaded = LOADER.load(file.toString());
      return loaded
          .network()
          .orElseThrow(() -> new IOException(section.title() + ": " + loaded.problems()));
    } catch (Unreadable e) {
      throw new IOException(section.title() + " cannot be read", e);
    }
  }

  int compared() {
    return sections.stream().mapToInt(s -> s.rows().size()).sum();
  }
}
