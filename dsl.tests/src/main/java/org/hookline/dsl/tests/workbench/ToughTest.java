package org.hookline.dsl.tests.workbench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hookline.dsl.tests.workbench.Workbench.build;
import static org.hookline.dsl.tests.workbench.Workbench.closeEditors;
import static org.hookline.dsl.tests.workbench.Workbench.open;
import static org.hookline.dsl.tests.workbench.Workbench.page;
import static org.hookline.dsl.tests.workbench.Workbench.ui;
import static org.hookline.dsl.tests.workbench.Workbench.until;

import java.nio.file.Files;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.eclipse.core.resources.IFile;
import org.eclipse.core.resources.IResource;
import org.hookline.ui.bridge.HklFiles;
import org.hookline.ui.editor.HklEditor;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What must not take the workbench down. */
class ToughTest {
  private static final String GOOD = "host a {\n  interface eth0\n}\n";
  private static final String BAD = "host a {\n  table main { default dev eht0 }\n}\n";

  private TestProject project;

  @BeforeEach
  void makeProject() throws Exception {
    project = TestProject.empty("tough");
  }

  @AfterEach
  void deleteProject() throws Exception {
    closeEditors();
    project.delete();
  }

  @Test
  void aBrokenFileIsMarkedAndTheOthersAreStillRead() throws Exception {
    IFile broken = project.write("broken.hkl", "}}} host { \"\u0001 /* ((( \uD83D\uDE00");
    project.write("bad.hkl", BAD);
    open(broken);
    build();
    assertThat(project.problems("broken.hkl")).isNotEmpty().allMatch(p -> p.endsWith(": syntax"));
    assertThat(project.problems("bad.hkl")).containsExactly("2: unknown-interface");
  }

  @Test
  void aHugeFileSaysThatItIsTooLargeAndOpensAsText() throws Exception {
    String line = "// " + "x".repeat(997) + "\n";
    IFile huge =
        project.write("huge.hkl", line.repeat((int) (HklFiles.LARGEST / line.length()) + 2));
    project.write("bad.hkl", BAD);
    build();
    assertThat(project.problems("huge.hkl")).hasSize(1);
    assertThat(project.problems("bad.hkl")).containsExactly("2: unknown-interface");
    HklEditor editor = open(huge);
    assertThat(ui(editor::text)).isEmpty();
  }

  @Test
  void aFileThatIsDeletedUnderItsEditorTakesItsProblemsAlong() throws Exception {
    IFile base = project.write("base.hkl", GOOD);
    project.write("more.hkl", "import \"base.hkl\"\namend host a { interface eth1 }\n");
    build();
    assertThat(project.problems("more.hkl")).isEmpty();
    open(base);
    Files.delete(base.getLocation().toPath());
    project.project().refreshLocal(IResource.DEPTH_INFINITE, null);
    build();
    // the editor, which closes itself, has the text a little longer than the disk
    until("the problem", () -> project.problems("more.hkl").contains("1: missing-import"));
    until("the scripts to go", () -> project.text("src-gen/base/a/apply.sh").isEmpty());
    project.write("base.hkl", GOOD);
    build();
    assertThat(project.problems("more.hkl")).isEmpty();
  }

  @Test
  void aFileAndAFolderOfTheSameNameKeepTheirScriptsApart() throws Exception {
    project.project().getFolder("net").create(true, true, null);
    project.write("net/inner.hkl", "host b {\n  interface eth0\n}\n");
    IFile outer = project.write("net.hkl", GOOD);
    build();
    assertThat(project.text("src-gen/net/a/apply.sh")).contains("#!");
    assertThat(project.text("src-gen/net/inner/b/apply.sh")).contains("#!");
    outer.delete(true, null);
    build();
    assertThat(project.text("src-gen/net/a/apply.sh")).isEmpty();
    assertThat(project.text("src-gen/net/inner/b/apply.sh")).contains("#!");
  }

  @Test
  void anEndlessCycleOfImportsIsSaidToBeOne() throws Exception {
    project.write("one.hkl", "import \"two.hkl\"\nhost a { }\n");
    project.write("two.hkl", "import \"one.hkl\"\nhost b { }\n");
    build();
    assertThat(project.problems("one.hkl")).anyMatch(p -> p.endsWith("import-cycle"));
    project.write("two.hkl", "host b { }\n");
    build();
    assertThat(project.problems("one.hkl")).isEmpty();
  }

  @Test
  void twoHundredFilesAreReadWhileTheWindowGoesOnAnswering() throws Exception {
    project.write("base.hkl", GOOD);
    for (int i = 0; i < 200; i++) {
      String text = "import \"base.hkl\"\namend host a {\n  table main { default dev eth0 }\n}\n";
      project.write("file" + i + ".hkl", text);
    }
    AtomicInteger answers = new AtomicInteger();
    AtomicBoolean built = new AtomicBoolean();
    Thread user =
        new Thread(
            () -> {
              while (!built.get()) {
                answers.addAndGet(ui(() -> page().isPartVisible(page().getActivePart()) ? 1 : 1));
              }
            });
    user.start();
    build();
    built.set(true);
    user.join();
    assertThat(answers).hasValueGreaterThan(20);
    assertThat(project.problems("file199.hkl")).isEmpty();
    project.write("base.hkl", "host a {\n  interface eth1\n}\n");
    build();
    for (int i = 0; i < 200; i++) {
      assertThat(project.problems("file" + i + ".hkl")).containsExactly("3: unknown-interface");
    }
  }
}
