package org.hookline.lab.random;

import org.hookline.lab.recorded.AgainstReport.ProbeResult;
import org.hookline.lab.recorded.RecordedCase;

/**
 * A difference, shrunken.
 *
 * @param found in the case that was drawn
 * @param left the difference of the shrunken case
 * @param recorded the shrunken case, as the kernel played it
 */
public record Minimal(ProbeResult found, ProbeResult left, RecordedCase recorded) {}
