package org.hookline.dsl.tests.robust;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.concurrent.TimeUnit;

/**
 * Ends the virtual machine when one input takes more than ten seconds of the processor: time that
 * other programs do not make longer.
 */
final class Watch {
  private static final long MOST = TimeUnit.SECONDS.toNanos(10);
  private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();

  private final long watched;
  private volatile String input = "";
  private volatile long began;
  private long longest;

  private Watch(Thread watched) {
    this.watched = watched.getId();
    this.began = now();
  }

  static Watch over(Thread thread) {
    Watch watch = new Watch(thread);
    Thread watcher = new Thread(() -> watch.look(thread), "watch");
    watcher.setDaemon(true);
    watcher.start();
    return watch;
  }

  void begins(String input) {
    ends();
    this.input = input;
  }

  void ends() {
    longest = Math.max(longest, now() - began);
    began = now();
  }

  /** Milliseconds that the longest input took. */
  long longest() {
    return TimeUnit.NANOSECONDS.toMillis(longest);
  }

  private long now() {
    return THREADS.getThreadCpuTime(watched);
  }

  private void look(Thread thread) {
    try {
      while (thread.isAlive()) {
        thread.join(TimeUnit.SECONDS.toMillis(1));
        if (now() - began > MOST) {
          System.out.println(input + " takes more than ten seconds");
          for (StackTraceElement frame : thread.getStackTrace()) {
            System.out.println("  in " + frame);
          }
          Runtime.getRuntime().halt(1);
        }
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
