package org.hookline.check;

import org.hookline.check.set.Ranges;
import org.hookline.ir.Visit;

/**
 * What a verdict rests on.
 *
 * @param draw what the model leaves open
 * @param outcomes with which all assumed flows are good, the other assumptions taken suitably;
 *     empty when there are none that serve all of them
 */
public record Assumption(Visit draw, Ranges outcomes) {}
