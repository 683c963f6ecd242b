package org.hookline.testing;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.hookline.model.rule.Chain;
import org.hookline.model.rule.ChainType;
import org.hookline.model.rule.Hook;
import org.hookline.model.rule.NftTable;
import org.hookline.model.rule.NftTable.Base;
import org.hookline.model.rule.NftTable.Family;
import org.hookline.model.rule.NftTable.NftChain;
import org.hookline.model.rule.Rule;
import org.hookline.model.rule.match.Match;
import org.hookline.model.rule.target.Target;
import org.hookline.source.Origin;

/** A table of nft that a test writes down chain by chain; rules belong to the last chain. */
public final class NftDraft {
  private final Family family;
  private final String name;
  private final List<Draft> chains = new ArrayList<>();

  private static final class Draft {
    private final String name;
    private final Optional<Base> base;
    private final List<Rule> rules = new ArrayList<>();
    private boolean policyDrop = false;

    Draft(String name, Optional<Base> base) {
      this.name = name;
      this.base = base;
    }
  }

  private NftDraft(Family family, String name) {
    this.family = family;
    this.name = name;
  }

  public static NftDraft ip(String name) {
    return new NftDraft(Family.IP, name);
  }

  public static NftDraft inet(String name) {
    return new NftDraft(Family.INET, name);
  }

  /** A chain that the kernel calls, named {@code c1}, {@code c2} …. */
  public NftDraft base(ChainType type, Hook hook, int priority) {
    Base base = new Base(type, hook, priority);
    chains.add(new Draft("c" + (chains.size() + 1), Optional.of(base)));
    return this;
  }

  /** A chain that rules jump to. */
  public NftDraft chain(String chain) {
    chains.add(new Draft(chain, Optional.empty()));
    return this;
  }

  private Draft last() {
    return chains.get(chains.size() - 1);
  }

  public NftDraft policyDrop() {
    last().policyDrop = true;
    return this;
  }

  public NftDraft rule(Target target, Match... matches) {
    last().rules.add(Rule.of(target, Origin.NONE, matches));
    return this;
  }

  NftTable done(Supplier<Origin> here) {
    List<NftChain> done = new ArrayList<>();
    for (Draft chain : chains) {
      List<Rule> rules = new ArrayList<>();
      for (Rule rule : chain.rules) {
        rules.add(new Rule(rule.matches(), rule.target(), rule.policy(), here.get()));
      }
      Chain made = new Chain(chain.name, chain.policyDrop, rules, here.get());
      done.add(new NftChain(made, chain.base));
    }
    return new NftTable(family, name, done, here.get());
  }
}
