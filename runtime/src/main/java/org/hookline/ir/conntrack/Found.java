package org.hookline.ir.conntrack;

/**
 * Where a tuple was found.
 *
 * @param where the part of the guard that finds this entry in this direction
 * @param entry its number
 * @param reply whether the tuple is the entry's reply direction
 */
public record Found<B, V>(B where, V entry, boolean reply) {}
