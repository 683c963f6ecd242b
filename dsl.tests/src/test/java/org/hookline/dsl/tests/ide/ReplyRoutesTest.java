package org.hookline.dsl.tests.ide;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.eclipse.xtext.resource.XtextResource;
import org.hookline.check.CheckResult;
import org.hookline.check.Verdict;
import org.hookline.dsl.ide.network.LoweredFile;
import org.hookline.dsl.ide.network.LoweredFiles;
import org.hookline.dsl.ide.network.WhatIf;
import org.hookline.dsl.ide.quickfix.Fix;
import org.hookline.dsl.ide.quickfix.Fixes;
import org.hookline.dsl.ide.text.Edit;
import org.hookline.dsl.ide.text.TextSpan;
import org.hookline.dsl.prove.Prover;
import org.junit.jupiter.api.Test;

/** The story of the first example: what repairs it, and what each repair costs. */
class ReplyRoutesTest {
  private static final Path EXAMPLE =
      Path.of(System.getProperty("hookline.root"), "examples", "multi-uplink");

  private static final String DATABASE = "the container reaches the database inside";

  private final XtextResource before = open("before.hkl");

  @Test
  void atTheRefutedCheckTheSeedsThreeRulesAreOfferedWithTheirPrice() {
    Fix fix = offered(before, "check-refuted", "import").get(0);
    assertThat(fix.title())
        .startsWith("Route replies by their uplink: add 3 ip rules")
        .contains("repairs 1 check; breaks 1 check");
    assertThat(fix.description())
        .contains(
            "- \"rsync answers on every uplink\": refuted → **proved**",
            "- \"" + DATABASE + "\": proved → **refuted**",
            "- internet: tcp to 202.141.160.110 port 50000-50100",
            "- internet: tcp from 221.224.40.18 to 202.38.95.110",
            "- lab: tcp from 10.8.10.2, 10.8.95.2, 10.8.140.2 to 10.8.20.2 port 3306");
    assertThat(textAfter(fix, "before.hkl"))
        .contains(
            """
            import "base.hkl"

            amend host mirrors {
              rules {
                from 10.8.95.2 lookup cernet
                from 10.8.10.2 lookup telecom
                from 10.8.140.2 lookup mobile
              }
            }
            """);
    assertThat(verdicts(fix))
        .containsEntry("rsync answers on every uplink", Verdict.PROVED)
        .containsEntry(DATABASE, Verdict.REFUTED);
  }

  @Test
  void theConnmarkAlternativeBreaksNothingAndIsPreferred() {
    List<Fix> fixes = offered(before, "check-refuted", "import");
    Fix fix = fixes.get(fixes.size() - 1);
    assertThat(fix.title()).startsWith("Let connections remember their uplink");
    assertThat(fixes).filteredOn(Fix::preferred).containsExactly(fix);
    assertThat(fix.description()).doesNotContain("No longer answered");
    assertThat(textAfter(fix, "before.hkl"))
        .contains("mark via-telecom = 101", "iif lxc mark set ct mark");
    assertThat(verdicts(fix)).doesNotContainValue(Verdict.REFUTED);
  }

  @Test
  void inTheHostsOwnFileTheRulesGoIntoItsBlock() {
    XtextResource base = open("base.hkl");
    Fix fix = offered(base, "check-refuted", "rsync answers").get(0);
    assertThat(textAfter(fix, "base.hkl"))
        .contains(
            """
                32765: from 202.38.95.110   lookup cernet
                from 10.8.95.2 lookup cernet
                from 10.8.10.2 lookup telecom
                from 10.8.140.2 lookup mobile
              }
            """);
  }

  @Test
  void atAPublishedAddressOnlyItsOwnRuleIsOffered() {
    XtextResource base = open("base.hkl");
    Fix fix = offered(base, "", "publish 202.141.160.110").get(0);
    assertThat(fix.title())
        .startsWith("Route replies from 10.8.10.2 by their uplink: add an ip rule");
    assertThat(fix.description()).contains("- internet: tcp to 202.141.160.110 port 50000-50100");
  }

  @Test
  void whereEverythingIsProvedNothingIsOffered() {
    assertThat(offered(open("after-connmark.hkl"), "check-refuted", "import")).isEmpty();
  }

  private static List<Fix> offered(XtextResource file, String code, String at) {
    int offset = text(file).indexOf(at);
    return Scene.service(Fixes.class).of(code, new TextSpan(offset, 0), file, () -> false);
  }

  private Map<String, Verdict> verdicts(Fix fix) {
    XtextResource after = Scene.service(WhatIf.class).after(fix.edits(), before);
    LoweredFile lowered = Scene.service(LoweredFiles.class).of(after);
    return Scene.service(Prover.class)
        .prove(lowered.networkTexts(), lowered.network().orElseThrow(), () -> false)
        .stream()
        .collect(Collectors.toMap(r -> r.check().name(), CheckResult::verdict));
  }

  private static String textAfter(Fix fix, String file) {
    XtextResource original = open(file);
    return Edit.apply(
        text(original), fix.edits().byFile().getOrDefault(original.getURI(), List.of()));
  }

  private static String text(XtextResource file) {
    return file.getParseResult().getRootNode().getText();
  }

  private static XtextResource open(String name) {
    Path file = EXAMPLE.resolve(name);
    try {
      return Scene.onDisk(file, Files.readString(file));
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }
}
