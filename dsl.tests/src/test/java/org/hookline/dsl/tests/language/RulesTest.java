package org.hookline.dsl.tests.language;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** Problems stand exactly where the words are wrong, and nowhere else. */
class RulesTest {

  @Test
  void aMisspeltNameIsMarkedAndTheNearestOneOffered() {
    MarkedText.check(
        """
        host box {
          interface vlan95
          table telecom 101 { default dev vlan59 }
        //                                ^^^^^^ error unknown-interface 'no interface is called 'vlan59' on host box'
          rules { 32764: from 10.0.0.1 lookup telcom }
        //                                    ^^^^^^ error unknown-table
          filter {
            chain INPUT { jump shh }
        //                     ^^^ error unknown-chain
            chain ssh { accept }
          }
        }
        """);
  }

  @Test
  void namesOfOneHostAreUnknownInAnother() {
    MarkedText.check(
        """
        host a { interface eth0 table extra 100 { } }
        host b {
          interface eth1
          table main { default dev eth0 }
        //                         ^^^^ error unknown-interface 'no interface is called 'eth0' on host b'
          rules { lookup extra }
        //               ^^^^^ error unknown-table
        }
        link a.eth0 -- b.eth0
        //             ^^^^^^ error unknown-interface
        """);
  }

  @Test
  void everyWordSaysWhatItShouldHaveBeen() {
    MarkedText.check(
        """
        set servers = { 10.0.0.1, 10.0.0.0/33, 10.0.9.0-10.0.0.1, 1.2.3 }
        //                        ^^^^^^^^^^^ error bad-prefix-length
        //                                     ^^^^^^^^^^^^^^^^^ error bad-range
        //                                                        ^^^^^ error bad-address
        service web = tcp 80, 65536
        //                    ^^^^^ error bad-port
        mark slow = 0x100000000
        //          ^^^^^^^^^^^ error bad-mark
        host box {
          kernel latest
        //       ^^^^^^ error bad-kernel-version
          interface eth0 { mac 52:54 mtu 20 }
        //                     ^^^^^ error bad-mac
        //                               ^^ error bad-number
        }
        """);
  }

  @Test
  void routesLeadSomewhereThatCanBeReached() {
    MarkedText.check(
        """
        host box {
          interface eth0 { address 10.0.0.1/24 }
          interface eth1 { address 10.0.1.1/24 }
          table main {
            default via 10.0.1.254 dev eth0
        //  ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ error off-link-gateway 'the gateway 10.0.1.254 cannot be reached directly by eth0'
            10.9.0.0/16 via 10.0.9.9 dev eth0 onlink
            10.2.0.0/16 via 10.0.0.254
          }
        }
        """);
  }

  @Test
  void aRouteOverARouteIsReached() {
    MarkedText.check(
        """
        host box {
          interface eth0 { address 10.0.0.1/24 }
          table main {
            192.0.2.1 dev eth0
            default via 192.0.2.1 dev eth0
          }
        }
        """);
  }

  @Test
  void routesHaveTheShapeOfTheirType() {
    MarkedText.check(
        """
        host box {
          interface eth0 { address 10.0.0.1/24 }
          table main {
            10.1.0.1/16 dev eth0
        //  ^^^^^^^^^^^ error host-bits
            10.2.0.0/16
        //  ^^^^^^^^^^^ error route-shape 'this route leads nowhere'
            unreachable 10.3.0.0/16 via 10.0.0.2
        //  ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ error route-shape 'a unreachable route has no next hop'
            10.4.0.0/16 dev eth0 nexthop via 10.0.0.2
        //  ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ error route-shape 'next hops are written in two ways'
            10.5.0.0/16 nexthop via 10.0.0.2 weight 2 nexthop via 10.0.0.3
            throw default
          }
        }
        """);
  }

  @Test
  void targetsStandWhereTheKernelTakesThem() {
    MarkedText.check(
        """
        host box {
          interface eth0
          nat {
            chain PREROUTING { snat to 10.0.0.1 drop }
        //                     ^^^^^^^^^^^^^^^^ error target-not-allowed ''snat to 10.0.0.1' cannot stand in table nat PREROUTING'
        //                                      ^^^^ error target-not-allowed
            chain mine { snat to 10.0.0.1 }
            chain POSTROUTING { oif eth0 masquerade }
          }
          mangle {
            chain FORWARD { reject }
        //                  ^^^^^^ error target-not-allowed
            chain OUTPUT { iif eth0 mark set 1 }
        //                 ^^^^^^^^ error impossible-interface
            publish 10.0.0.1 tcp 80 to 10.0.0.2
        //  ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ error policy-table
          }
        }
        """);
  }

  @Test
  void declaringTwiceIsSaidAtTheSecondPlace() {
    MarkedText.check(
        """
        set a = { 10.0.0.1 }
        service a = tcp 80
        set a = { 10.0.0.2 }
        //  ^ error duplicate-name 'the set 'a' is declared already, at test.hkl:1'
        host box {
          interface eth0
          interface eth0
        //          ^^^^ error duplicate-name
        }
        host box { }
        //   ^^^ error duplicate-name
        """);
  }

  @Test
  void tablesDoNotShareNumbers() {
    MarkedText.check(
        """
        host box {
          table one 100 { }
        //      ^^^ error table-number 'another table has the number 100'
          table two 100 { }
        //      ^^^ error table-number 'another table has the number 100'
          table three 254 { }
        //      ^^^^^ error table-number 'another table has the number 254'
          table main 1 { }
        //      ^^^^ error table-number 'table main has the number 254'
        }
        """);
  }

  @Test
  void whatTheKernelRefusesIsSaidBeforeAScriptIsWritten() {
    MarkedText.check(
        """
        host box {
          rules {
            100: goto 200
            300: goto 200
        //  ^^^^^^^^^^^^^ error goto-backwards 'goto 200 does not lead forward from 300'
          }
          filter {
            chain INPUT {
              fib daddr . iif type local accept
              jump more
            }
            chain FORWARD { fib saddr . oif type local drop }
            chain more { fib saddr . oif type local drop }
        //               ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ error impossible-interface
          }
        }
        """);
  }

  @Test
  void habitsFromTheToolsAreAnsweredWithWhatStandsHere() {
    assertThat(hint("host box { route default via 10.0.0.1 }")).startsWith("a route stands in its");
    assertThat(hint("host box { interface eth0 { mtu 1500; } }")).startsWith("nothing; blanks");
    assertThat(hint("host box { filter { chain INPUT { -p tcp -j DROP } } }"))
        .contains("xt rule \"-p tcp");
    assertThat(hint("host box { filter { chain INPUT { tcp ACCEPT } } }"))
        .isEqualTo("did you mean 'accept'?");
    assertThat(hint("host box { interface eth0 { adress 10.0.0.1/24 } }"))
        .isEqualTo("did you mean 'address'?");
    assertThat(hint("host a { } host b { } link a.eth0 - b.eth0")).isEqualTo("'--'");
    assertThat(
            hint(
                "host a { interface e { address 10.0.0.1/24 } }"
                    + " check \"c\" { from a to a tcp 80 replied }"))
        .isEqualTo("'a' is a host; write its address: 10.0.0.1");
  }

  private static String hint(String text) {
    return Hkl.load(text).problems().get(0).hint();
  }

  @Test
  void oneRuleIsOfOneFamily() {
    MarkedText.check(
        """
        host box {
          interface eth0 { address 192.0.2.1/24, 2001:db8::1/64 }
          table main { 10.0.0.0/8 via 2001:db8::2 dev eth0 }
        //                            ^^^^^^^^^^^ error mixed-family 'this is IPv6, and what it belongs to is IPv4'
          rules { 100: from 10.0.0.0/8 to 2001:db8::/32 lookup main }
        //                                ^^^^^^^^^^^^^ error mixed-family
          filter { chain INPUT { ip6 saddr 10.0.0.0/8 drop ip saddr != 10.0.0.0/8 daddr 10.0.0.1 drop } }
        //                                 ^^^^^^^^^^ error mixed-family
          nat { publish 192.0.2.1 tcp 80 to 2001:db8::5 }
        //                                  ^^^^^^^^^^^ error mixed-family
        }
        """);
  }

  @Test
  void whatTheKernelDoesNotKnowYetIsRefused() {
    MarkedText.check(
        """
        host old {
          kernel 3.10
          iptables nft
        //         ^^^ error too-new
          interface eth0 { address 192.0.2.1/24 }
          interface br0 bridge { ports eth0 isolated on vlan 7 }
        //                                  ^^^^^^^^ error too-new 'kernel 3.10 does not know this: isolated'
          rules { 100: uidrange 1-2 lookup main suppress_prefixlength 0 }
        //             ^^^^^^^^^^^^ error too-new
        //                                                            ^ error too-new
          nat { chain POSTROUTING { masquerade random-fully } }
        //                                     ^^^^^^^^^^^^ error too-new
        }
        host new { kernel 6.1 rules { 100: uidrange 1-2 lookup main } }
        """);
  }

  @Test
  void syntaxErrorsNameTheWordThatDoesNotFit() {
    MarkedText.check(
        """
        host box {
          interface eth0 { address }
        //                         ^ error syntax ''}' cannot stand here'
        }
        """);
  }

  @Test
  void aTextThatEndsTooEarlySaysSo() {
    assertThat(Hkl.problems(Hkl.load("host box {\n  interface eth0\n")))
        .isEqualTo("test.hkl:2:17 error syntax 'the text ends too early' help ''}''");
  }

  @Test
  void quotesAndCommentsThatDoNotEndAreSaidToBeSo() {
    assertThat(Hkl.problems(Hkl.load("check \"open {\n}\n")))
        .contains("syntax 'this quoted text does not end on its line' help 'a second '\"''");
    assertThat(Hkl.problems(Hkl.load("host a { } /* open\n")))
        .isEqualTo("test.hkl:1:12 error syntax 'this comment does not end' help '*/'");
  }

  @Test
  void whatAKernelDoesNotHaveYetIsRefused() {
    MarkedText.check(
        """
        host old {
          kernel 2.6.32
          interface eth0
          sysctl net.ipv4.conf.all.route_localnet = 1
        //^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ error too-new
          nat { chain INPUT {
            snat to 10.0.0.1
        //  ^^^^^^^^^^^^^^^^ error too-new
          } }
          raw { chain PREROUTING {
            ct zone set 5
        //  ^^^^^^^^^^^^^ error too-new
          } }
        }
        host newer {
          kernel 3.10
          sysctl net.ipv4.conf.all.route_localnet = 1
          nat { chain INPUT { snat to 10.0.0.1 } }
        }
        """);
  }

  @Test
  void tablesOfNftNeedAKernelThatHasThem() {
    String table =
        "host a { kernel %s nft table %s x {"
            + " chain c { type nat hook prerouting priority 0 tcp redirect to :8 } } }";
    assertThat(Hkl.problems(Hkl.load(table.formatted("3.10", "ip"))))
        .contains("too-new 'kernel 3.10 does not know this: nftables exists");
    assertThat(Hkl.problems(Hkl.load(table.formatted("4.18", "inet"))))
        .contains("of family inet translate")
        .contains("kernel 5.2 or newer");
    assertThat(Hkl.problems(Hkl.load(table.formatted("5.2", "inet")))).isEmpty();
    String both = " nat { chain PREROUTING { } } }";
    assertThat(Hkl.problems(Hkl.load(table.formatted("4.9", "ip").replaceFirst(" }$", both))))
        .contains("one after the other by one hook");
  }

  @Test
  void sysctlsAreKnownByNameAndValue() {
    MarkedText.check(
        """
        host box {
          interface eth0.95
          sysctl net.ipv4.conf.eth0/95.rp_filter = 2
          sysctl net.ipv4.conf.eth0.rp_filter = 2
        //       ^^^^^^^^^^^^^^^^^^^^^^^^^^^^ error unknown-interface
          sysctl net.ipv4.conf.all.rp_filter = 3
        //                                     ^ error bad-sysctl-value
          sysctl net.ipv4.ip_local_port_range = "32768 60999"
        }
        """);
  }

  @Test
  void aRuleBehindOneThatTakesAllItsPacketsIsDead() {
    MarkedText.check(
        """
        host box {
          interface eth0
          filter {
            chain FORWARD {
              tcp dport 80-90 log
              tcp dport 80-90 accept
              saddr 10.0.0.1 tcp dport 85 drop
        //    ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ warning dead-rule
              tcp dport 80-91 drop
              saddr 10.0.0.0/8 jump rest
              saddr 10.0.0.1 accept
              iif eth0 return
              iif eth0 tcp dport 22 mark 1 accept
        //    ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ warning dead-rule
            }
            chain rest {
              mark 1 accept
              mark set 1
              mark 1 drop
              ct state new, established accept
              ct state new accept
            }
          }
          rules {
            100: from 10.0.0.0/8 lookup main
            200: from 10.0.0.0/8 lookup main
        //  ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ warning dead-rule
            300: from 10.0.0.0/9 lookup main
          }
        }
        """);
  }

  @Test
  void vlansOfAPortDoNotContradictOneAnother() {
    MarkedText.check(
        """
        host box {
          interface eth0
          interface eth1 {
            self vlan 10
        //  ^^^^^^^^^^^^ error interface-shape 'only a bridge has VLANs of its own'
            vlan_default_pvid 0
        //  ^^^^^^^^^^^^^^^^^^^ error interface-shape
          }
          interface eth2
          interface br0 bridge {
            vlan_default_pvid 4095
        //                    ^^^^ error bad-number
            self vlan 10 pvid
            self vlan 9-11
        //            ^^^^ error port-vlans 'the port is in VLAN 9-11 already'
            ports eth0 vlan 10 pvid vlan 11 pvid,
        //                                  ^^^^ error port-vlans
              eth1 vlan 20-30 pvid,
        //                    ^^^^ error port-vlans 'frames without a tag belong to one VLAN'
              eth2 vlan 30-20 vlan 7 no vlan
        //              ^^^^^ error bad-number
        //                           ^^^^^^^ error port-vlans 'a port is in no VLAN or in some'
          }
        }
        """);
  }
}
