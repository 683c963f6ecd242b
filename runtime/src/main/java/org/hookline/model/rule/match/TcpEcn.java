package org.hookline.model.rule.match;

import java.util.Set;
import org.hookline.addr.Protocol;
import org.hookline.ir.Pred;
import org.hookline.model.rule.IptablesLine;
import org.hookline.model.rule.NftLine;
import org.hookline.model.rule.OptionWords;
import org.hookline.model.rule.RuleContext;
import org.hookline.packet.Fields;
import org.hookline.packet.TcpFlags;

/**
 * {@code -m ecn --ecn-tcp-ece}: one of the two flags by which TCP speaks of congestion (RFC 3168).
 *
 * <p>kernel: net/netfilter/xt_ecn.c match_tcp()
 */
public record TcpEcn(boolean negated, Flag flag) implements Match {

  /** Which flag. */
  public enum Flag {
    ECE("--ecn-tcp-ece", "ecn", TcpFlags.ECE),
    CWR("--ecn-tcp-cwr", "cwr", TcpFlags.CWR);

    private final String option;
    private final String nft;
    private final long bit;

    Flag(String option, String nft, long bit) {
      this.option = option;
      this.nft = nft;
      this.bit = bit;
    }
  }

  /** The option that was read last, of module {@code ecn}. */
  static TcpEcn read(String option, OptionWords words) {
    for (Flag flag : Flag.values()) {
      if (flag.option.equals(option)) {
        return new TcpEcn(words.negated(), flag);
      }
    }
    throw OptionWords.unknown(option);
  }

  @Override
  public Pred lower(RuleContext context) {
    return Pred.and(
        Pred.is(Fields.PROTO, Protocol.TCP.number()),
        new Pred.Masked(Fields.TCP_FLAGS, negated ? 0 : flag.bit, flag.bit));
  }

  @Override
  public void iptables(IptablesLine line) {
    line.protocol(false, Protocol.TCP);
    line.match("ecn", flag.option, "", negated);
  }

  @Override
  public void nftables(NftLine line) {
    line.protocol(Protocol.TCP, "");
    line.match("tcp flags & " + flag.nft + (negated ? " == 0" : " != 0"));
  }

  @Override
  public String hkl(Set<String> interfaces) {
    return XtText.match(this);
  }

  @Override
  public String nft() {
    return "tcp flags & " + flag.nft + (negated ? " == 0" : " != 0");
  }
}
