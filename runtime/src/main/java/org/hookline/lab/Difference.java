package org.hookline.lab;

/**
 * One thing in which a prediction and the kernel differ.
 *
 * @param item what is compared: {@code packet 3}, {@code drop}, {@code receipt}, {@code result}
 */
public record Difference(String item, String predicted, String observed) {
  @Override
  public String toString() {
    return item + ": predicted " + predicted + ", the kernel: " + observed;
  }
}
