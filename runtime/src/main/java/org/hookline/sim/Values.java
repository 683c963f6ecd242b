package org.hookline.sim;

import org.hookline.packet.Field;

/** The fields of a state, to look at while it is reported. */
public interface Values {
  long get(Field field);
}
