package org.hookline.check;

/**
 * What is known beforehand of one field of the opening packet.
 *
 * @param open whether it may have any value, as far as the flow set goes
 * @param value its value when it is not open
 */
public record InputSpec(boolean open, long value) {

  /** Any value. */
  public static final InputSpec ANY = new InputSpec(true, 0);

  public static InputSpec exactly(long value) {
    return new InputSpec(false, value);
  }
}
