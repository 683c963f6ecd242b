package org.hookline.dsl.tests.language;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.eclipse.xtext.GrammarUtil;
import org.eclipse.xtext.IGrammarAccess;
import org.hookline.model.Host;
import org.hookline.model.iface.Interface;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Awkward words, and keywords in the place of names. */
class TortureTest {
  /** Keywords that a kernel or the language itself keeps from being a name. */
  private static final Set<String> RESERVED = Set.of("default");

  @Test
  void everyAwkwardTokenIsRead() {
    Hkl.network(Hkl.load(Hkl.ROOT.resolve("dsl.tests/src/test/resources/torture.hkl")));
  }

  static Stream<String> keywords() {
    return keywordsOfTheGrammar().stream();
  }

  @ParameterizedTest
  @MethodSource("keywords")
  void everyKeywordIsAnInterfaceASetAndAChain(String keyword) {
    String iface = RESERVED.contains(keyword) ? "eth0" : shortened(keyword);
    Host host =
        Hkl.network(
                """
                set %1$s = { 10.0.0.0/8 }
                host box {
                  interface %2$s { address 10.0.0.1/24 }
                  table %1$s %3$s{ 10.1.0.0/16 dev %2$s unreachable 10.2.0.0/16 }
                  rules { 10: iif %2$s lookup %1$s oif %2$s lookup %1$s }
                  filter {
                    chain FORWARD { iif %2$s saddr %1$s jump %1$s oif != %2$s daddr %1$s goto %1$s }
                    chain %1$s { iif %2$s return saddr { %1$s, 10.0.0.1 } accept }
                  }
                  nat { masquerade from %1$s oif %2$s }
                }
                segment %1$s { box.%2$s }
                """
                    .formatted(
                        keyword, iface, Set.of("default", "local").contains(keyword) ? "" : "77 "))
            .host("box")
            .orElseThrow();
    assertThat(host.interfaces()).extracting(Interface::name).contains(iface);
    assertThat(host.packetTables().get(1).chain(keyword).orElseThrow().rules()).hasSize(2);
  }

  @Test
  void everyKeywordThatLooksLikeANameIsOne() {
    List<String> words = keywordsOfTheGrammar();
    assertThat(words).contains("set", "host", "default", "rp_filter", "l4proto", "internet");
    assertThat(words).hasSizeGreaterThan(120);
  }

  /** An interface name has room for 15 characters. */
  private static String shortened(String keyword) {
    return keyword.length() > 15 ? "eth0" : keyword;
  }

  private static List<String> keywordsOfTheGrammar() {
    IGrammarAccess grammar = Hkl.INJECTOR.getInstance(IGrammarAccess.class);
    return GrammarUtil.getAllKeywords(grammar.getGrammar()).stream()
        .filter(keyword -> keyword.matches("[a-z][a-z0-9_-]*"))
        .collect(Collectors.toCollection(TreeSet::new))
        .stream()
        .toList();
  }
}
