package org.hookline.dsl.ide.quickfix;

import java.util.List;
import org.hookline.addr.Prefix;
import org.hookline.dsl.ide.text.Edit;
import org.hookline.dsl.ide.text.FileEdits;

/** A prefix with host bits becomes the network, or the single address. */
final class NetworkPrefix implements FixSource {

  @Override
  public List<String> codes() {
    return List.of("host-bits");
  }

  @Override
  public List<Fix> fixes(FixPlace place) {
    Prefix prefix = Prefix.parse(place.words());
    return List.of(
        change(prefix.network().toString(), place).asPreferred(),
        change(prefix.address().toString(), place));
  }

  private static Fix change(String word, FixPlace place) {
    return Fix.of(
        "Change to '" + word + "'", FileEdits.of(place.uri(), new Edit(place.span(), word)));
  }
}
