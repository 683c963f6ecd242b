package org.hookline.emit.sysctl;

import java.util.List;
import org.hookline.emit.Line;

/**
 * Settings as {@code KEY = VALUE}, in the order in which they are made.
 *
 * @param first of the whole host and for links to come: before any link is made
 * @param interfaces of single links: once they exist
 * @param netfilter of modules that are loaded by the packet rules
 */
public record SysctlFiles(List<Line> first, List<Line> interfaces, List<Line> netfilter) {}
