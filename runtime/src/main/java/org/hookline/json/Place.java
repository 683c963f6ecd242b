package org.hookline.json;

/**
 * Where a value stands.
 *
 * @param path from the whole text, {@code $}: {@code $.hosts[0].name}
 * @param line 1-based
 * @param column 1-based
 */
public record Place(String path, int line, int column) {}
