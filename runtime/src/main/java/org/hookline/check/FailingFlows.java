package org.hookline.check;

import java.util.List;
import org.hookline.addr.AddressSet;
import org.hookline.addr.PortRange;
import org.hookline.addr.Protocol;

/**
 * A box of failing flows, by their opening packets: all combinations of the parts.
 *
 * @param sport of an ICMP echo, identifiers
 * @param text the box as people read it: only the fields that say something, "any but" where
 *     shorter
 */
public record FailingFlows(
    AddressSet src,
    AddressSet dst,
    Protocol protocol,
    List<PortRange> sport,
    List<PortRange> dport,
    String text) {}
