package org.hookline.dsl.ide.quickfix;

import java.util.List;

/** Knows repairs for problems of some codes. */
interface FixSource {
  /** In {@link #codes}: also asked where there is no problem at all. */
  String ANYWHERE = "";

  List<String> codes();

  /** The most likely repair first; none where it has nothing to offer. */
  List<Fix> fixes(FixPlace place);
}
