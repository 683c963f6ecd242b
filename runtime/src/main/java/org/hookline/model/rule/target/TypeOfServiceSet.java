package org.hookline.model.rule.target;

import java.util.List;
import org.hookline.addr.Family;
import org.hookline.addr.MaskedMark;
import org.hookline.ir.Effect;
import org.hookline.model.rule.DscpValue;
import org.hookline.model.rule.IptablesLine;
import org.hookline.model.rule.NftLine;
import org.hookline.model.rule.OptionWords;
import org.hookline.model.rule.Outcome;
import org.hookline.model.rule.RuleContext;
import org.hookline.model.rule.Verdict;
import org.hookline.packet.Fields;

/**
 * {@code tos set 0x10/0x3f}: {@code tos = (tos \& ~mask) ^ value}, by target TOS or DSCP.
 *
 * <p>kernel: net/netfilter/xt_DSCP.c tos_tg(), dscp_tg()
 *
 * @param tos value and mask, 0 … 255; target DSCP has mask 0xfc
 */
public record TypeOfServiceSet(MaskedMark tos) implements Target {
  private static final int BYTE = 0xff;

  /** The bits that DSCP leaves to congestion notification (RFC 3168). */
  private static final int ECN = 0x03;

  /** All options of target {@code TOS}. */
  public static TypeOfServiceSet readTos(OptionWords words) {
    String option = words.option();
    MaskedMark written = MaskedMark.parse(words.value());
    long value = written.value();
    long mask = written.mask() & BYTE;
    return new TypeOfServiceSet(
        switch (option) {
          case "--set-tos" -> new MaskedMark(value, mask);
          case "--and-tos" -> new MaskedMark(0, ~value & BYTE);
          case "--or-tos" -> new MaskedMark(value, value);
          case "--xor-tos" -> new MaskedMark(value, 0);
          default -> throw OptionWords.unknown(option);
        });
  }

  /** All options of target {@code DSCP}. */
  public static TypeOfServiceSet readDscp(OptionWords words) {
    String option = words.option();
    if (!option.equals("--set-dscp") && !option.equals("--set-dscp-class")) {
      throw OptionWords.unknown(option);
    }
    DscpValue dscp = DscpValue.parse(words.value());
    return new TypeOfServiceSet(new MaskedMark(dscp.tos(), DscpValue.MASK));
  }

  @Override
  public List<Outcome> lower(RuleContext context) {
    return Outcome.of(
        new Verdict.Continue(),
        new Effect.SetMasked(Fields.TOS, 0, tos.mask()),
        new Effect.Flip(Fields.TOS, tos.value()));
  }

  @Override
  public void iptables(IptablesLine line) {
    if (tos.mask() == DscpValue.MASK) {
      line.target("-j DSCP --set-dscp " + hex(tos.value() >> 2));
    } else {
      line.target("-j TOS --set-tos " + hex(tos.value()) + "/" + hex(tos.mask()));
    }
  }

  @Override
  public void nftables(NftLine line) {
    String dscp = "ip dscp set " + (tos.value() >> 2);
    String ecn = "ip ecn set " + (tos.value() & ECN);
    line.match(Family.IPV4, line.place().only(Family.IPV4));
    switch ((int) tos.mask()) {
      case (int) DscpValue.MASK -> line.target(dscp);
      case ECN -> line.target(ecn);
      case BYTE -> line.target(dscp + " " + ecn);
      default -> line.speechless(nft());
    }
  }

  private static String hex(long value) {
    return String.format("0x%02x", value);
  }

  @Override
  public String nft() {
    return "tos set " + tos;
  }
}
