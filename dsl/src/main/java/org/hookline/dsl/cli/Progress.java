package org.hookline.dsl.cli;

/**
 * One line on the terminal that says what takes its time, and is gone when the results come.
 * Nothing where nobody watches.
 */
final class Progress implements AutoCloseable {
  private static final int WIDEST = 78;
  private static final String ERASED = "\r\u001b[K";

  private final Io io;

  Progress(Io io) {
    this.io = io;
  }

  /** What begins now. */
  void now(String what) {
    if (io.watched()) {
      String line = what.length() > WIDEST ? what.substring(0, WIDEST - 2) + " …" : what;
      io.err().print(ERASED + line);
      io.err().flush();
    }
  }

  @Override
  public void close() {
    if (io.watched()) {
      io.err().print(ERASED);
      io.err().flush();
    }
  }
}
