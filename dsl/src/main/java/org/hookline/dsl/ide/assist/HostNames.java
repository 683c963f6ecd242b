package org.hookline.dsl.ide.assist;

import com.google.inject.Inject;
import org.hookline.dsl.hookline.HostDeclaration;
import org.hookline.dsl.hookline.NetworkFile;
import org.hookline.dsl.scoping.VisibleFiles;

/** Hosts to speak of in proposals. */
final class HostNames {
  private static final String ANY = "box";

  private final VisibleFiles files;

  @Inject
  HostNames(VisibleFiles files) {
    this.files = files;
  }

  /** The first host that a file can see; a made-up one when there is none. */
  String first(NetworkFile file) {
    return file == null
        ? ANY
        : files.declarations(file, HostDeclaration.class).stream()
            .map(HostDeclaration::getName)
            .filter(name -> name != null)
            .findFirst()
            .orElse(ANY);
  }
}
