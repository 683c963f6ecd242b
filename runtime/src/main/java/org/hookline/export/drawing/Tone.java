package org.hookline.export.drawing;

/** What a colour says; which colour it is depends on the background. */
public enum Tone {
  /** Neither more nor less than the rest. */
  PLAIN,
  /** There, but not now. */
  FAINT,
  /** On the way of the packet that opens the flow, or the one behind it. */
  FORWARD,
  /** On the way of an answer. */
  REPLY,
  /** Where the packet is now. */
  NOW,
  GOOD,
  BAD,
  /** What the user has selected. */
  SELECTED
}
