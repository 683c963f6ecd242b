package org.hookline.dsl.tests.ide;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.hookline.dsl.ide.tokens.Token;
import org.hookline.dsl.ide.tokens.Tokens;
import org.junit.jupiter.api.Test;

/** Colours: by what a word means where it stands. */
class TokensTest {

  @Test
  void namesAreColouredByWhatTheyMean() {
    assertThat(tokens("host box { interface eth0 }\nsegment lan { box.eth0 }"))
        .containsExactly(
            "host keyword",
            "box host declaration",
            "interface keyword",
            "eth0 interface declaration",
            "segment keyword",
            "lan segment declaration",
            "box host",
            "eth0 interface");
  }

  @Test
  void aKeywordThatIsANameIsColouredAsName() {
    assertThat(tokens("host a { filter { chain log { accept } chain INPUT { jump log } } }"))
        .containsSubsequence(
            "log chain declaration", "accept verdict", "jump verdict", "log chain");
  }

  @Test
  void wordsAreColouredByWhatTheyAre() {
    assertThat(
            tokens(
                """
                host a {
                  sysctl net.ipv4.ip_forward = 1
                  rules { 100: from 10.0.0.0/8 fwmark 0x1/0xff lookup main }
                  filter { chain INPUT { tcp dport 80 log prefix "in: " } }
                }
                """))
        .containsSubsequence(
            "net.ipv4.ip_forward sysctl",
            "1 number",
            "100: number",
            "10.0.0.0/8 address",
            "0x1/0xff number",
            "lookup verdict",
            "main table defaultLibrary",
            "tcp keyword",
            "80 number",
            "log verdict",
            "\"in: \" string");
  }

  @Test
  void aWordThatItsPlaceKnowsIsAValueAlsoWhenItIsAKeywordElsewhere() {
    assertThat(
            tokens(
                """
                host a {
                  interface eth0 { rp_filter loose }
                  filter { chain INPUT { ct state new, established reject with tcp-reset } }
                }
                simulate "s" { connect tcp from a to 10.0.0.1:80 expect refused }
                """))
        .contains(
            "loose value", "new value", "established value", "tcp-reset value", "refused value");
  }

  @Test
  void aNameThatRefersToNothingHasNoColour() {
    assertThat(tokens("host a { interface eth0 table main { default dev eht0 } }"))
        .noneMatch(token -> token.startsWith("eht0"));
  }

  @Test
  void addressesOfBothFamiliesAreRecognised() {
    assertThat(tokens("set x = { 10.0.0.1-10.0.0.9, ::1, 2001:db8::/32 }"))
        .contains("10.0.0.1-10.0.0.9 address", "::1 address", "2001:db8::/32 address");
  }

  @Test
  void theInterfaceInsideASysctlKeyIsAName() {
    assertThat(tokens("host a { interface eth0.95 sysctl net.ipv4.conf.eth0/95.rp_filter = 1 }"))
        .containsSubsequence("net.ipv4.conf. sysctl", "eth0/95 interface", ".rp_filter sysctl");
  }

  @Test
  void commentsHaveOneTokenALine() {
    assertThat(tokens("/** What\n * it is. */\nhost a { } // why\n"))
        .containsExactly(
            "/** What documentation documentation",
            "* it is. */ documentation documentation",
            "host keyword",
            "a host declaration",
            "// why comment");
  }

  @Test
  void aBrokenTextKeepsItsColours() {
    assertThat(tokens("host a { interface eth0 { address } table }\nhost b"))
        .contains("a host declaration", "eth0 interface declaration", "b host declaration");
  }

  private static List<String> tokens(String text) {
    Scene scene = Scene.of(text);
    return Scene.service(Tokens.class).of(scene.file("main.hkl")).stream()
        .map(token -> shown(token, text))
        .toList();
  }

  private static String shown(Token token, String text) {
    return String.join(
        " ",
        Stream.concat(
                Stream.of(token.span().in(text), token.kind().name().toLowerCase(Locale.ROOT)),
                token.modifiers().stream())
            .toList());
  }
}
