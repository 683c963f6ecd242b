package org.hookline.ir;

/**
 * One draw of a choice, the key under which both interpreters know it. Whatever its span, a choice
 * is drawn anew at each moment: a looping packet must not find the value of its earlier passage. A
 * draw that holds for the connection is remembered by what it wrote into the entry.
 */
public record Visit(Choice choice, Moment moment) {
  @Override
  public String toString() {
    return choice.id() + " (" + moment + ")";
  }
}
