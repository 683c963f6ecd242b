package org.hookline.model;

import java.util.List;
import java.util.Optional;
import org.hookline.addr.Address;
import org.hookline.addr.PortRange;
import org.hookline.addr.Protocol;
import org.hookline.source.Origin;

/**
 * A socket that answers on a host: TCP accepts, UDP answers from the address it was asked on.
 *
 * @param protocol TCP or UDP; every host answers ICMP echo without a listener
 * @param address the bound address; empty for any
 */
public record Listener(
    Protocol protocol, Optional<Address> address, List<PortRange> ports, Origin origin) {}
