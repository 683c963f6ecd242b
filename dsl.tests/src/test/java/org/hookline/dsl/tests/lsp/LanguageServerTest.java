package org.hookline.dsl.tests.lsp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.eclipse.lsp4j.ChangeAnnotation;
import org.eclipse.lsp4j.CodeAction;
import org.eclipse.lsp4j.CodeActionContext;
import org.eclipse.lsp4j.CodeActionParams;
import org.eclipse.lsp4j.CompletionItem;
import org.eclipse.lsp4j.CompletionParams;
import org.eclipse.lsp4j.DefinitionParams;
import org.eclipse.lsp4j.Diagnostic;
import org.eclipse.lsp4j.DocumentFormattingParams;
import org.eclipse.lsp4j.DocumentHighlightParams;
import org.eclipse.lsp4j.DocumentSymbol;
import org.eclipse.lsp4j.DocumentSymbolParams;
import org.eclipse.lsp4j.FileChangeType;
import org.eclipse.lsp4j.FoldingRange;
import org.eclipse.lsp4j.FoldingRangeRequestParams;
import org.eclipse.lsp4j.FormattingOptions;
import org.eclipse.lsp4j.HoverParams;
import org.eclipse.lsp4j.InsertTextFormat;
import org.eclipse.lsp4j.Location;
import org.eclipse.lsp4j.Position;
import org.eclipse.lsp4j.PrepareRenameParams;
import org.eclipse.lsp4j.ReferenceContext;
import org.eclipse.lsp4j.ReferenceParams;
import org.eclipse.lsp4j.RenameParams;
import org.eclipse.lsp4j.SemanticTokens;
import org.eclipse.lsp4j.SemanticTokensParams;
import org.eclipse.lsp4j.TextEdit;
import org.eclipse.lsp4j.WorkspaceEdit;
import org.eclipse.lsp4j.WorkspaceSymbol;
import org.eclipse.lsp4j.WorkspaceSymbolParams;
import org.eclipse.lsp4j.jsonrpc.ResponseErrorException;
import org.eclipse.lsp4j.jsonrpc.messages.Either;
import org.eclipse.lsp4j.services.TextDocumentService;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Each editor service once, through the protocol. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class LanguageServerTest {
  private static final String BASE =
      """
      /** The box in the middle. */
      host box {
        interface eth0 { address 10.0.0.1/24 }
        nat { publish 10.0.0.1 tcp 80 to 10.0.0.2 }
        filter { chain INPUT { tcp dport 22 accept } }
      }
      """;

  private static final String NET =
      """
      import "base.hkl"
      host web {
        interface eth0 { address 10.0.0.2/24 }
        listen tcp 80
      }
      link box.eth0 -- web.eth0
      check "web answers" {
        from box to 10.0.0.2 tcp 80
        delivered to web
      }
      """;

  private static final String SCANNED = "host scanned { interface e }\n";

  private EditorSession editor;

  /** The first place of some words in one of the two files. */
  private static Position position(String file, String at) {
    String text = file.equals("net.hkl") ? NET : BASE;
    int offset = text.indexOf(at);
    int line = (int) text.substring(0, offset).chars().filter(c -> c == '\n').count();
    return new Position(line, offset - (text.lastIndexOf('\n', offset - 1) + 1));
  }

  private TextDocumentService documents() {
    return editor.server().getTextDocumentService();
  }

  @BeforeAll
  void open(@TempDir Path folder) throws IOException {
    Files.writeString(folder.resolve("scanned.hkl"), SCANNED);
    editor = new EditorSession(folder, EditorSession.everything());
    editor.open("base.hkl", BASE);
    editor.open("net.hkl", NET);
    editor.problems("net.hkl", EditorSession.none());
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
    editor.open("below.hkl", "host a { interface eth0 }\n");
    editor.open("above.hkl", "import \"below.hkl\"\nsegment s { a.eth0 }\n");
    editor.problems("above.hkl", EditorSession.none());
    editor.change("below.hkl", "host a { interface eth1 }\n");
    editor.problems("above.hkl", EditorSession.has("unknown-interface"));
    editor.change("below.hkl", "host a { interface eth0 kernel }\n");
    editor.problems("above.hkl", EditorSession.has("broken-import"));
    editor.change("below.hkl", "host a { interface eth0 }\n");
    editor.problems("above.hkl", EditorSession.none());
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

  @Test
  void completion() {
    CompletionParams params =
        new CompletionParams(editor.document("net.hkl"), position("net.hkl", "eth0 -- web"));
    List<CompletionItem> items =
        EditorSession.await(documents().completion(params)).getRight().getItems();
    assertThat(items).extracting(CompletionItem::getLabel).contains("box.eth0");
  }

  @ParameterizedTest
  @CsvSource({
    "net.hkl, host web, host …",
    "net.hkl, check \"web, check …",
    "base.hkl, interface eth0, uplink …",
    "base.hkl, publish 10.0, publish …"
  })
  void templatesAreSnippets(String file, String place, String template) {
    CompletionParams params = new CompletionParams(editor.document(file), position(file, place));
    List<CompletionItem> items =
        EditorSession.await(documents().completion(params)).getRight().getItems();
    assertThat(items)
        .filteredOn(item -> item.getLabel().equals(template))
        .singleElement()
        .satisfies(
            item -> assertThat(item.getInsertTextFormat()).isEqualTo(InsertTextFormat.Snippet));
  }

  @Test
  void keywordsAreThoseOfTheirPlace() {
    CompletionParams params =
        new CompletionParams(editor.document("base.hkl"), position("base.hkl", "interface eth0"));
    assertThat(EditorSession.await(documents().completion(params)).getRight().getItems())
        .extracting(CompletionItem::getLabel)
        .contains("interface", "table", "rules", "nat", "kernel")
        .doesNotContain("check", "accept", "host");
  }

  @ParameterizedTest
  @CsvSource({
    "net.hkl, box.eth0, The box in the middle.",
    "net.hkl, delivered to, A listener on the host accepts some copy of the opening packet.",
    "base.hkl, publish, 'iptables -t nat -A PREROUTING -d 10.0.0.1/32 -p tcp -m tcp --dport 80 -j DNAT'",
    "base.hkl, accept, 'Rule 1 of 1 in filter INPUT of `box`'"
  })
  void hover(String file, String word, String said) {
    HoverParams params = new HoverParams(editor.document(file), position(file, word));
    assertThat(EditorSession.await(documents().hover(params)).getContents().getRight().getValue())
        .contains(said);
  }

  @Test
  void definitionInAnotherFile() {
    DefinitionParams params =
        new DefinitionParams(editor.document("net.hkl"), position("net.hkl", "box.eth0"));
    Location location = EditorSession.await(documents().definition(params)).getLeft().get(0);
    assertThat(location.getUri()).isEqualTo(editor.uri("base.hkl"));
    assertThat(location.getRange().getStart()).isEqualTo(new Position(1, 5));
  }

  @Test
  void referencesInAllFiles() {
    ReferenceParams params =
        new ReferenceParams(
            editor.document("base.hkl"), new Position(1, 5), new ReferenceContext(true));
    assertThat(EditorSession.await(documents().references(params)).stream().map(Location::getUri))
        .containsExactlyInAnyOrder(
            editor.uri("base.hkl"), editor.uri("net.hkl"), editor.uri("net.hkl"));
  }

  @Test
  void occurrences() {
    DocumentHighlightParams params =
        new DocumentHighlightParams(editor.document("net.hkl"), position("net.hkl", "web {"));
    assertThat(EditorSession.await(documents().documentHighlight(params))).hasSize(3);
  }

  @Test
  void renameAcrossFiles() {
    PrepareRenameParams prepare =
        new PrepareRenameParams(editor.document("net.hkl"), position("net.hkl", "box.eth0"));
    assertThat(EditorSession.await(documents().prepareRename(prepare)).getSecond().getPlaceholder())
        .isEqualTo("box");
    RenameParams params =
        new RenameParams(editor.document("net.hkl"), position("net.hkl", "box.eth0"), "mirrors");
    WorkspaceEdit edit = EditorSession.await(documents().rename(params));
    assertThat(edit.getChanges().get(editor.uri("base.hkl"))).hasSize(1);
    assertThat(edit.getChanges().get(editor.uri("net.hkl")))
        .hasSize(2)
        .allMatch(change -> change.getNewText().equals("mirrors"));
  }

  @Test
  void aRenameThatWouldBeWrongIsRefusedWithItsReason() {
    RenameParams params =
        new RenameParams(editor.document("net.hkl"), position("net.hkl", "box.eth0"), "web");
    assertThatThrownBy(() -> documents().rename(params).get(60, TimeUnit.SECONDS))
        .hasRootCauseInstanceOf(ResponseErrorException.class)
        .hasMessageContaining("web");
  }

  @Test
  void outlineAndFolding() {
    List<DocumentSymbol> symbols =
        EditorSession.await(
                documents().documentSymbol(new DocumentSymbolParams(editor.document("net.hkl"))))
            .stream()
            .map(Either::getRight)
            .toList();
    assertThat(symbols)
        .extracting(DocumentSymbol::getName)
        .containsExactly("web", "link box.eth0 -- web.eth0", "web answers");
    assertThat(
            EditorSession.await(
                    documents()
                        .foldingRange(new FoldingRangeRequestParams(editor.document("net.hkl"))))
                .stream()
                .map(FoldingRange::getStartLine))
        .containsExactly(1, 6);
  }

  @Test
  void formatting() {
    editor.open("ugly.hkl", "host   a{interface   eth0{}\n}\n");
    DocumentFormattingParams params =
        new DocumentFormattingParams(editor.document("ugly.hkl"), new FormattingOptions(2, true));
    List<? extends TextEdit> edits = EditorSession.await(documents().formatting(params));
    assertThat(edits.stream().map(TextEdit::getNewText)).isNotEmpty().allMatch(String::isBlank);
  }

  @Test
  void symbolsOfTheWorkspace() {
    assertThat(
            EditorSession.await(
                    editor.server().getWorkspaceService().symbol(new WorkspaceSymbolParams("box")))
                .getRight()
                .stream()
                .map(WorkspaceSymbol::getName))
        .contains("box", "box.eth0");
  }

  @Test
  void aFileThatWasFoundInTheFolderIsTheSameOneWhenItIsOpened() {
    editor.open("scanned.hkl", SCANNED);
    editor.problems("scanned.hkl", EditorSession.none());
    assertThat(
            EditorSession.await(
                    editor
                        .server()
                        .getWorkspaceService()
                        .symbol(new WorkspaceSymbolParams("scanned")))
                .getRight()
                .stream()
                .map(WorkspaceSymbol::getName))
        .containsExactly("scanned", "scanned.e");
  }

  @Test
  void coloursByMeaning() {
    SemanticTokens tokens =
        EditorSession.await(
            documents().semanticTokensFull(new SemanticTokensParams(editor.document("net.hkl"))));
    List<String> legend =
        editor.greeting().getCapabilities().getSemanticTokensProvider().getLegend().getTokenTypes();
    assertThat(legend.get(tokens.getData().get(3))).isEqualTo("keyword");
    assertThat(tokens.getData()).hasSizeGreaterThan(5 * 20);
  }

  @Test
  void lensesShowVerdicts() {
    assertThat(editor.lenses("net.hkl", lens -> lens.contains("proved"))).containsExactly("proved");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "unknown-interface | host a { interface eth0 table main { default dev eht0 } }"
            + " | Change to 'eth0' | Declare interface 'eht0'",
        "unknown-table | host a { table mobile 101 { } rules { lookup mobil } }"
            + " | Change to 'mobile' | Declare routing table 'mobil'",
        "host-bits | host a { rules { from 10.8.3.1/16 lookup main } }"
            + " | Change to '10.8.0.0/16' | Change to '10.8.3.1'",
        "dead-rule | host a { filter { chain INPUT { tcp drop tcp dport 22 accept } } }"
            + " | Remove this line |"
      })
  void repairsComeWithTheProblem(String code, String text, String first, String second) {
    editor.open(code + ".hkl", text);
    List<Diagnostic> problems = editor.problems(code + ".hkl", EditorSession.has(code));
    List<String> titles =
        actions(code + ".hkl", problems).stream().map(CodeAction::getTitle).toList();
    assertThat(titles).first().isEqualTo(first);
    assertThat(second == null || titles.contains(second)).as(titles.toString()).isTrue();
  }

  private List<CodeAction> actions(String file, List<Diagnostic> problems) {
    CodeActionParams params =
        new CodeActionParams(
            editor.document(file), problems.get(0).getRange(), new CodeActionContext(problems));
    return EditorSession.await(documents().codeAction(params)).stream()
        .map(Either::getRight)
        .toList();
  }

  @Test
  void theRepairOfTheFirstExampleSaysWhatItChanges() throws IOException {
    Path example = Path.of(System.getProperty("hookline.root"), "examples", "multi-uplink");
    editor.write("seed-base.hkl", Files.readString(example.resolve("base.hkl")));
    editor.open(
        "seed.hkl",
        Files.readString(example.resolve("before.hkl")).replace("base.hkl", "seed-base.hkl"));
    List<Diagnostic> problems = editor.problems("seed.hkl", EditorSession.has("check-refuted"));
    List<CodeAction> offered = actions("seed.hkl", problems);
    CodeAction action = offered.get(0);
    assertThat(action.getTitle()).contains("add 3 ip rules", "breaks 1 check");
    assertThat(action.getEdit().getChangeAnnotations().values())
        .singleElement()
        .satisfies(
            effect -> {
              assertThat(effect.getNeedsConfirmation()).isTrue();
              assertThat(effect.getDescription())
                  .contains("No longer answered", "10.8.10.2", "10.8.20.2 port 3306");
            });
    assertThat(offered)
        .filteredOn(CodeAction::getIsPreferred)
        .singleElement()
        .satisfies(
            connmark -> {
              assertThat(connmark.getTitle()).startsWith("Let connections remember their uplink");
              assertThat(connmark.getEdit().getChangeAnnotations().values())
                  .extracting(ChangeAnnotation::getDescription)
                  .allMatch(effect -> effect.contains("refuted → **proved**"))
                  .noneMatch(effect -> effect.contains("No longer answered"));
            });
  }

  @Test
  void aFileThatVanishesWithoutAWordDoesNoHarm() throws IOException {
    editor.write("gone-base.hkl", "host a { interface eth0 }\n");
    editor.open("gone.hkl", "import \"gone-base.hkl\"\nsegment s { a.eth0 }\n");
    editor.problems("gone.hkl", EditorSession.none());
    editor.delete("gone-base.hkl");
    editor.change("gone.hkl", "import \"gone-base.hkl\"\nsegment s { a.eth0 }\n// later\n");
    editor.problems("gone.hkl", EditorSession.has("missing-import"));
    editor.write("gone-base.hkl", "host a { interface eth0 }\n");
    editor.touched("gone-base.hkl", FileChangeType.Created);
    editor.problems("gone.hkl", EditorSession.none());
  }

  @Test
  void aFileWhoseReadingFailsDoesNoHarmToTheOthers() throws IOException {
    // a regular file with an error behind its first byte, as of a broken disk or a lost mount
    editor.link("sick.hkl", Path.of("/proc/self/mem"));
    editor.touched("sick.hkl", FileChangeType.Created);
    editor.open("well.hkl", "host a { table main { default dev eht0 } }\n");
    editor.problems("well.hkl", EditorSession.has("unknown-interface"));
    editor.delete("sick.hkl");
  }

  @Test
  void filesThatImportEachOtherDoNoHarm() {
    editor.open("cycle-a.hkl", "import \"cycle-b.hkl\"\nhost a { }\n");
    editor.open("cycle-b.hkl", "import \"cycle-a.hkl\"\nhost b { }\n");
    editor.problems("cycle-a.hkl", EditorSession.has("import-cycle"));
    editor.change("cycle-b.hkl", "host b { }\n");
    editor.problems("cycle-a.hkl", EditorSession.none());
  }

  @Test
  void aFileOutsideOfTheFolderIsServedToo() {
    editor.open("../elsewhere.hkl", "host a { table main { default dev eht0 } }\n");
    editor.problems("../elsewhere.hkl", EditorSession.has("unknown-interface"));
  }

  @Test
  void aFileThatIsFarTooLargeSaysSo() {
    editor.open("huge.hkl", "// " + "x".repeat(9 << 20) + "\n");
    editor.problems("huge.hkl", EditorSession.has("too-large"));
    editor.change("huge.hkl", "host a { }\n");
    editor.problems("huge.hkl", EditorSession.none());
  }
}
