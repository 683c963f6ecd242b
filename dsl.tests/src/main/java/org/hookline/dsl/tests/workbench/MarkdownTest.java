package org.hookline.dsl.tests.workbench;

import static org.assertj.core.api.Assertions.assertThat;

import org.hookline.ui.text.Markdown;
import org.junit.jupiter.api.Test;

/** What hovers and stories look like without their signs. */
class MarkdownTest {

  @Test
  void linesOfAParagraphGoOnAndParagraphsStayApart() {
    assertThat(Markdown.of("one\ntwo\n\nthree").text()).isEqualTo("one two\n\nthree");
    assertThat(Markdown.of("- one\n  and more\n- two").text()).isEqualTo("• one and more\n• two");
    assertThat(Markdown.of("# Head\nbody").text()).isEqualTo("Head\nbody");
  }

  @Test
  void codeKeepsItsLines() {
    assertThat(Markdown.of("so:\n```\na {\n  b\n}\n```\nand").text())
        .isEqualTo("so:\na {\n  b\n}\nand");
  }

  @Test
  void columnsOfATableAreAsWideAsTheirWidestCell() {
    assertThat(Markdown.of("| to | from |\n|---|---|\n| a long one | b |").text())
        .isEqualTo("to          from\na long one  b");
  }

  @Test
  void partsThatLookDifferentAreWhereTheTextIs() {
    Markdown read = Markdown.of("a **bold** word\nand `code`");
    assertThat(read.text()).isEqualTo("a bold word and code");
    assertThat(read.parts())
        .extracting(part -> read.text().substring(part.start(), part.start() + part.length()))
        .containsExactly("bold", "code");
  }
}
