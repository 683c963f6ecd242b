package org.hookline.dsl.ide.assist;

/**
 * A piece of text with gaps.
 *
 * @param name what the user types to find it
 * @param text gaps are written as the protocol's snippets are: <code>${1:eth0}</code>; the same
 *     number is the same gap
 */
public record Template(String name, String description, String text) {}
