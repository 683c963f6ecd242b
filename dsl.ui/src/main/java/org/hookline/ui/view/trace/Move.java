package org.hookline.ui.view.trace;

import java.util.List;
import java.util.function.Consumer;
import org.eclipse.jface.action.Action;
import org.hookline.trace.Trace;
import org.hookline.trace.TracePlace;
import org.hookline.ui.Icon;

/** The ways to follow a packet. */
enum Move {
  FIRST("To the beginning (Home)", Icon.FIRST),
  PREVIOUS("One step back (Left)", Icon.PREVIOUS),
  NEXT("One step on (Right)", Icon.NEXT),
  LAST("To the end (End)", Icon.LAST);

  private final String text;
  private final Icon icon;

  Move(String text, Icon icon) {
    this.text = text;
    this.icon = icon;
  }

  TracePlace from(TracePlace place, Trace trace) {
    List<TracePlace> all = TracePlace.all(trace);
    return switch (this) {
      case FIRST -> all.get(0);
      case PREVIOUS -> place.moved(-1, trace);
      case NEXT -> place.moved(1, trace);
      case LAST -> all.get(all.size() - 1);
    };
  }

  Action action(Consumer<Move> listener) {
    Action action =
        new Action(text, icon.descriptor()) {
          @Override
          public void run() {
            listener.accept(Move.this);
          }
        };
    action.setToolTipText(text);
    return action;
  }
}
