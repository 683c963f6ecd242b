package org.hookline.dsl.ide.repair;

import org.hookline.addr.Address;
import org.hookline.model.Host;
import org.hookline.model.route.RouteTable;
import org.hookline.source.Origin;

/**
 * An address of an uplink that DNAT sends on to a target inside.
 *
 * @param uplink interface that has the address
 * @param table whose default route leads out by the uplink
 * @param inside interface by which the target is reached directly; empty when there is none
 * @param origin of the DNAT rule or policy
 */
public record Published(
    Host host,
    Address address,
    Address target,
    String uplink,
    RouteTable table,
    String inside,
    Origin origin) {}
