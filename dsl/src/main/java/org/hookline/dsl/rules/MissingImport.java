package org.hookline.dsl.rules;

import com.google.inject.Inject;
import java.util.List;
import org.hookline.dsl.hookline.HooklinePackage;
import org.hookline.dsl.hookline.Import;
import org.hookline.dsl.scoping.VisibleFiles;

/** An import of a file that cannot be read. */
final class MissingImport implements TreeRule<Import> {
  private static final String CODE = "missing-import";

  private final VisibleFiles files;

  @Inject
  MissingImport(VisibleFiles files) {
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
    if (files.imported(element).isEmpty()) {
      findings
          .at(element, HooklinePackage.eINSTANCE.getImport_ImportURI())
          .error(
              CODE,
              "cannot read \"" + element.getImportURI() + "\"",
              "the path of an .hkl file, relative to this file");
    }
  }
}
