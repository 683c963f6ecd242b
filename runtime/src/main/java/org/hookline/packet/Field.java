package org.hookline.packet;

/**
 * One named value of a symbolic or concrete state.
 *
 * @param id position in the state's vector; unique in a graph
 * @param width bits, 1 … 64
 */
public record Field(int id, String name, int width, Scope scope) {

  /** All ones in the field's width. */
  public long mask() {
    return -1L >>> (64 - width);
  }

  @Override
  public String toString() {
    return name;
  }
}
