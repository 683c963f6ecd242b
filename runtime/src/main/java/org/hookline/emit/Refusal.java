package org.hookline.emit;

import org.hookline.source.Origin;

/**
 * Why no script is written: something in the model that no tool would take, or that would mean
 * something else to a shell.
 *
 * @param code of the help page, for example {@code bad-interface-name}
 * @param message what is wrong, one sentence without a full stop
 * @param hint what would be right
 * @param origin where it was written
 */
public record Refusal(String code, String message, String hint, Origin origin) {}
