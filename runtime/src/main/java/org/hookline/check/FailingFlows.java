package org.hookline.check;

import java.util.List;
import java.util.Map;
import org.hookline.addr.AddressSet;
import org.hookline.addr.PortRange;
import org.hookline.addr.Protocol;
import org.hookline.check.set.Ranges;
import org.hookline.packet.Field;

/**
 * A box of failing flows, by their opening packets: all combinations of the parts.
 *
 * @param sport of an ICMP echo, identifiers
 * @param others numbers of further fields that matter: flags of TCP, the length
 * @param text the box as people read it: only the fields that say something, "any but" where
 *     shorter
 */
public record FailingFlows(
    AddressSet src,
    AddressSet dst,
    Protocol protocol,
    List<PortRange> sport,
    List<PortRange> dport,
    Map<Field, Ranges> others,
    String text) {}
