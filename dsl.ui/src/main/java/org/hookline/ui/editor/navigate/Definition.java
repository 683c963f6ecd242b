package org.hookline.ui.editor.navigate;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.eclipse.lsp4j.DefinitionParams;
import org.eclipse.lsp4j.Location;
import org.eclipse.lsp4j.Range;
import org.hookline.ui.bridge.OpenText;
import org.hookline.ui.text.Places;
import org.hookline.ui.text.Screen;

/** Goes to where a name is declared. */
public final class Definition {
  private Definition() {}

  /** Opens the declaration of the name at a place; done when it is open, or when there is none. */
  public static CompletableFuture<Void> open(OpenText text, int offset) {
    DefinitionParams place =
        new DefinitionParams(text.identifier(), Places.position(text.document(), offset));
    CompletableFuture<Void> done = new CompletableFuture<>();
    text.brain()
        .ask(s -> s.definition(place))
        .whenComplete(
            (answer, failure) ->
                Screen.later(
                    () -> {
                      if (failure == null && answer != null && answer.isLeft()) {
                        show(answer.getLeft());
                      }
                      done.complete(null);
                    }));
    return done;
  }

  private static void show(List<? extends Location> locations) {
    if (!locations.isEmpty()) {
      Range range = locations.get(0).getRange();
      AddressedPlace.show(locations.get(0).getUri(), range);
    }
  }
}
