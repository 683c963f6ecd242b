package org.hookline.ui.bridge;

import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import org.eclipse.lsp4j.Diagnostic;

/** What is wrong with each file, as the brain said last. */
public final class Diagnostics {
  private final Map<String, List<Diagnostic>> byAddress = new ConcurrentHashMap<>();
  private final List<Consumer<String>> listeners = new CopyOnWriteArrayList<>();

  Diagnostics() {}

  /** Of one file, in the order of its text; nothing for a file that is not known. */
  public List<Diagnostic> of(String address) {
    return byAddress.getOrDefault(address, List.of());
  }

  /**
   * Asks to be told the address of each file that was looked at, on some thread. The caller goes on
   * quickly and leaves work to others.
   */
  public void listen(Consumer<String> listener) {
    listeners.add(listener);
  }

  public void forget(Consumer<String> listener) {
    listeners.remove(listener);
  }

  void put(String address, List<Diagnostic> diagnostics) {
    byAddress.put(address, List.copyOf(diagnostics));
    listeners.forEach(listener -> listener.accept(address));
  }
}
