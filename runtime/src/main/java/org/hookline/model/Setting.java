package org.hookline.model;

import org.hookline.source.Origin;

/** The value of a sysctl, with where it was written. */
public record Setting(String value, Origin origin) {}
