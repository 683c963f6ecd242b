package org.hookline.dsl.prove;

import java.util.Map;

/**
 * What the verdicts on a file depend on: the texts of the file and its imports, by the names that
 * origins use. Equal texts have equal verdicts.
 */
public record NetworkTexts(Map<String, String> byName) {
  public NetworkTexts {
    byName = Map.copyOf(byName);
  }
}
