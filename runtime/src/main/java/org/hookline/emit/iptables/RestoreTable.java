package org.hookline.emit.iptables;

import java.util.List;
import org.hookline.emit.Line;

/**
 * One table for {@code iptables-restore}.
 *
 * @param chains {@code :NAME POLICY [0:0]}, built-in ones first and all of them
 * @param rules {@code -A CHAIN …}, in order within a chain
 */
public record RestoreTable(String name, List<Line> chains, List<Line> rules) {}
