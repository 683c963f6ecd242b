package org.hookline.emit;

import java.util.List;
import java.util.Optional;
import org.hookline.emit.ip.IpBatches;
import org.hookline.emit.link.Links;
import org.hookline.emit.link.Vlans;
import org.hookline.emit.sysctl.SysctlFiles;
import org.hookline.kernel.KernelProfile;
import org.hookline.source.Origin;

/**
 * What configures one host, as commands and data files. The order of the parts is the order in
 * which they are applied: packet rules before anything is forwarded, settings before the links that
 * inherit them, routes before the policy rules that lead to them.
 *
 * @param gaps what is not done
 * @param ipv6 empty when the host has nothing of IPv6, which is then left alone
 */
public record HostPlan(
    String host,
    Origin origin,
    KernelProfile kernel,
    List<Gap> gaps,
    PacketRules packets,
    SysctlFiles settings,
    Links links,
    Vlans vlans,
    IpBatches ipv4,
    Optional<IpBatches> ipv6) {}
