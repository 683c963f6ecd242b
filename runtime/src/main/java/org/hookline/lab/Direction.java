package org.hookline.lab;

/** How a packet crosses an interface, seen from its host. */
public enum Direction {
  IN,
  OUT;

  @Override
  public String toString() {
    return this == IN ? "in" : "out";
  }
}
