package org.hookline.emit;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.hookline.importer.Dump;
import org.hookline.importer.DumpKind;
import org.hookline.importer.HostImport;
import org.hookline.model.Host;
import org.junit.jupiter.api.Test;

/** Which rule of the model stands where in the kernel. */
class StandingTest {
  private static final Host HOST = host();

  private static Host host() {
    String rules =
        """
        *filter
        :FORWARD ACCEPT [0:0]
        :log - [0:0]
        -A FORWARD -j log
        -A FORWARD -p tcp -m multiport --ports 53,123 -j DROP
        -A FORWARD -j ACCEPT
        -A log -p tcp -j RETURN
        COMMIT
        """;
    Map<DumpKind, Dump> dumps = new EnumMap<>(DumpKind.class);
    dumps.put(DumpKind.IPTABLES, new Dump("iptables-save", rules));
    return HostImport.of("r", dumps).host();
  }

  private static List<Optional<String>> places(Standing standing, String... seen) {
    return List.of(seen).stream().map(standing::of).toList();
  }

  @Test
  void iptablesHasALineForEachRuleWhicheverKindLoadedIt() {
    Standing standing = Standing.of(HOST, Backend.IPTABLES);
    assertThat(places(standing, "filter/FORWARD/3", "nft/ip/filter/FORWARD/3", "filter/log/1"))
        .containsExactly(
            Optional.of("filter/FORWARD/3"),
            Optional.of("filter/FORWARD/3"),
            Optional.of("filter/log/1"));
    assertThat(standing.rule("filter/FORWARD/2").orElseThrow()).contains("53").endsWith("drop");
  }

  /** Either port is two rules of nft, and a chain whose name is a keyword has another one. */
  @Test
  void nftMayNeedTwoLinesForARule() {
    Standing standing = Standing.of(HOST, Backend.NFTABLES);
    String chain = "nft/ip/filter/FORWARD/";
    assertThat(places(standing, chain + 1, chain + 2, chain + 3, chain + 4, chain + 5))
        .containsExactly(
            Optional.of("filter/FORWARD/1"),
            Optional.of("filter/FORWARD/2"),
            Optional.of("filter/FORWARD/2"),
            Optional.of("filter/FORWARD/3"),
            Optional.empty());
    assertThat(standing.of("nft/ip/filter/hkl_log/1")).contains("filter/log/1");
    assertThat(standing.of("nft/ip/filter/log/1")).isEmpty();
  }

  @Test
  void onlyBuiltInChainsOfItsTablesAreThereUnasked() {
    Standing standing = Standing.of(HOST, Backend.IPTABLES);
    assertThat(standing.of("filter/FORWARD/policy")).contains("filter/FORWARD/policy");
    assertThat(standing.isUnasked("nft/ip/filter/INPUT/policy")).isTrue();
    assertThat(standing.isUnasked("mangle/INPUT/policy")).isFalse();
    assertThat(standing.isUnasked("nft/inet/filter/INPUT/policy")).isFalse();
    assertThat(standing.isUnasked("filter/INPUT/1")).isFalse();
  }
}
