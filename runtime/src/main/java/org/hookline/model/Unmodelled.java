package org.hookline.model;

import org.hookline.source.Origin;

/**
 * Something that was read and understood as text, but that the engine cannot carry yet. What
 * depends on it is assumed, never proved.
 *
 * @param what the text, shortened
 * @param why what is missing
 */
public record Unmodelled(String what, String why, Origin origin) {}
