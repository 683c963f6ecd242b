package org.hookline.trace;

import java.util.List;
import org.hookline.ir.Why;

/**
 * One thing that is worth telling.
 *
 * @param box where in the diagram it happened
 * @param changes what it changed, in the order of the fields: {@code dst 202.141.160.110 →
 *     10.8.10.2}, {@code mark 0x0 → 0x65}
 */
public record TraceStep(Box box, Why why, List<String> changes) {}
