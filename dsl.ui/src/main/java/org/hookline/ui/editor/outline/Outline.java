package org.hookline.ui.editor.outline;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.eclipse.lsp4j.DocumentSymbol;
import org.eclipse.lsp4j.DocumentSymbolParams;
import org.eclipse.lsp4j.Position;
import org.eclipse.lsp4j.SymbolInformation;
import org.eclipse.lsp4j.jsonrpc.messages.Either;
import org.hookline.ui.bridge.OpenText;
import org.hookline.ui.editor.live.LiveFeature;
import org.hookline.ui.text.Screen;

/** The declarations of a text as a tree, for as many views as want to show it. */
public final class Outline implements LiveFeature {
  private final List<Runnable> views = new ArrayList<>();
  private List<Node> nodes = List.of();

  /** The top of the tree; on the user interface's thread, as all of this. */
  public List<Node> nodes() {
    return nodes;
  }

  /** The innermost element at a place. */
  public Optional<Node> at(Position place) {
    return nodes.stream().flatMap(node -> node.at(place).stream()).findFirst();
  }

  void addView(Runnable changed) {
    views.add(changed);
  }

  void removeView(Runnable changed) {
    views.remove(changed);
  }

  @Override
  public void follow(OpenText text) {
    int version = text.version();
    text.brain()
        .ask(s -> s.documentSymbol(new DocumentSymbolParams(text.identifier())))
        .thenAccept(symbols -> Screen.later(() -> showIfSame(symbols, text, version)));
  }

  private void showIfSame(
      List<Either<SymbolInformation, DocumentSymbol>> symbols, OpenText text, int version) {
    if (text.version() == version) {
      nodes = Node.of(symbols.stream().map(Either::getRight).toList(), Optional.empty());
      views.forEach(Runnable::run);
    }
  }
}
