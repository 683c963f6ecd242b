package org.hookline.importer;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.hookline.addr.Malformed;
import org.hookline.addr.Protocol;
import org.hookline.model.rule.OptionWords;
import org.hookline.model.rule.OptionWords.Word;
import org.hookline.model.rule.Rule;
import org.hookline.model.rule.match.Fragment;
import org.hookline.model.rule.match.Iif;
import org.hookline.model.rule.match.Match;
import org.hookline.model.rule.match.Oif;
import org.hookline.model.rule.match.ProtocolIs;
import org.hookline.model.rule.target.Target;
import org.hookline.source.Origin;

/** One {@code -A CHAIN …} of iptables-save as a rule. */
final class SavedRule {

  /** The options behind one {@code -m} or {@code -j}. */
  private record Group(String name, List<Word> words) {}

  private final List<Word> words;
  private final Set<String> chains;
  private final List<Match> matches = new ArrayList<>();
  private final List<Group> modules = new ArrayList<>();
  private Optional<Group> target = Optional.empty();
  private Optional<String> leap = Optional.empty();
  private Optional<Group> open = Optional.empty();
  private Optional<Protocol> protocol = Optional.empty();
  private int at = 0;

  private SavedRule(List<Word> words, Set<String> chains) {
    this.words = words;
    this.chains = chains;
  }

  /**
   * @param words behind the chain's name
   * @param chains of the same table
   * @throws Malformed when a plain option cannot be read
   */
  static Rule read(List<Word> words, Set<String> chains, Origin origin) {
    return new SavedRule(words, chains).rule(origin);
  }

  private Rule rule(Origin origin) {
    while (at < words.size()) {
      boolean negated = sign();
      Optional<PlainOption> plain =
          at < words.size() && !words.get(at).quoted()
              ? PlainOption.of(words.get(at).text())
              : Optional.empty();
      if (plain.isPresent()) {
        at++;
        plain(plain.get(), negated || plain.get().hasValue() && sign());
      } else {
        further(negated);
      }
    }
    Optional<Protocol> asked = protocol;
    ModuleText last = new ModuleText("");
    for (Group group : modules) {
      matches.addAll(last.matches(group.name(), group.words(), asked));
      last = new ModuleText(group.name());
    }
    return new Rule(RedundantProtocol.without(matches), target(), Optional.empty(), origin);
  }

  private boolean sign() {
    boolean there = at < words.size() && words.get(at).equals(new Word("!", false));
    at += there ? 1 : 0;
    return there;
  }

  private String value() {
    if (at >= words.size()) {
      throw new Malformed("bad-option", "the last option needs a value", "a value behind it");
    }
    return words.get(at++).text();
  }

  private void plain(PlainOption option, boolean negated) {
    switch (option) {
      case SOURCE -> matches.addAll(PlainAddress.source(negated, value()));
      case DESTINATION -> matches.addAll(PlainAddress.destination(negated, value()));
      case IN -> matches.add(new Iif(negated, value()));
      case OUT -> matches.add(new Oif(negated, value()));
      case PROTOCOL -> protocol(negated);
      case FRAGMENT -> matches.add(new Fragment(negated));
      case MATCH -> module(value());
      case JUMP -> target = begin(value());
      case GOTO -> leap = Optional.of(value());
      case COUNTERS -> at = Math.min(words.size(), at + 2);
      case FAMILY -> {}
    }
  }

  private Optional<Group> begin(String name) {
    open = Optional.of(new Group(name, new ArrayList<>()));
    return open;
  }

  private void module(String name) {
    modules.add(begin(name).get());
  }

  private void protocol(boolean negated) {
    String text = value();
    if (!text.equals("all") && !text.equals("0")) {
      Protocol named = Protocol.parse(text);
      protocol = negated ? Optional.empty() : Optional.of(named);
      matches.add(new ProtocolIs(negated, named));
    }
  }

  /** A word of an extension; without a module before it, {@code -p tcp} opens module tcp. */
  private void further(boolean negated) {
    if (open.isEmpty()) {
      module(
          protocol
              .map(Protocol::toString)
              .orElseThrow(
                  () ->
                      new Malformed(
                          "bad-option",
                          "'" + (at < words.size() ? words.get(at) : "!") + "' is not an option",
                          "an option of iptables")));
    }
    if (negated) {
      open.get().words().add(new Word("!", false));
    }
    if (at < words.size()) {
      open.get().words().add(words.get(at++));
    }
  }

  private Target target() {
    if (leap.filter(chain -> !chains.contains(chain)).isPresent()) {
      throw new Malformed("bad-option", "there is no chain " + leap.get(), "a chain of the table");
    }
    if (leap.isPresent()) {
      return new org.hookline.model.rule.target.GotoChain(leap.get());
    }
    if (target.isEmpty()) {
      return new org.hookline.model.rule.target.Count();
    }
    Group group = target.get();
    if (chains.contains(group.name())) {
      return new org.hookline.model.rule.target.Jump(group.name());
    }
    return TargetText.read(group.name(), new OptionWords(group.words(), protocol));
  }
}
