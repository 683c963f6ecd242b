package org.hookline.model.rule;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.hookline.source.Origin;

/**
 * A table that scripts load and the engine does not play, in the words of the tool that loads it.
 *
 * @param title {@code filter}; of nft with the family, {@code bridge fw}
 * @param chains in the order of the text
 */
public record UnplayedTable(Tool tool, String title, List<UnplayedChain> chains, Origin origin) {

  /** Who loads it. */
  public enum Tool {
    EBTABLES,
    ARPTABLES,
    NFT;

    /** The name of the program. */
    public String word() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /**
   * A chain.
   *
   * @param head of ebtables and arptables the policy; of nft {@code type … hook … priority …;}, or
   *     nothing for a chain that only jumps reach
   */
  public record UnplayedChain(
      String name, Optional<String> head, List<UnplayedRule> rules, Origin origin) {}

  /**
   * A rule.
   *
   * @param lines what it is for the tool, several where it has no words for all at once
   * @param conflict why the tool has no words for it, if it has none
   * @param texts in it that no type guards
   */
  public record UnplayedRule(
      List<String> lines, Optional<String> conflict, List<FreeText> texts, Origin origin) {}
}
