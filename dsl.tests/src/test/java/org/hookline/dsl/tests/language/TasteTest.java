package org.hookline.dsl.tests.language;

import static org.assertj.core.api.Assertions.assertThat;

import org.hookline.dsl.load.Loaded;
import org.hookline.model.Network;
import org.hookline.source.Problem;
import org.junit.jupiter.api.Test;

/** The host of the first story reads as it was sketched before there was a grammar. */
class TasteTest {
  private static final String TASTE =
      """
      /** Three uplinks, one container with an address behind each, and a reply that leaves by the wrong door. */
      set uplinks = { 202.38.95.110, 202.141.160.110, 202.141.176.110 }
      service rsync = tcp 50000-50100

      host mirrors {
        kernel 6.1
        sysctl net.ipv4.ip_forward = 1

        interface eth0
        interface vlan95  vlan 95  on eth0 { address 202.38.95.110/25 }
        interface vlan10  vlan 10  on eth0 { address 202.141.160.110/25 }
        interface vlan140 vlan 140 on eth0 { address 202.141.176.110/25 }
        interface lxc bridge               { address 10.8.95.1/24, 10.8.10.1/24, 10.8.140.1/24 }

        table main        { default via 202.38.95.126 dev vlan95 }
        table cernet  100 { default via 202.38.95.126 dev vlan95 }
        table telecom 101 { default via 202.141.160.126 dev vlan10 }
        table mobile  102 { default via 202.141.176.126 dev vlan140 }

        rules {
          32761: to 221.224.40.18     lookup telecom
          32762: from 202.141.176.110 lookup mobile
          32764: from 202.141.160.110 lookup telecom
          32765: from 202.38.95.110   lookup cernet
        }

        nat {
          publish 202.38.95.110   rsync to 10.8.95.2
          publish 202.141.160.110 rsync to 10.8.10.2
          publish 202.141.176.110 rsync to 10.8.140.2
        }
      }

      check "rsync answers on every uplink" {
        from internet to uplinks rsync
        delivered to lab
        symmetric at mirrors
        replied
      }
      """;

  @Test
  void theSketchLacksOnlyWhatItLeavesOut() {
    Loaded loaded = Hkl.load(TASTE);
    assertThat(loaded.problems())
        .extracting(Problem::code)
        .containsExactly("no-internet", "unknown-host");
  }

  @Test
  void withTheRestOfTheWorldItIsANetwork() {
    Network network =
        Hkl.network(
            TASTE
                + """
                host lab { interface eth0 { address 10.8.95.2/24, 10.8.10.2/24, 10.8.140.2/24 } }
                segment inside { mirrors.lxc, lab.eth0 }
                segment uplink { mirrors.vlan95 }
                internet { on uplink gateway 202.38.95.126 { announces 202.38.95.0/25 } }
                """);
    assertThat(network.hosts()).hasSize(2);
    assertThat(network.checks().get(0).demands()).hasSize(3);
  }
}
