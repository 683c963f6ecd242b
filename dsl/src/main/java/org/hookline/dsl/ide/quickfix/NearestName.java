package org.hookline.dsl.ide.quickfix;

import com.google.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import org.eclipse.xtext.scoping.IScopeProvider;
import org.eclipse.xtext.xtext.CurrentTypeFinder;
import org.hookline.dsl.ide.text.Edit;
import org.hookline.dsl.ide.text.FileEdits;
import org.hookline.dsl.scoping.NearestNames;
import org.hookline.dsl.scoping.UnknownNames;

/** "Did you mean": an unknown name becomes one of the nearest known ones. */
final class NearestName implements FixSource {
  private static final int OFFERED = 3;

  private final IScopeProvider scopes;
  private final CurrentTypeFinder types;

  @Inject
  NearestName(IScopeProvider scopes, CurrentTypeFinder types) {
    this.scopes = scopes;
    this.types = types;
  }

  @Override
  public List<String> codes() {
    return UnknownNames.codes();
  }

  @Override
  public List<Fix> fixes(FixPlace place) {
    return UnknownName.at(place, types).map(unknown -> fixes(unknown, place)).orElse(List.of());
  }

  private List<Fix> fixes(UnknownName unknown, FixPlace place) {
    List<String> known = new ArrayList<>();
    scopes
        .getScope(unknown.element(), unknown.reference())
        .getAllElements()
        .forEach(element -> known.add(element.getName().toString()));
    List<Fix> fixes = new ArrayList<>();
    for (int i = 0; i < OFFERED; i++) {
      NearestNames.of(unknown.name(), known.stream())
          .ifPresent(
              name -> {
                fixes.add(change(name, place));
                known.remove(name);
              });
    }
    return fixes.isEmpty() ? fixes : preferringFirst(fixes);
  }

  private static List<Fix> preferringFirst(List<Fix> fixes) {
    fixes.set(0, fixes.get(0).asPreferred());
    return fixes;
  }

  private static Fix change(String name, FixPlace place) {
    return Fix.of(
        "Change to '" + name + "'", FileEdits.of(place.uri(), new Edit(place.span(), name)));
  }
}
