package org.hookline.check;

/** For which opening packets and choices a state is reached. */
record Guarded(int guard, State state) {}
