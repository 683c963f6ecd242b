package org.hookline.model.route;

import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;

/** What an {@code ip rule} does with a packet that it matches; prints in iproute2's words. */
public sealed interface RuleAction {

  <R> R in(Handler<R> handler);

  /** The table that is looked up. */
  default Optional<String> lookedUp() {
    return Optional.empty();
  }

  /** The preference that a goto names. */
  default OptionalLong leapsTo() {
    return OptionalLong.empty();
  }

  /** One method a kind. */
  interface Handler<R> {
    R lookup(String table, Suppression suppress);

    R leap(long preference);

    R nop();

    R blackhole();

    R unreachable();

    R prohibit();
  }

  /**
   * Looks a table up; a result that is suppressed, or none, continues with the next rule.
   *
   * @param suppress which results do not count
   */
  record Lookup(String table, Suppression suppress) implements RuleAction {

    /**
     * @param suppressPrefixLength results with this prefix length or a shorter one do not count
     */
    public Lookup(String table, OptionalInt suppressPrefixLength) {
      this(table, new Suppression(suppressPrefixLength, OptionalInt.empty()));
    }

    @Override
    public <R> R in(Handler<R> handler) {
      return handler.lookup(table, suppress);
    }

    @Override
    public Optional<String> lookedUp() {
      return Optional.of(table);
    }

    @Override
    public String toString() {
      return "lookup " + table + suppress;
    }
  }

  /** Continues at the first rule of this preference. */
  record Goto(long preference) implements RuleAction {
    @Override
    public <R> R in(Handler<R> handler) {
      return handler.leap(preference);
    }

    @Override
    public OptionalLong leapsTo() {
      return OptionalLong.of(preference);
    }

    @Override
    public String toString() {
      return "goto " + preference;
    }
  }

  record Nop() implements RuleAction {
    @Override
    public <R> R in(Handler<R> handler) {
      return handler.nop();
    }

    @Override
    public String toString() {
      return "nop";
    }
  }

  record Blackhole() implements RuleAction {
    @Override
    public <R> R in(Handler<R> handler) {
      return handler.blackhole();
    }

    @Override
    public String toString() {
      return "blackhole";
    }
  }

  record Unreachable() implements RuleAction {
    @Override
    public <R> R in(Handler<R> handler) {
      return handler.unreachable();
    }

    @Override
    public String toString() {
      return "unreachable";
    }
  }

  record Prohibit() implements RuleAction {
    @Override
    public <R> R in(Handler<R> handler) {
      return handler.prohibit();
    }

    @Override
    public String toString() {
      return "prohibit";
    }
  }
}
