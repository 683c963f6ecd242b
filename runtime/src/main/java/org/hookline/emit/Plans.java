package org.hookline.emit;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.hookline.addr.Family;
import org.hookline.emit.ip.Batches;
import org.hookline.emit.iptables.FrameTables;
import org.hookline.emit.iptables.RestoreTables;
import org.hookline.emit.link.Links;
import org.hookline.emit.link.Vlans;
import org.hookline.emit.nft.NftTableText;
import org.hookline.emit.nft.OwnTables;
import org.hookline.emit.nft.TranslatedTables;
import org.hookline.emit.sysctl.Settings;
import org.hookline.model.Host;
import org.hookline.model.Network;
import org.hookline.model.rule.UnplayedTable.Tool;
import org.hookline.source.Problem;

/**
 * The plans of all hosts of a network, or the reasons why there are none.
 *
 * @param hosts empty when anything is refused
 */
public record Plans(List<HostPlan> hosts, List<Problem> problems) {

  /** Equal networks have equal plans. */
  public static Plans of(Network network, Backend backend) {
    List<Problem> problems = Inspection.of(network, backend);
    List<HostPlan> hosts =
        problems.isEmpty()
            ? network.hosts().stream().map(host -> plan(host, backend)).toList()
            : List.of();
    return new Plans(hosts, problems);
  }

  private static HostPlan plan(Host host, Backend backend) {
    return new HostPlan(
        host.name(),
        host.origin(),
        host.kernel(),
        Gaps.of(host),
        packets(host, backend),
        Settings.of(host),
        Links.of(host),
        Vlans.of(host),
        Batches.ipv4(host),
        Batches.ipv6(host));
  }

  private static PacketRules packets(Host host, Backend backend) {
    boolean iptables = backend == Backend.IPTABLES;
    boolean sixth = Families.sixth(host);
    List<NftTableText> nft = new ArrayList<>();
    if (!iptables) {
      nft.addAll(TranslatedTables.of(host, Family.IPV4));
      nft.addAll(sixth ? TranslatedTables.of(host, Family.IPV6) : List.of());
    }
    nft.addAll(OwnTables.of(host));
    return new PacketRules(
        iptables ? Optional.of(RestoreTables.of(host, Family.IPV4)) : Optional.empty(),
        iptables && sixth ? Optional.of(RestoreTables.of(host, Family.IPV6)) : Optional.empty(),
        nft,
        OwnTables.devices(host),
        FrameTables.of(host, Tool.EBTABLES),
        FrameTables.of(host, Tool.ARPTABLES));
  }
}
