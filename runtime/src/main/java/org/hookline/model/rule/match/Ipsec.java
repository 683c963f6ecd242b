package org.hookline.model.rule.match;

import org.hookline.ir.Pred;
import org.hookline.model.rule.IptablesLine;
import org.hookline.model.rule.NftLine;
import org.hookline.model.rule.OptionWords;
import org.hookline.model.rule.RuleContext;

/**
 * {@code meta ipsec exists}: whether the packet was or will be transformed by IPsec. Hosts of the
 * model have no IPsec policies.
 *
 * <p>kernel: net/netfilter/xt_policy.c policy_mt()
 *
 * @param wanted {@code --pol ipsec}, not {@code --pol none}
 * @param options of module {@code policy}, as written
 */
public record Ipsec(boolean wanted, String options) implements Match {

  /** All options of module {@code policy}. */
  public static Ipsec read(OptionWords words) {
    String options = words.toString();
    return new Ipsec(options.contains("--pol ipsec"), options);
  }

  @Override
  public Pred lower(RuleContext context) {
    return wanted ? Pred.FALSE : Pred.TRUE;
  }

  @Override
  public void iptables(IptablesLine line) {
    line.apart("-m policy " + options);
  }

  @Override
  public void nftables(NftLine line) {
    boolean plain = options.matches("--dir in --pol (ipsec|none)");
    if (plain) {
      line.match("meta ipsec " + (wanted ? "exists" : "missing"));
    } else {
      line.speechless("xt match policy " + options);
    }
  }

  @Override
  public String nft() {
    return "xt match " + XtText.of("policy", options);
  }
}
