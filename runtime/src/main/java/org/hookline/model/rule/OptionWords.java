package org.hookline.model.rule;

import java.util.List;
import java.util.Optional;
import org.hookline.addr.Malformed;
import org.hookline.addr.Protocol;

/**
 * The words behind one {@code -m MODULE} or {@code -j TARGET} of a saved rule, read from left to
 * right by the kind that they belong to.
 */
public final class OptionWords {

  /**
   * One word.
   *
   * @param quoted in quotes, so that it is a value even when it begins with a dash
   */
  public record Word(String text, boolean quoted) {

    private boolean is(String literal) {
      return !quoted && text.equals(literal);
    }

    @Override
    public String toString() {
      return quoted ? IptablesLine.inQuotes(text) : text;
    }
  }

  private final List<Word> words;
  private final Optional<Protocol> protocol;
  private int position = 0;
  private boolean negated = false;

  /**
   * @param protocol what {@code -p} of the rule says; empty when it says nothing, or negates
   */
  public OptionWords(List<Word> words, Optional<Protocol> protocol) {
    this.words = List.copyOf(words);
    this.protocol = protocol;
  }

  /** The protocol that the rule is about. */
  public Optional<Protocol> protocol() {
    return protocol;
  }

  /** Whether anything is left. */
  public boolean more() {
    return position < words.size();
  }

  /**
   * The next option's name: {@code --dport}. A {@code !} before it, or between it and its value, is
   * remembered.
   *
   * @throws Malformed {@code bad-option} when there is a value in its place
   */
  public String option() {
    negated = take("!");
    if (!more() || words.get(position).quoted() || !words.get(position).text().startsWith("-")) {
      throw new Malformed(
          "bad-option",
          more() ? "'" + words.get(position) + "' is not an option" : "an option is missing",
          "an option that begins with --");
    }
    String name = words.get(position++).text();
    negated |= valueAt(position + 1) && take("!");
    return name;
  }

  private boolean take(String literal) {
    boolean there = more() && words.get(position).is(literal);
    position += there ? 1 : 0;
    return there;
  }

  /** Whether the option that was read last is negated. */
  public boolean negated() {
    return negated;
  }

  /**
   * The value of the option that was read last.
   *
   * @throws Malformed {@code bad-option} when there is none
   */
  public String value() {
    if (!more()) {
      throw new Malformed("bad-option", "the last option needs a value", "a value behind it");
    }
    return words.get(position++).text();
  }

  /** Whether the next word is a value and no option. */
  public boolean valueFollows() {
    return valueAt(position);
  }

  private boolean valueAt(int place) {
    return place < words.size()
        && !words.get(place).is("!")
        && (words.get(place).quoted() || !words.get(place).text().startsWith("-"));
  }

  /** What is said of an option that a kind does not have. */
  public static Malformed unknown(String option) {
    return new Malformed("bad-option", "the option " + option + " is not known", "");
  }

  /** All words as they were written. */
  @Override
  public String toString() {
    return String.join(" ", words.stream().map(Word::toString).toList());
  }
}
