package org.hookline.model.rule.match;

import java.util.ArrayList;
import java.util.List;
import org.hookline.ir.Effect;
import org.hookline.ir.Pred;
import org.hookline.model.route.RouteType;
import org.hookline.model.rule.IptablesLine;
import org.hookline.model.rule.NftLine;
import org.hookline.model.rule.OptionWords;
import org.hookline.model.rule.RuleContext;
import org.hookline.packet.Fields;

/**
 * {@code fib saddr . iif oif exists}: the way back to the source leaves by the interface that the
 * packet came in by ({@code -m rpfilter}). The lookup knows neither protocol nor ports.
 *
 * <p>kernel: net/ipv4/netfilter/ipt_rpfilter.c rpfilter_mt()
 *
 * @param inverted matches packets that fail the test
 * @param loose any interface will do
 * @param validMark the packet's mark takes part in the lookup
 * @param acceptLocal the source may be an address of this host
 */
public record ReversePath(Flag inverted, Flag loose, Flag validMark, Flag acceptLocal)
    implements Match {

  /** A switch of the module. */
  public enum Flag {
    OFF,
    ON;

    static Flag of(boolean on) {
      return on ? ON : OFF;
    }
  }

  /** All options of module {@code rpfilter}. */
  public static ReversePath read(OptionWords words) {
    List<String> options = new ArrayList<>();
    List<String> known = List.of("--invert", "--loose", "--validmark", "--accept-local");
    while (words.more()) {
      String option = words.option();
      if (!known.contains(option)) {
        throw OptionWords.unknown(option);
      }
      options.add(option);
    }
    return new ReversePath(
        Flag.of(options.contains("--invert")),
        Flag.of(options.contains("--loose")),
        Flag.of(options.contains("--validmark")),
        Flag.of(options.contains("--accept-local")));
  }

  @Override
  public List<Effect> routeKeys(RuleContext context) {
    List<Effect> keys = new ArrayList<>();
    keys.add(new Effect.Copy(Fields.KEY_DST, Fields.SRC));
    keys.add(new Effect.Copy(Fields.KEY_SRC, Fields.DST));
    if (validMark == Flag.ON) {
      keys.add(new Effect.Copy(Fields.KEY_MARK, Fields.MARK));
    }
    keys.add(new Effect.Set(Fields.KEY_IIF, context.numberOf("lo")));
    keys.add(new Effect.Copy(Fields.KEY_TOS, Fields.TOS));
    return keys;
  }

  @Override
  public Pred lower(RuleContext context) {
    Pred loopback = Pred.is(Fields.IIF, context.numberOf("lo"));
    Pred unicast = Pred.is(Fields.ROUTE_TYPE, RouteType.UNICAST.number());
    Pred local = Pred.is(Fields.ROUTE_TYPE, RouteType.LOCAL.number());
    Pred found = acceptLocal == Flag.ON ? Pred.or(unicast, local) : unicast;
    Pred by = loose == Flag.ON ? Pred.TRUE : context.routeUsesArrival();
    Pred passes = Pred.or(loopback, Pred.and(found, by));
    return inverted == Flag.ON ? Pred.not(passes) : passes;
  }

  @Override
  public void iptables(IptablesLine line) {
    StringBuilder text = new StringBuilder("-m rpfilter");
    text.append(loose == Flag.ON ? " --loose" : "");
    text.append(validMark == Flag.ON ? " --validmark" : "");
    text.append(acceptLocal == Flag.ON ? " --accept-local" : "");
    text.append(inverted == Flag.ON ? " --invert" : "");
    line.apart(text.toString());
  }

  @Override
  public void nftables(NftLine line) {
    if (acceptLocal == Flag.ON) {
      line.speechless("the reverse path of local addresses");
    } else {
      line.match(nft());
    }
  }

  @Override
  public String nft() {
    String key =
        (validMark == Flag.ON ? "saddr . mark" : "saddr") + (loose == Flag.ON ? "" : " . iif");
    String local = acceptLocal == Flag.ON ? " or local" : "";
    return "fib " + key + " oif " + (inverted == Flag.ON ? "missing" : "exists") + local;
  }
}
