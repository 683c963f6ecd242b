package org.hookline.dsl.reference;

import com.google.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.eclipse.emf.ecore.EClass;
import org.hookline.kernel.Behaviours;

/**
 * The reference of the language in Markdown. Of each construct it has the forms that the grammar
 * allows, what the words in them have to be, what it means to a packet, and an example.
 */
public final class Reference {
  private static final List<String> FILES =
      List.of("1-texts.md", "2-hosts.md", "3-routing.md", "4-packets.md", "5-networks.md");

  /** To a place in the reference itself. */
  private static final Pattern LINK = Pattern.compile("\\[([^\\]]+)\\]\\(#[^)]*\\)");

  private final Map<String, Construct> constructs;
  private final Meanings meanings;
  private final List<Chapter> chapters;

  @Inject
  public Reference(Constructs constructs, Meanings meanings) {
    this.constructs =
        constructs.all().stream().collect(Collectors.toMap(c -> c.kind().getName(), c -> c));
    this.meanings = meanings;
    this.chapters = FILES.stream().flatMap(file -> Chapter.read(file).stream()).toList();
  }

  /** All sections, in order. */
  public List<Section> sections() {
    return chapters.stream().flatMap(chapter -> chapter.sections().stream()).toList();
  }

  /** The sections of what a word begins or belongs to, such as {@code publish}. */
  public String about(String word) {
    return sections().stream()
        .filter(section -> forms(section).anyMatch(form -> List.of(form.split(" ")).contains(word)))
        .map(this::text)
        .collect(Collectors.joining("\n"));
  }

  /**
   * A construct in passing: its title, how it is written, and what it means; without an example.
   *
   * @param kind its class in the syntax tree
   * @return Markdown; empty for what is part of other constructs only
   */
  public Optional<String> brief(EClass kind) {
    return sections().stream()
        .filter(section -> section.kind().equals(kind.getName()))
        .findFirst()
        .map(this::brief);
  }

  private String brief(Section section) {
    StringBuilder text =
        new StringBuilder("**").append(section.title().text()).append("**\n\n```\n");
    forms(section).forEach(form -> text.append(form).append('\n'));
    text.append("```\n");
    meanings
        .of(constructs.get(section.kind()).kind())
        .ifPresent(meaning -> text.append('\n').append(meaning).append('\n'));
    String prose = LINK.matcher(section.prose()).replaceAll("$1");
    return text.append(prose.isEmpty() ? "" : "\n" + prose).toString().strip();
  }

  /** The whole text. */
  public String text() {
    StringBuilder text = new StringBuilder();
    text.append("# The language\n\n");
    text.append("<!-- Made from the grammar and from the chapters beside");
    text.append(" org.hookline.dsl.reference.Reference; ReferenceTest says how. -->\n\n");
    List<String> titles = new ArrayList<>(chapters.stream().map(Chapter::title).toList());
    titles.addAll(List.of("Settings", "Kernels"));
    titles.forEach(t -> text.append("- [").append(t).append("](#").append(anchor(t)).append(")\n"));
    for (Chapter chapter : chapters) {
      text.append("\n## ").append(chapter.title()).append('\n');
      text.append(chapter.prose().isEmpty() ? "" : "\n" + chapter.prose() + "\n");
      chapter.sections().forEach(section -> text.append("\n##").append(text(section)));
    }
    return text + settings() + kernels();
  }

  private Stream<String> forms(Section section) {
    return Optional.ofNullable(constructs.get(section.kind())).stream()
        .flatMap(construct -> construct.forms().stream());
  }

  private String text(Section section) {
    StringBuilder text = new StringBuilder();
    text.append("# ").append(section.title().text()).append("\n\n");
    forms(section).forEach(form -> text.append("    ").append(form).append('\n'));
    Construct construct = constructs.get(section.kind());
    meanings.of(construct.kind()).ifPresent(m -> text.append('\n').append(m).append('\n'));
    text.append(section.prose().isEmpty() ? "" : "\n" + section.prose() + "\n");
    if (!construct.words().isEmpty()) {
      text.append('\n');
      construct.words().forEach((word, what) -> text.append(line(word, what)));
    }
    return text + "\n```hkl\n" + section.example() + "\n```\n";
  }

  private static String line(String word, String what) {
    return "- `" + word + "`: " + what + "\n";
  }

  private String settings() {
    StringBuilder text =
        new StringBuilder(
            "\n"
                + "## Settings\n\n"
                + "The sysctls that decide where packets go, by the last part of their names.\n\n");
    meanings.sysctls().stream()
        .sorted()
        .forEach(key -> text.append(line(key, meanings.sysctl(key).orElseThrow())));
    return text.toString();
  }

  private static String kernels() {
    StringBuilder text =
        new StringBuilder("\n## Kernels\n\nWhat kernels do differently, from the version on.\n\n");
    Behaviours.all()
        .forEach(
            b ->
                text.append(
                    line(
                        b.period().replace("since Linux ", ""),
                        b.what() + " (" + b.source() + ")")));
    return text.toString();
  }

  private static String anchor(String title) {
    return title.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9 -]", "").replace(' ', '-');
  }
}
