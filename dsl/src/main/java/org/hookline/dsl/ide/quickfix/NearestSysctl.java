package org.hookline.dsl.ide.quickfix;

import java.util.List;
import org.hookline.dsl.ide.text.Edit;
import org.hookline.dsl.ide.text.FileEdits;
import org.hookline.dsl.rules.SysctlKeys;
import org.hookline.dsl.scoping.NearestNames;

/** "Did you mean", for the name of a sysctl. */
final class NearestSysctl implements FixSource {

  @Override
  public List<String> codes() {
    return List.of("unknown-sysctl");
  }

  @Override
  public List<Fix> fixes(FixPlace place) {
    return NearestNames.of(place.words(), SysctlKeys.names())
        .map(
            name ->
                Fix.of(
                        "Change to '" + name + "'",
                        FileEdits.of(place.uri(), new Edit(place.span(), name)))
                    .asPreferred())
        .map(List::of)
        .orElse(List.of());
  }
}
