package org.hookline.lab.recorded;

/** A file that should hold recorded cases holds something else. */
public final class NotRecorded extends Exception {
  private static final long serialVersionUID = 1L;

  NotRecorded(String place, String what) {
    super(place + ": not a recorded case: " + what);
  }
}
