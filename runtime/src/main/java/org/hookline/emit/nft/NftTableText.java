package org.hookline.emit.nft;

import java.util.List;
import org.hookline.emit.Line;

/**
 * One table for {@code nft -f}.
 *
 * @param chains none if the host is to have no such table
 */
public record NftTableText(String family, String name, List<Chain> chains) {

  /**
   * A chain.
   *
   * @param base {@code type … hook … priority …; policy …;} and its place; without a text for a
   *     chain that only jumps reach
   */
  public record Chain(String name, Line base, List<Line> rules) {}

  /** {@code ip filter}: how commands of nft call the table. */
  public String title() {
    return family + " " + name;
  }
}
