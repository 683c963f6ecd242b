package org.hookline.model;

/** An interface of a host, by name. */
public record Port(String host, String iface) {
  @Override
  public String toString() {
    return host + "." + iface;
  }
}
