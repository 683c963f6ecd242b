package org.hookline.ui.bridge;

import org.apache.log4j.AppenderSkeleton;
import org.apache.log4j.Level;
import org.apache.log4j.Logger;
import org.apache.log4j.spi.LoggingEvent;
import org.eclipse.core.runtime.ILog;

/** Sends what the language logs to the workbench's error log. */
final class WorkbenchLog extends AppenderSkeleton {
  private static final ILog LOG = ILog.of(WorkbenchLog.class);

  private WorkbenchLog() {
    setThreshold(Level.ERROR);
  }

  static void install() {
    Logger.getRootLogger().addAppender(new WorkbenchLog());
  }

  @Override
  protected void append(LoggingEvent event) {
    Throwable reason =
        event.getThrowableInformation() == null
            ? null
            : event.getThrowableInformation().getThrowable();
    LOG.error(event.getRenderedMessage(), reason);
  }

  @Override
  public void close() {
    // the workbench's log stays open
  }

  @Override
  public boolean requiresLayout() {
    return false;
  }
}
