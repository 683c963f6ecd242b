package org.hookline.lab.random;

import java.util.SplittableRandom;
import org.hookline.lab.random.HostRoutes.Amount;

/** Draws cases. */
final class Draw {
  private static final int PROBES = 12;

  private final Chance chance;

  /** Of its own: what is drawn here changes nothing else. */
  private final Chance resolving;

  private final Profile profile;
  private final Surroundings around;
  private final Ruleset rules = new Ruleset();

  private Draw(Profile profile, long seed) {
    this.chance = new Chance(seed);
    this.resolving = new Chance(~seed);
    this.profile = profile;
    this.around = new Surroundings(chance, profile);
  }

  /**
   * A case; equal arguments give equal ones.
   *
   * @param number of the case among those of the seed
   */
  static Plan plan(Profile profile, long seed, int number) {
    SplittableRandom seeds = new SplittableRandom(seed * 31 + profile.ordinal());
    long own = 0;
    for (int i = 0; i <= number; i++) {
      own = seeds.nextLong();
    }
    return new Draw(profile, own).plan(profile.word() + "-" + seed + "-" + number);
  }

  private Plan plan(String id) {
    new HostSettings(chance, around).draw();
    routes();
    PacketRules packets = new PacketRules(chance, around, rules);
    switch (profile) {
      case ROUTING -> routing(packets);
      case FILTER -> filter(packets);
      case NAT -> nat(packets);
      case LOCAL_OUTPUT -> output(packets);
      case MIXED -> {
        filter(packets);
        nat(packets);
      }
    }
    around.resolve();
    boolean cold = profile == Profile.ROUTING && resolving.onceIn(8);
    if (cold) {
      new Resolving(resolving, around).draw();
    }
    String variant = chance.any("nft", "nft", "legacy");
    return new Plan(
        id,
        profile,
        variant,
        cold,
        around.spaces(),
        around.wires(),
        rules,
        new Probing(chance, around, profile).draw(PROBES));
  }

  private void routes() {
    boolean much = profile == Profile.ROUTING || profile == Profile.MIXED;
    Amount rules = new Amount(much ? 5 : chance.any(0, 0, 3));
    new HostRoutes(chance, around).draw(new Amount(much ? 3 : 1), rules);
  }

  private void routing(PacketRules packets) {
    if (chance.onceIn(3)) {
      packets.mangle(1);
    }
    if (chance.onceIn(4)) {
      new NatRules(chance, around, rules).masquerade();
    }
  }

  private void filter(PacketRules packets) {
    if (chance.onceIn(3)) {
      packets.raw();
    }
    if (chance.onceIn(2)) {
      packets.mangle(2);
    }
    if (!chance.onceIn(8)) {
      packets.filter();
    }
    if (chance.onceIn(10)) {
      packets.security();
    }
    if (chance.onceIn(4)) {
      new NatRules(chance, around, rules).masquerade();
    }
  }

  private void nat(PacketRules packets) {
    new NatRules(chance, around, rules).draw(5);
    if (chance.onceIn(3)) {
      packets.mangle(1);
    }
    if (chance.onceIn(4)) {
      packets.filter();
    }
    if (chance.onceIn(6)) {
      packets.raw();
    }
  }

  private void output(PacketRules packets) {
    if (!chance.onceIn(3)) {
      packets.mangle(2);
    }
    if (chance.onceIn(3)) {
      packets.filter();
    }
    if (!chance.onceIn(3)) {
      new NatRules(chance, around, rules).draw(3);
    }
  }
}
