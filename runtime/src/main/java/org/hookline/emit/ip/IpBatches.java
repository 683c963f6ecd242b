package org.hookline.emit.ip;

import java.util.List;
import org.hookline.addr.Family;
import org.hookline.emit.Line;

/**
 * What {@code ip -batch} makes of an empty host, for one family. The script compares it with what
 * is there and runs only the difference.
 *
 * @param devices whose addresses and permanent neighbours are exactly these
 * @param tables numbers of the routing tables whose routes are exactly these
 * @param rules in order of evaluation; empty leaves the rules of the host alone
 */
public record IpBatches(
    Family family,
    List<String> devices,
    List<Line> addresses,
    List<Long> tables,
    List<Line> routes,
    List<Line> rules,
    List<Line> neighbours) {}
