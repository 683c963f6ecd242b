package org.hookline.dsl.prove;

import com.google.inject.Inject;
import com.google.inject.Singleton;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.function.BooleanSupplier;
import org.hookline.api.Hookline;
import org.hookline.check.CheckResult;
import org.hookline.model.Network;
import org.hookline.model.property.Check;

/**
 * Judges the checks of networks for command line, language server and workbench alike; the same
 * texts are judged once.
 */
@Singleton
public final class Prover {
  private static final int REMEMBERED = 256;

  private final Map<Asked, List<CheckResult>> known =
      new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<Asked, List<CheckResult>> eldest) {
          return size() > REMEMBERED;
        }
      };

  @Inject
  public Prover() {}

  /** The same texts may be asked about other checks than they contain. */
  private record Asked(NetworkTexts texts, List<Check> checks) {}

  /** What was found out before about the checks of a network. */
  public Optional<List<CheckResult>> known(NetworkTexts texts, Network network) {
    synchronized (known) {
      return Optional.ofNullable(known.get(new Asked(texts, network.checks())));
    }
  }

  /**
   * Judges all checks of a network.
   *
   * @param network what the texts describe; its checks may be others
   * @param cancelled is asked before each check
   * @throws CancellationException when it says yes, or when the thread is interrupted
   * @throws org.hookline.check.Disagreement a bug of ours; the message is the bundle for the report
   */
  public List<CheckResult> prove(NetworkTexts texts, Network network, BooleanSupplier cancelled) {
    Optional<List<CheckResult>> before = known(texts, network);
    if (before.isPresent()) {
      return before.get();
    }
    List<CheckResult> results =
        Hookline.of(network)
            .check(
                check -> {
                  if (cancelled.getAsBoolean()) {
                    throw new CancellationException("nobody waits for the verdict any more");
                  }
                });
    List<CheckResult> kept = List.copyOf(results);
    synchronized (known) {
      known.put(new Asked(texts, network.checks()), kept);
    }
    return kept;
  }
}
