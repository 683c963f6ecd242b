package org.hookline.model.flow;

import java.util.List;
import org.hookline.addr.PortRange;
import org.hookline.addr.Protocol;

/**
 * What is asked for: {@code tcp 50000-50100}, {@code icmp} (echo).
 *
 * @param sports source ports; {@link PortRange#ANY} unless written
 */
public record Service(Protocol protocol, List<PortRange> dports, List<PortRange> sports) {}
