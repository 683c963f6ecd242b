package org.hookline.model.rule;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.hookline.api.Hookline;
import org.hookline.export.Ink;
import org.hookline.export.TraceText;
import org.hookline.importer.Dump;
import org.hookline.importer.DumpKind;
import org.hookline.importer.HostImport;
import org.hookline.importer.ImportedHost;
import org.hookline.importer.ImportedNetwork;
import org.hookline.model.Network;
import org.hookline.model.Port;
import org.hookline.packet.Headers;

/** What the match of the worked example does, once it is there. */
public final class WorkedExampleScene {
  private static final String ADDRESSES =
      """
      2: eth0: <BROADCAST,UP> mtu 1500
          inet 10.0.0.1/24 scope global eth0
      """;

  /** Packets to port 80 get the bits that are asked for, others do not. */
  private static final String RULES =
      """
      *mangle
      :PREROUTING ACCEPT [0:0]
      -A PREROUTING -p tcp -m tcp --dport 80 -j TOS --set-tos 0x02/0x03
      COMMIT
      *filter
      :INPUT ACCEPT [0:0]
      -A INPUT -m u32 --u32 "0x0&0x30000=0x20000" -j DROP
      COMMIT
      """;

  private WorkedExampleScene() {}

  /** What is left over, the rule as it is written, and two packets on their way. */
  public static List<String> played() {
    ImportedHost box =
        HostImport.of(
            "box",
            Map.of(
                DumpKind.ADDRESSES, new Dump("ip-addr", ADDRESSES),
                DumpKind.IPTABLES, new Dump("iptables-save", RULES)));
    Rule rule =
        box.host().packetTable(TableName.FILTER).orElseThrow().chains().get(0).rules().get(0);
    List<String> told = new ArrayList<>();
    told.add("left over: " + box.host().unmodelled());
    told.addAll(rule.iptables());
    rule.matches().forEach(match -> told.add(match.hkl(java.util.Set.of("eth0"))));
    Network network = new ImportedNetwork(List.of(box), List.of()).network();
    for (int port : List.of(80, 81)) {
      Headers packet = Headers.parse("tcp 10.0.0.9:4000 > 10.0.0.1:" + port);
      new TraceText(Ink.PLAIN)
          .lines(Hookline.of(network).trace(new Port("box", "eth0"), packet, 0)).stream()
              .filter(line -> line.matches("  \\w+ at box.*"))
              .findFirst()
              .ifPresent(fate -> told.add(port + fate));
    }
    return told;
  }
}
