package org.hookline.model.rule.match;

import org.hookline.addr.Family;
import org.hookline.addr.Malformed;
import org.hookline.ir.Pred;
import org.hookline.model.rule.IptablesLine;
import org.hookline.model.rule.NftLine;
import org.hookline.model.rule.OptionWords;
import org.hookline.model.rule.RuleContext;
import org.hookline.packet.Fields;

/**
 * {@code ip ttl < 64}: how far the packet may still go.
 *
 * <p>kernel: net/netfilter/xt_hl.c ttl_mt()
 *
 * @param value 0 … 255
 */
public record TimeToLive(Comparison comparison, int value) implements Match {

  /** How the packet's value compares. */
  public enum Comparison {
    EQUAL("--ttl-eq", ""),
    NOT_EQUAL("--ttl-eq", "!= "),
    LESS("--ttl-lt", "< "),
    GREATER("--ttl-gt", "> ");

    private final String option;
    private final String sign;

    Comparison(String option, String sign) {
      this.option = option;
      this.sign = sign;
    }
  }

  /** The option that was read last, of module {@code ttl}. */
  public static TimeToLive read(String option, OptionWords words) {
    boolean negated = words.negated();
    String text = words.value();
    if (!text.matches("[0-9]{1,3}") || Integer.parseInt(text) > 255) {
      throw new Malformed("bad-ttl", "'" + text + "' is not a time to live", "0 to 255");
    }
    int value = Integer.parseInt(text);
    return switch (option) {
      case "--ttl", "--ttl-eq" ->
          new TimeToLive(negated ? Comparison.NOT_EQUAL : Comparison.EQUAL, value);
      case "--ttl-lt" -> new TimeToLive(Comparison.LESS, value);
      case "--ttl-gt" -> new TimeToLive(Comparison.GREATER, value);
      default -> throw OptionWords.unknown(option);
    };
  }

  @Override
  public Pred lower(RuleContext context) {
    return switch (comparison) {
      case EQUAL -> Pred.is(Fields.TTL, value);
      case NOT_EQUAL -> Pred.not(Pred.is(Fields.TTL, value));
      case LESS -> value == 0 ? Pred.FALSE : new Pred.InRange(Fields.TTL, 0, value - 1);
      case GREATER -> value == 255 ? Pred.FALSE : new Pred.InRange(Fields.TTL, value + 1, 255);
    };
  }

  @Override
  public void iptables(IptablesLine line) {
    boolean negated = comparison == Comparison.NOT_EQUAL;
    if (line.family() == Family.IPV4) {
      line.match("ttl", comparison.option, "" + value, negated);
    } else {
      line.match("hl", comparison.option.replace("ttl", "hl"), "" + value, negated);
    }
  }

  @Override
  public void nftables(NftLine line) {
    line.match(Family.IPV4, nft());
  }

  @Override
  public String nft() {
    return "ip ttl " + comparison.sign + value;
  }
}
