package org.hookline.dsl.tests.lsp;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import org.eclipse.lsp4j.ClientCapabilities;
import org.eclipse.lsp4j.Diagnostic;
import org.eclipse.lsp4j.WorkspaceClientCapabilities;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** Each editor service once, through the protocol. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class LanguageServerTest {
  private EditorSession editor;

  @BeforeAll
  void open(@TempDir Path folder) throws IOException {
    ClientCapabilities capabilities = new ClientCapabilities();
    capabilities.setWorkspace(new WorkspaceClientCapabilities());
    editor = new EditorSession(folder, capabilities);
  }

  @AfterAll
  void close() {
    assertThat(editor.leave()).isZero();
    editor.close();
  }

  @Test
  void problemsAreTold() {
    editor.open("typo.hkl", "host a {\n  interface eth0\n  table main { default dev eht0 }\n}\n");
    Diagnostic problem = editor.problems("typo.hkl", EditorSession.has("unknown-interface")).get(0);
    assertThat(problem.getMessage().getLeft())
        .isEqualTo("no interface is called 'eht0' on host a; did you mean 'eth0'?");
    assertThat(problem.getRange().getStart().getLine()).isEqualTo(2);
    assertThat(problem.getRange().getStart().getCharacter()).isEqualTo(27);
    assertThat(problem.getRange().getEnd().getCharacter()).isEqualTo(31);
    editor.change("typo.hkl", "host a {\n  interface eth0\n  table main { default dev eth0 }\n}\n");
    editor.problems("typo.hkl", EditorSession.none());
  }

  @Test
  void aChangeInAnImportIsSeenByTheFileThatImports() {
    editor.open("base.hkl", "host a { interface eth0 }\n");
    editor.open("main.hkl", "import \"base.hkl\"\nsegment s { a.eth0 }\n");
    editor.problems("main.hkl", EditorSession.none());
    editor.change("base.hkl", "host a { interface eth1 }\n");
    editor.problems("main.hkl", EditorSession.has("unknown-interface"));
    editor.change("base.hkl", "host a { interface eth0 kernel }\n");
    editor.problems("main.hkl", EditorSession.has("broken-import"));
    editor.change("base.hkl", "host a { interface eth0 }\n");
    editor.problems("main.hkl", EditorSession.none());
  }

  @Test
  void verdictsAppearOnTheirCheckAndGoWhenItIsRepaired() {
    String network =
        """
        host a { interface e { address 10.0.0.1/24 } }
        host b { interface e { address 10.0.0.2/24 } PORT }
        link a.e -- b.e
        check "b answers" { from a to 10.0.0.2 tcp 80 delivered to b }
        """;
    editor.open("verdict.hkl", network.replace("PORT", ""));
    Diagnostic refuted = editor.problems("verdict.hkl", EditorSession.has("check-refuted")).get(0);
    assertThat(refuted.getRange().getStart().getLine()).isEqualTo(3);
    assertThat(refuted.getMessage().getLeft()).contains("delivered to b fails for");
    editor.change("verdict.hkl", network.replace("PORT", "listen tcp 80"));
    editor.problems("verdict.hkl", EditorSession.none());
  }
}
