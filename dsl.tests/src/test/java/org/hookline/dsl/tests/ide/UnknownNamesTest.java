package org.hookline.dsl.tests.ide;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.eclipse.xtext.util.CancelIndicator;
import org.eclipse.xtext.validation.CheckMode;
import org.eclipse.xtext.validation.Issue;
import org.hookline.dsl.ide.problems.ProblemValidator;
import org.hookline.dsl.ide.quickfix.Fix;
import org.hookline.dsl.ide.quickfix.Fixes;
import org.hookline.dsl.ide.text.TextSpan;
import org.hookline.dsl.scoping.UnknownNames;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Wherever a name refers to nothing: did you mean, and the missing declaration. */
class UnknownNamesTest {

  /**
   * A name that refers to nothing.
   *
   * @param text with {@code <right|wrong>} where it stands
   */
  private record Case(String code, String text) {
    String written() {
      return text.replaceAll("<(.*?)\\|(.*?)>", "$2");
    }

    String meant() {
      return text.replaceAll("<(.*?)\\|(.*?)>", "$1");
    }

    String right() {
      return text.replaceAll("(?s).*<(.*?)\\|.*", "$1");
    }

    @Override
    public String toString() {
      return code + ": " + written();
    }
  }

  private static Stream<Case> cases() {
    return Map.of(
            "unknown-interface",
            List.of(
                "host a { interface eth0 table main { default dev <eth0|eht0> } }",
                "host a { interface eth0 interface v vlan 5 on <eth0|eht0> }",
                "host a { interface eth0 filter { chain INPUT { iif <eth0|eht0> drop } } }",
                "host a { interface eth0 rules { iif <eth0|eht0> lookup main } }",
                "host a { interface eth0 } segment s { <a.eth0|a.eht0> }",
                "host a { interface eth0 } check \"c\" { leaves by <a.eth0|a.eht0> }"),
            "unknown-host",
            List.of(
                "host web { } amend host <web|wbe> { kernel 6.1 }",
                "host web { } check \"c\" { delivered to <web|wbe> }",
                "host web { } check \"c\" { symmetric at <web|wbe> }",
                "host web { } check \"c\" { from <web|wbe> to 10.0.0.1 tcp 80 }",
                "host web { } simulate \"s\" { ping from <web|wbe> to 10.0.0.1 }"),
            "unknown-set",
            List.of(
                "set inside = { 10.0.0.1 } host a { filter { chain INPUT { saddr <inside|insdie> drop"
                    + " } } }",
                "set inside = { 10.0.0.1 } host a { nat { publish <inside|insdie> tcp 80 to 10.1.0.1 }"
                    + " }",
                "set inside = { 10.0.0.1 } host a { } check \"c\" { from a to <inside|insdie> tcp 80 }"),
            "unknown-service",
            List.of(
                "service web = tcp 80 host a { listen <web|wbe> }",
                "service web = tcp 80 host a { filter { chain INPUT { tcp dport <web|wbe> drop } } }",
                "service web = tcp 80 host a { } check \"c\" { from a to 10.0.0.1 <web|wbe> }"),
            "unknown-mark",
            List.of(
                "mark slow = 7 host a { rules { fwmark <slow|slwo> lookup main } }",
                "mark slow = 7 host a { mangle { chain INPUT { mark set <slow|slwo> } } }",
                "mark slow = 7 host a { mangle { chain INPUT { ct mark <slow|slwo> drop } } }"),
            "unknown-table",
            List.of("host a { table mobile 101 { } rules { lookup <mobile|mobil> } }"),
            "unknown-chain",
            List.of(
                "host a { filter { chain INPUT { jump <rest|rset> } chain rest { } } }",
                "host a { ebtables filter { chain INPUT { jump <rest|rset> } chain rest { } } }"),
            "unknown-segment",
            List.of("segment lan { } internet { on <lan|laan> }"))
        .entrySet()
        .stream()
        .flatMap(kind -> kind.getValue().stream().map(text -> new Case(kind.getKey(), text)));
  }

  @Test
  void everyKindOfUnknownNameIsTriedHere() {
    assertThat(cases().map(Case::code).distinct())
        .containsExactlyInAnyOrderElementsOf(UnknownNames.codes());
  }

  @ParameterizedTest
  @MethodSource("cases")
  void theNearestNameIsOfferedFirst(Case wrong) {
    Scene scene = Scene.of(wrong.written());
    Fix fix = fixes(wrong, scene).get(0);
    assertThat(fix.title()).isEqualTo("Change to '" + wrong.right() + "'");
    assertThat(fix.preferred()).isTrue();
    assertThat(scene.after(fix.edits())).containsEntry("main.hkl", wrong.meant());
  }

  @ParameterizedTest
  @MethodSource("cases")
  void theMissingDeclarationIsOfferedAndMakesTheNameKnown(Case wrong) {
    Scene scene = Scene.of(wrong.written());
    Fix fix =
        fixes(wrong, scene).stream()
            .filter(f -> f.title().startsWith("Declare "))
            .findFirst()
            .orElseThrow();
    String after = scene.after(fix.edits()).get("main.hkl");
    assertThat(issues(Scene.of(after)))
        .as(after)
        .extracting(Issue::getCode)
        .doesNotContain(wrong.code());
    assertThat(issues(Scene.of(after)))
        .as(after)
        .extracting(Issue::getCode)
        .doesNotContain("syntax");
  }

  private static List<Fix> fixes(Case wrong, Scene scene) {
    Issue issue =
        issues(scene).stream()
            .filter(found -> found.getCode().equals(wrong.code()))
            .findFirst()
            .orElseThrow();
    TextSpan span = new TextSpan(issue.getOffset(), issue.getLength());
    return Scene.service(Fixes.class).of(wrong.code(), span, scene.file("main.hkl"), () -> false);
  }

  private static List<Issue> issues(Scene scene) {
    return Scene.service(ProblemValidator.class)
        .validate(scene.file("main.hkl"), CheckMode.ALL, CancelIndicator.NullImpl);
  }
}
