package org.hookline.dsl.rules;

import com.google.inject.Inject;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.hookline.dsl.hookline.HooklinePackage;
import org.hookline.dsl.hookline.Import;
import org.hookline.dsl.hookline.NetworkFile;
import org.hookline.dsl.scoping.VisibleFiles;

/** Files that import each other. */
final class ImportCycle implements TreeRule<Import> {
  static final String CODE = "import-cycle";
  private static final HooklinePackage HKL = HooklinePackage.eINSTANCE;

  private final VisibleFiles files;

  @Inject
  ImportCycle(VisibleFiles files) {
    this.files = files;
  }

  @Override
  public Class<Import> type() {
    return Import.class;
  }

  @Override
  public List<String> codes() {
    return List.of(CODE);
  }

  @Override
  public void check(Import element, Findings findings) {
    if (!(element.eContainer() instanceof NetworkFile own)) {
      return; // a file to compare with may import this one
    }
    Optional<NetworkFile> other = files.imported(element);
    if (other.isPresent() && reaches(other.get(), own, new HashSet<>())) {
      findings
          .at(element, HKL.getImport_ImportURI())
          .error(CODE, "the imported file imports this one", "a third file with what both need");
    }
  }

  private boolean reaches(NetworkFile from, NetworkFile wanted, Set<NetworkFile> seen) {
    return from == wanted
        || seen.add(from)
            && from.getImports().stream()
                .flatMap(each -> files.imported(each).stream())
                .anyMatch(next -> reaches(next, wanted, seen));
  }
}
