package org.hookline.emit;

import java.util.List;
import org.hookline.emit.ip.Batches;
import org.hookline.emit.iptables.RestoreTables;
import org.hookline.emit.link.Links;
import org.hookline.emit.sysctl.Settings;
import org.hookline.model.Host;
import org.hookline.model.Network;
import org.hookline.source.Problem;

/**
 * The plans of all hosts of a network, or the reasons why there are none.
 *
 * @param hosts empty when anything is refused
 */
public record Plans(List<HostPlan> hosts, List<Problem> problems) {

  /** Equal networks have equal plans. */
  public static Plans of(Network network) {
    List<Problem> problems = Inspection.of(network);
    List<HostPlan> hosts =
        problems.isEmpty() ? network.hosts().stream().map(Plans::plan).toList() : List.of();
    return new Plans(hosts, problems);
  }

  private static HostPlan plan(Host host) {
    return new HostPlan(
        host.name(),
        host.origin(),
        host.kernel(),
        Gaps.of(host),
        RestoreTables.of(host),
        Settings.of(host),
        Links.of(host),
        Batches.ipv4(host),
        Batches.ipv6(host));
  }
}
