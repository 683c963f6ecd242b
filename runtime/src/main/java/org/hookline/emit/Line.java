package org.hookline.emit;

import org.hookline.source.Origin;

/**
 * One line of a data file.
 *
 * @param text in the words of the tool that reads the file, without a comment
 * @param origin where it was written; {@link Origin#NONE} for what nobody wrote
 */
public record Line(String text, Origin origin) {}
