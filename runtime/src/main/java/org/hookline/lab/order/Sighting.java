package org.hookline.lab.order;

import java.util.List;
import java.util.Optional;

/**
 * What the kernel told of the order at one host, in its own numbers of rules.
 *
 * @param blind why it told nothing; empty when it did
 * @param hidden why it did not tell of chains of iptables-legacy; empty when it did, or there are
 *     none
 */
public record Sighting(List<Passage> passages, Optional<String> blind, Optional<String> hidden) {
  /** Of what was observed before orders were. */
  public static final Sighting NOTHING =
      new Sighting(List.of(), Optional.of("nothing was written down of it"), Optional.empty());
}
