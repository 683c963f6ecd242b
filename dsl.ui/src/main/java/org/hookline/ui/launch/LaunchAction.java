package org.hookline.ui.launch;

/** What can be done with a file from the menu Run As. */
enum LaunchAction {
  CHECK("Check"),
  SIMULATE("Simulate"),
  GENERATE("Generate");

  private final String word;

  LaunchAction(String word) {
    this.word = word;
  }

  /** As the menu says it. */
  String word() {
    return word;
  }
}
