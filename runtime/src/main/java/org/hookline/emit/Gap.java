package org.hookline.emit;

import org.hookline.source.Origin;

/** Something of the model that the script does not do; listed at its top. */
public record Gap(String text, Origin origin) {}
