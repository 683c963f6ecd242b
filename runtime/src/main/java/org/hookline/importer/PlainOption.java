package org.hookline.importer;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** Options of iptables that belong to no module. */
enum PlainOption {
  SOURCE("-s", "--source", "--src"),
  DESTINATION("-d", "--destination", "--dst"),
  IN("-i", "--in-interface"),
  OUT("-o", "--out-interface"),
  PROTOCOL("-p", "--protocol"),
  FRAGMENT("-f", "--fragment"),
  MATCH("-m", "--match"),
  JUMP("-j", "--jump"),
  GOTO("-g", "--goto"),
  COUNTERS("-c", "--set-counters"),
  FAMILY("-4", "-6", "--ipv4", "--ipv6");

  private final List<String> names;

  PlainOption(String... names) {
    this.names = Arrays.asList(names);
  }

  /** Whether a {@code !} behind it is its own, as old versions of iptables wrote it. */
  boolean hasValue() {
    return this != FRAGMENT && this != FAMILY;
  }

  static Optional<PlainOption> of(String word) {
    return Arrays.stream(values()).filter(o -> o.names.contains(word)).findFirst();
  }
}
