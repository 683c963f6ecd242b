package org.hookline.export.drawing;

import org.hookline.source.Origin;

/**
 * What a part of a drawing stands for.
 *
 * @param element its name, unique in the drawing: {@code host mirrors}, {@code port mirrors.vlan10}
 * @param origin where it is written; {@link Origin#NONE} for what the kernel adds
 */
public record Target(String element, Origin origin) {
  public static final Target NONE = new Target("", Origin.NONE);
}
