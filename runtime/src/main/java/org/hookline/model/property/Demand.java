package org.hookline.model.property;

import org.hookline.source.Origin;

/** One property of a check, with its line. */
public record Demand(Property property, Origin origin) {}
