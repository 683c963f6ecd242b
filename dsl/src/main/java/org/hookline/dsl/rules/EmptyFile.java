package org.hookline.dsl.rules;

import java.util.List;
import org.hookline.dsl.hookline.NetworkFile;

/** A file that describes nothing yet. */
final class EmptyFile implements TreeRule<NetworkFile> {
  static final String CODE = "empty-file";

  @Override
  public Class<NetworkFile> type() {
    return NetworkFile.class;
  }

  @Override
  public List<String> codes() {
    return List.of(CODE);
  }

  @Override
  public void check(NetworkFile file, Findings findings) {
    if (file.getDeclarations().isEmpty() && file.getImports().isEmpty()) {
      findings
          .at(file)
          .note(CODE, "this file describes nothing yet", "host NAME { … } is a beginning");
    }
  }
}
