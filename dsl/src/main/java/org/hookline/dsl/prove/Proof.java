package org.hookline.dsl.prove;

import java.util.List;
import org.hookline.check.CheckResult;

/** What came of judging the checks of a file. */
public sealed interface Proof {

  <R> R in(Handler<R> handler);

  /** One method a kind. */
  interface Handler<R> {
    R judged(List<CheckResult> results);

    R failed(String reason);
  }

  /** Every check has its verdict, in the order of the text. */
  record Judged(List<CheckResult> results) implements Proof {
    @Override
    public <R> R in(Handler<R> handler) {
      return handler.judged(results);
    }
  }

  /** A bug of ours: the interpreters disagree, or a law was broken. */
  record Failed(String reason) implements Proof {
    @Override
    public <R> R in(Handler<R> handler) {
      return handler.failed(reason);
    }
  }
}
