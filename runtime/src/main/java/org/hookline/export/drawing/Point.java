package org.hookline.export.drawing;

/** A place of a drawing, in pixels from the upper left corner. */
public record Point(double x, double y) {}
