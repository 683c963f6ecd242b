package org.hookline.model.route;

import java.util.List;
import java.util.Optional;
import org.hookline.addr.Address;
import org.hookline.addr.Prefix;
import org.hookline.source.Origin;

/**
 * One entry of a routing table.
 *
 * @param hops where it leads; empty for types that lead nowhere, several for multipath
 * @param source preferred source ({@code src}); empty lets the kernel choose
 * @param metric lower is taken first; 0 when not written
 * @param tos 0 for any
 * @param byKernel {@code proto kernel}: made for an interface address, not by a script
 */
public record Route(
    RouteType type,
    Prefix destination,
    List<NextHop> hops,
    Optional<Address> source,
    long metric,
    int tos,
    boolean byKernel,
    Origin origin) {}
