package org.hookline.ui.bridge;

import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import org.eclipse.lsp4j.Diagnostic;

/** What is wrong with each file, as the brain said last and the user wants to see it. */
public final class Diagnostics {
  private final Map<String, List<Diagnostic>> byAddress = new ConcurrentHashMap<>();
  private final List<Consumer<String>> listeners = new CopyOnWriteArrayList<>();
  private volatile UnaryOperator<List<Diagnostic>> shown = UnaryOperator.identity();

  Diagnostics() {}

  /** Of one file, in the order of its text; nothing for a file that is not known. */
  public List<Diagnostic> of(String address) {
    return shown.apply(byAddress.getOrDefault(address, List.of()));
  }

  /** Shows problems through a filter from now on, those that are known too. */
  public void showThrough(UnaryOperator<List<Diagnostic>> filter) {
    shown = filter;
    byAddress.keySet().forEach(this::announce);
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
    announce(address);
  }

  private void announce(String address) {
    listeners.forEach(listener -> listener.accept(address));
  }
}
