package org.hookline.emit.scenario;

/**
 * Something that a network says of itself and that is not so.
 *
 * @param path from the network: {@code .hosts[0].rules[3]}
 */
record Dangling(String path, String message, String hint) {}
