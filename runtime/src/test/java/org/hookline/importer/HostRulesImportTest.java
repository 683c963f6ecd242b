package org.hookline.importer;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.hookline.addr.Family;
import org.hookline.model.Host;
import org.hookline.model.rule.Chain;
import org.hookline.model.rule.PacketTable;
import org.junit.jupiter.api.Test;

/** Rules of both families, and tables of nft, that lie beside each other on one host. */
class HostRulesImportTest {
  private static ImportedHost of(Map<DumpKind, String> texts) {
    Map<DumpKind, Dump> dumps = new EnumMap<>(DumpKind.class);
    texts.forEach((kind, text) -> dumps.put(kind, new Dump(kind.file(), text)));
    return HostImport.of("box", dumps);
  }

  @Test
  void tablesOfNftItselfAndOfOtherToolsAreListed() {
    Map<DumpKind, Dump> dumps =
        Map.of(
            DumpKind.IPTABLES, new Dump("iptables-save", "*nat\nCOMMIT\n"),
            DumpKind.NFT,
                new Dump(
                    "nft-ruleset",
                    """
                    table ip nat {
                    }
                    # Warning: table ip6 filter is managed by iptables-nft, do not touch!
                    table ip6 filter {
                    }
                    table inet firewall {
                    	set known {
                    		type ipv4_addr
                    	}
                    	chain in {
                    		type filter hook input priority filter; policy accept;
                    		tcp dport 22 accept
                    	}
                    	chain out {
                    		type filter hook output priority filter; policy drop;
                    	}
                    }
                    """),
            DumpKind.EBTABLES,
                new Dump("ebtables-save", "*broute\n:BROUTING ACCEPT\n-A BROUTING -j DROP\n"));
    assertThat(HostImport.of("box", dumps).host().unmodelled())
        .extracting(u -> u.origin() + " " + u.what() + ": " + u.why())
        .containsExactly(
            "ebtables-save:3 -A BROUTING -j DROP: rules of ebtables are not in the model (table"
                + " broute)",
            "nft-ruleset:12 tcp dport 22 accept: rules of nft itself are not in the model (table"
                + " inet firewall, chain in)",
            "nft-ruleset:15 type filter hook output priority filter; policy drop;: rules of nft"
                + " itself are not in the model (table inet firewall, chain out)");
  }

  @Test
  void policyRulesOfIpv6StandAmongTheOthersIfTheyNameAnAddress() {
    ImportedHost host =
        of(
            Map.of(
                DumpKind.RULES, "0:\tfrom all lookup local\n300:\tfrom 10.0.0.1 lookup main\n",
                DumpKind.RULES6,
                    """
                    0:\tfrom all lookup local
                    200:\tfrom 2001:db8::/32 lookup 88
                    201:\tfrom all fwmark 0x1 lookup 88
                    32766:\tfrom all lookup main
                    """));
    assertThat(host.host().rules().stream().map(r -> r.preference() + ": " + r.text()))
        .containsExactly(
            "0: from all lookup local",
            "200: from 2001:db8::/32 lookup t88",
            "300: from 10.0.0.1 lookup main");
    assertThat(host.host().unmodelled())
        .extracting(u -> u.origin() + " " + u.what())
        .containsExactly("ip-6-rule:3 201: from all fwmark 0x1 lookup t88");
  }

  @Test
  void packetRulesOfBothFamiliesAreOneRuleSet() {
    Host host =
        of(Map.of(
                DumpKind.IPTABLES,
                """
                *filter
                :INPUT DROP [0:0]
                :FORWARD ACCEPT [0:0]
                -A INPUT -i lo -j ACCEPT
                -A INPUT ! -s 10.0.0.0/8 -j DROP
                -A INPUT -d 192.0.2.1/32 -j ACCEPT
                -A INPUT -j LOG
                COMMIT
                """,
                DumpKind.IP6TABLES,
                """
                *raw
                :PREROUTING ACCEPT [0:0]
                COMMIT
                *filter
                :INPUT DROP [0:0]
                :FORWARD DROP [0:0]
                -A INPUT -i lo -j ACCEPT
                -A INPUT -p udp -j ACCEPT
                -A INPUT -j LOG
                COMMIT
                """))
            .host();
    assertThat(host.packetTables()).hasSize(1);
    PacketTable filter = host.packetTables().get(0);
    for (Family family : Family.values()) {
      List<String> rules = new ArrayList<>();
      filter.chains().forEach(c -> c.rules().forEach(r -> rules.addAll(r.iptables(family))));
      assertThat(rules)
          .containsExactlyElementsOf(
              family == Family.IPV4
                  ? List.of(
                      "-i lo -j ACCEPT",
                      "! -s 10.0.0.0/8 -j DROP",
                      "-d 192.0.2.1/32 -j ACCEPT",
                      "-j LOG",
                      "-j ACCEPT")
                  : List.of("-i lo -j ACCEPT", "-p udp -j ACCEPT", "-j LOG"));
    }
    assertThat(filter.chains()).allMatch(Chain::policyDrop);
    assertThat(filter.chains().get(1).rules().get(0).nft()).isEqualTo("saddr 0.0.0.0/0 accept");
  }

  @Test
  void rulesThatAreTheSameForBothFamiliesAreStillForBoth() {
    String same = "*filter\n:INPUT ACCEPT [0:0]\n-A INPUT -i lo -j ACCEPT\nCOMMIT\n";
    Host host = of(Map.of(DumpKind.IPTABLES, same, DumpKind.IP6TABLES, same)).host();
    assertThat(host.packetTables().get(0).chains().get(0).rules())
        .extracting(rule -> rule.nft())
        .containsExactly("saddr 0.0.0.0/0 iif lo accept", "saddr ::/0 iif lo accept");
  }

  @Test
  void policyRulesOfIpv6AreMissedOnlyWhereThereIsIpv6() {
    String address = "2: eth0: <UP> mtu 1500\n    inet6 %s/64 scope global\n";
    Map<DumpKind, String> with = Map.of(DumpKind.ADDRESSES, address.formatted("2001:db8::1"));
    assertThat(of(with).assumptions()).anyMatch(a -> a.startsWith("no ip-6-rule (ip -6 rule): "));
    assertThat(of(Map.of()).assumptions()).noneMatch(a -> a.contains("ip-6-rule"));
  }
}
