package org.hookline.dsl.tests.language;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.hookline.model.Host;
import org.hookline.model.rule.Chain;
import org.hookline.model.rule.PacketTable;
import org.hookline.model.rule.Rule;
import org.junit.jupiter.api.Test;

/** What NAT policies stand for. */
class PolicyTest {

  @Test
  void publishAloneIsOneDnat() {
    assertThat(rules("publish 192.0.2.1 tcp 80 to 10.0.0.2"))
        .containsExactly(
            "nat PREROUTING -d 192.0.2.1/32 -p tcp -m tcp --dport 80 -j DNAT --to-destination"
                + " 10.0.0.2");
  }

  @Test
  void fromHostIsTheSameDnatInOutput() {
    assertThat(rules("publish 192.0.2.1 tcp 80 to 10.0.0.2 from-host"))
        .containsExactly(
            "nat PREROUTING -d 192.0.2.1/32 -p tcp -m tcp --dport 80 -j DNAT --to-destination"
                + " 10.0.0.2",
            "nat OUTPUT -d 192.0.2.1/32 -p tcp -m tcp --dport 80 -j DNAT --to-destination"
                + " 10.0.0.2");
  }

  @Test
  void hairpinTranslatesTheSourceOfClientsBesideTheServer() {
    assertThat(rules("publish 192.0.2.1 tcp 8443 to 10.0.0.2:443 hairpin").get(1))
        .isEqualTo(
            "nat POSTROUTING -s 10.0.0.0/24 -d 10.0.0.2/32 -p tcp -m tcp --dport 443 -m conntrack"
                + " --ctstate DNAT -j MASQUERADE");
  }

  @Test
  void openLetsThePublishedServiceThroughBothWays() {
    assertThat(rules("publish 192.0.2.1 udp 53 to 10.0.0.2 open").subList(1, 3))
        .containsExactly(
            "filter FORWARD -d 10.0.0.2/32 -p udp -m udp --dport 53 -m conntrack --ctstate DNAT"
                + " -j ACCEPT",
            "filter FORWARD -s 10.0.0.2/32 -p udp -m udp --sport 53 -m conntrack --ctstate DNAT"
                + " -j ACCEPT");
  }

  @Test
  void openStandsWhereThePolicyStandsInTheText() {
    Host box =
        host(
            """
            filter { chain FORWARD { tcp dport 1 drop } }
            nat { publish 192.0.2.1 icmp to 10.0.0.2 open }
            filter { chain FORWARD policy drop { tcp dport 2 drop } }
            """);
    assertThat(lines(box).stream().filter(line -> line.startsWith("filter")))
        .containsExactly(
            "filter FORWARD -p tcp -m tcp --dport 1 -j DROP",
            "filter FORWARD -d 10.0.0.2/32 -p icmp -m conntrack --ctstate DNAT -j ACCEPT",
            "filter FORWARD -s 10.0.0.2/32 -p icmp -m conntrack --ctstate DNAT -j ACCEPT",
            "filter FORWARD -p tcp -m tcp --dport 2 -j DROP");
  }

  @Test
  void netmapExchangesNetworksBothWays() {
    assertThat(rules("netmap 192.0.2.0/24 to 10.0.0.0/24 dev eth0"))
        .containsExactly(
            "nat PREROUTING -d 192.0.2.0/24 -i eth0 -j NETMAP --to 10.0.0.0/24",
            "nat POSTROUTING -s 10.0.0.0/24 -o eth0 -j NETMAP --to 192.0.2.0/24");
  }

  @Test
  void everyRuleRemembersThePolicyAndItsPlace() {
    Host box = host("nat { publish 192.0.2.1 tcp 80 to 10.0.0.2 open hairpin from-host }");
    List<Rule> all = new ArrayList<>();
    for (PacketTable table : box.packetTables()) {
      table.chains().forEach(chain -> all.addAll(chain.rules()));
    }
    assertThat(all)
        .hasSize(5)
        .allSatisfy(
            rule -> {
              assertThat(rule.policy())
                  .contains("publish 192.0.2.1 tcp 80 to 10.0.0.2 open hairpin from-host");
              assertThat(rule.origin().line()).isEqualTo(4);
            });
  }

  @Test
  void aPolicyIsTakenAwayWithAllItsRules() {
    Host box =
        host(
            """
            nat {
              publish 192.0.2.1 tcp 80 to 10.0.0.2 open hairpin from-host
              without publish 192.0.2.1 tcp 80 to 10.0.0.2 open hairpin from-host
              netmap 192.0.2.0/24 to 10.0.0.0/24
              without netmap 192.0.2.0/24 to 10.0.0.0/24
            }
            """);
    assertThat(lines(box)).isEmpty();
  }

  private static List<String> rules(String policy) {
    return lines(host("nat { " + policy + " }"));
  }

  private static Host host(String body) {
    return Hkl.box(
        """
        interface eth0 { address 192.0.2.1/24 }
        interface eth1 { address 10.0.0.1/24 }
        """
            + body);
  }

  private static List<String> lines(Host box) {
    List<String> lines = new ArrayList<>();
    box.packetTables().stream()
        .sorted(Comparator.comparing(table -> !table.name().word().equals("nat")))
        .forEach(
            table -> {
              for (Chain chain : table.chains()) {
                for (Rule rule : chain.rules()) {
                  lines.add(
                      table.name().word() + " " + chain.name() + " " + rule.iptables().get(0));
                }
              }
            });
    return lines;
  }
}
