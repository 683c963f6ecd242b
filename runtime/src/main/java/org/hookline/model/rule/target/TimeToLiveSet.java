package org.hookline.model.rule.target;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.hookline.addr.Family;
import org.hookline.addr.Malformed;
import org.hookline.ir.Effect;
import org.hookline.ir.Pred;
import org.hookline.model.rule.IptablesLine;
import org.hookline.model.rule.NftLine;
import org.hookline.model.rule.OptionWords;
import org.hookline.model.rule.Outcome;
import org.hookline.model.rule.RuleContext;
import org.hookline.model.rule.Verdict;
import org.hookline.packet.Fields;

/**
 * {@code ip ttl set 64}: changes how far the packet may still go; additions stop at 255,
 * subtractions at 0.
 *
 * <p>kernel: net/netfilter/xt_HL.c ttl_tg()
 *
 * @param value 0 … 255
 */
public record TimeToLiveSet(How how, int value) implements Target {
  private static final int LIMIT = 255;

  /** What is done with the value. */
  public enum How {
    SET,
    INC,
    DEC;

    private String word() {
      return name().toLowerCase(java.util.Locale.ROOT);
    }
  }

  /** All options of target {@code TTL}. */
  public static TimeToLiveSet read(OptionWords words) {
    String option = words.option();
    for (How how : How.values()) {
      if (option.equals("--ttl-" + how.word())) {
        String text = words.value();
        if (!text.matches("[0-9]{1,3}") || Integer.parseInt(text) > LIMIT) {
          throw new Malformed("bad-ttl", "'" + text + "' is not a time to live", "0 to 255");
        }
        return new TimeToLiveSet(how, Integer.parseInt(text));
      }
    }
    throw OptionWords.unknown(option);
  }

  @Override
  public List<Outcome> lower(RuleContext context) {
    Effect limit = new Effect.Set(Fields.TTL, how == How.DEC ? 0 : LIMIT);
    return switch (how) {
      case SET -> Outcome.of(new Verdict.Continue(), new Effect.Set(Fields.TTL, value));
      case INC ->
          stopping(new Pred.InRange(Fields.TTL, 0, LIMIT - value), down(LIMIT + 1 - value), limit);
      case DEC -> stopping(new Pred.InRange(Fields.TTL, value, LIMIT), down(value), limit);
    };
  }

  private static List<Outcome> stopping(Pred room, List<Effect> effects, Effect limit) {
    return List.of(
        new Outcome(room, effects, new Verdict.Continue()),
        new Outcome(Pred.TRUE, List.of(limit), new Verdict.Continue()));
  }

  /** So many times one less, modulo 256. */
  private static List<Effect> down(int times) {
    return new ArrayList<>(Collections.nCopies(times, new Effect.Decrement(Fields.TTL)));
  }

  @Override
  public void iptables(IptablesLine line) {
    boolean fourth = line.family() == Family.IPV4;
    line.target("-j " + (fourth ? "TTL --ttl-" : "HL --hl-") + how.word() + " " + value);
  }

  @Override
  public void nftables(NftLine line) {
    if (how != How.SET) {
      line.speechless(nft());
    }
    line.match(Family.IPV4, line.place().only(Family.IPV4)).target("ip ttl set " + value);
  }

  @Override
  public String nft() {
    return "ip ttl " + how.word() + " " + value;
  }
}
