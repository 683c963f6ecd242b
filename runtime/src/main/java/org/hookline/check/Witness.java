package org.hookline.check;

import java.util.Map;
import org.hookline.ir.Visit;
import org.hookline.packet.Field;

/**
 * One flow.
 *
 * @param packet the opening packet: every field that was given to the run
 * @param choices what is drawn on its way; draws that do not occur on it may be named too
 */
public record Witness(Map<Field, Long> packet, Map<Visit, Long> choices) {}
