package org.hookline.dsl.ide.verdict;

import com.google.inject.Inject;
import com.google.inject.Singleton;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.eclipse.emf.common.util.URI;
import org.hookline.check.CheckResult;
import org.hookline.dsl.prove.NetworkTexts;

/** The latest verdicts on each file, for everybody who shows some. */
@Singleton
public final class VerdictBoard {
  private final Map<URI, Entry> latest = new ConcurrentHashMap<>();

  @Inject
  public VerdictBoard() {}

  private record Entry(NetworkTexts texts, List<CheckResult> results) {}

  public void put(URI file, NetworkTexts texts, List<CheckResult> results) {
    latest.put(file, new Entry(texts, results));
  }

  public void forget(URI file) {
    latest.remove(file);
  }

  /** The latest verdicts, be they of these texts or of earlier ones. */
  public Optional<List<CheckResult>> latest(URI file) {
    return Optional.ofNullable(latest.get(file)).map(Entry::results);
  }

  /** The verdicts on exactly these texts; empty while they are being found out. */
  public Optional<List<CheckResult>> current(URI file, NetworkTexts texts) {
    return Optional.ofNullable(latest.get(file))
        .filter(entry -> entry.texts().equals(texts))
        .map(Entry::results);
  }
}
