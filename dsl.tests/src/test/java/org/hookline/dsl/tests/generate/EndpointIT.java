package org.hookline.dsl.tests.generate;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.hookline.dsl.generate.Scripts;
import org.hookline.emit.Backend;
import org.hookline.model.Network;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the tools make of IPv6 addresses with ports, each in its own spelling. */
class EndpointIT {
  private static final Network NETWORK =
      Networks.of(
          "endpoints.hkl",
          """
          host box {
            interface lo { address 2001:db8:7::1/128 }
            nat {
              chain PREROUTING {
                tcp dport 1 dnat to [2001:db8::1]:80
                tcp dport 2 dnat to [2001:db8::1]-[2001:db8::9]:80-90
                tcp dport 3 dnat to 2001:db8::1-2001:db8::9
              }
              chain POSTROUTING { udp dport 1 snat to [2001:db8::2]:5000-6000 }
              publish 2001:db8:7::1 tcp 443 to [2001:db8::3]:8443
            }
          }
          """);

  @TempDir Path directory;

  @Test
  void ip6tablesSavesWhatWasWritten() throws IOException {
    assertThat(saved(Backend.IPTABLES, "ip6tables-save", "-t", "nat"))
        .filteredOn(line -> line.contains("--to-"))
        .extracting(line -> line.replaceAll(".*--to-(destination|source) ", ""))
        .containsExactlyInAnyOrder(
            "[2001:db8::1]:80",
            "[2001:db8::1-2001:db8::9]:80-90",
            "2001:db8::1-2001:db8::9",
            "[2001:db8::2]:5000-6000",
            "[2001:db8::3]:8443");
  }

  @Test
  void nftListsWhatWasWritten() throws IOException {
    assertThat(saved(Backend.NFTABLES, "nft", "list", "ruleset"))
        .filteredOn(line -> line.matches(".*[ds]nat to .*"))
        .extracting(line -> line.replaceAll(".*[ds]nat to ", ""))
        .containsExactlyInAnyOrder(
            "[2001:db8::1]:80",
            "[2001:db8::1]-[2001:db8::9]:80-90",
            "2001:db8::1-2001:db8::9",
            "[2001:db8::2]:5000-6000",
            "[2001:db8::3]:8443");
  }

  private List<String> saved(Backend backend, String... command) throws IOException {
    Path script = Scripts.of(NETWORK, backend).writeTo(directory).get("box");
    try (Namespace box = Namespace.open()) {
      box.apply(script);
      return box.must(command).lines().map(String::strip).toList();
    }
  }
}
