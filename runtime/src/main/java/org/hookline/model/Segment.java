package org.hookline.model;

import java.util.List;
import org.hookline.source.Origin;

/** One broadcast domain; a {@code link} is a segment of two. */
public record Segment(String name, List<Port> ports, Origin origin) {}
