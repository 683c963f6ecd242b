package org.hookline.model.rule.match;

import java.util.Locale;
import org.hookline.addr.Malformed;
import org.hookline.ir.Choice;
import org.hookline.ir.Pred;
import org.hookline.model.rule.IptablesLine;
import org.hookline.model.rule.NftLine;
import org.hookline.model.rule.OptionWords;
import org.hookline.model.rule.RuleContext;

/**
 * {@code limit rate 3/minute burst 5 packets}: as long as the token bucket has tokens, which
 * depends on what else passes.
 *
 * <p>kernel: net/netfilter/xt_limit.c limit_mt()
 */
public record Limit(Rate rate, int burst) implements Match {
  private static final int DEFAULT_BURST = 5;

  /** So many packets a unit of time. */
  public record Rate(int packets, Unit unit) {

    /**
     * Reads {@code 3/min}, {@code 10/second}, {@code 5}.
     *
     * @throws Malformed {@code bad-rate}
     */
    public static Rate parse(String text) {
      String[] parts = text.split("/");
      if (!text.matches("[0-9]{1,9}(/[a-z]+)?")) {
        throw bad(text);
      }
      String named = parts.length > 1 ? parts[1] : "second";
      for (Unit unit : Unit.values()) {
        if (unit.name().toLowerCase(Locale.ROOT).startsWith(named)) {
          return new Rate(Integer.parseInt(parts[0]), unit);
        }
      }
      throw bad(text);
    }

    private static Malformed bad(String text) {
      return new Malformed("bad-rate", "'" + text + "' is not a rate", "such as 3/minute");
    }
  }

  /** Units of time, by iptables' short names. */
  public enum Unit {
    SECOND("sec"),
    MINUTE("min"),
    HOUR("hour"),
    DAY("day");

    private final String brief;

    Unit(String brief) {
      this.brief = brief;
    }
  }

  /** With the burst that nobody wrote. */
  public static Limit of(Rate rate) {
    return new Limit(rate, DEFAULT_BURST);
  }

  /** All options of module {@code limit}. */
  public static Limit read(OptionWords words) {
    Rate rate = new Rate(3, Unit.HOUR);
    int burst = DEFAULT_BURST;
    while (words.more()) {
      String option = words.option();
      switch (option) {
        case "--limit" -> rate = Rate.parse(words.value());
        case "--limit-burst" -> burst = Math.max(1, Rate.parse(words.value()).packets());
        default -> throw OptionWords.unknown(option);
      }
    }
    return new Limit(rate, burst);
  }

  @Override
  public Pred lower(RuleContext context) {
    return new Pred.Chosen(context.choice("limit", Choice.Kind.LOAD, Choice.Span.PACKET, 1), 1, 1);
  }

  @Override
  public void iptables(IptablesLine line) {
    String more = burst == DEFAULT_BURST ? "" : " --limit-burst " + burst;
    line.apart("-m limit --limit " + rate.packets() + "/" + rate.unit().brief + more);
  }

  @Override
  public void nftables(NftLine line) {
    line.match(nft());
  }

  @Override
  public String nft() {
    String unit = rate.unit().name().toLowerCase(Locale.ROOT);
    return "limit rate " + rate.packets() + "/" + unit + " burst " + burst + " packets";
  }
}
