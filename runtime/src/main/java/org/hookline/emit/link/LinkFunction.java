package org.hookline.emit.link;

import java.util.Locale;

/** What the script does about links: each constant is a shell function of the same name. */
public enum LinkFunction {
  /** {@code need_link NAME}: fails unless the link exists. */
  NEED_LINK,
  /** {@code make_link NAME OPTION...}: {@code ip link add} unless a link of that name exists. */
  MAKE_LINK,
  /** {@code port_of BRIDGE PORT} */
  PORT_OF,
  /** {@code mac NAME ADDRESS} */
  MAC,
  /** {@code mtu NAME BYTES} */
  MTU,
  /** {@code up NAME} */
  UP,
  /** {@code down NAME} */
  DOWN;

  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }
}
