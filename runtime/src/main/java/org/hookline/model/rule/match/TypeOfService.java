package org.hookline.model.rule.match;

import java.util.List;
import org.hookline.addr.Family;
import org.hookline.addr.MaskedMark;
import org.hookline.ir.Pred;
import org.hookline.model.rule.IptablesLine;
import org.hookline.model.rule.NftLine;
import org.hookline.model.rule.OptionWords;
import org.hookline.model.rule.RuleContext;
import org.hookline.packet.Fields;

/**
 * {@code tos 0x10/0x3f}: the TOS byte in the bits of a mask.
 *
 * <p>kernel: net/netfilter/xt_dscp.c tos_mt()
 *
 * @param tos value and mask, 0 … 255
 */
public record TypeOfService(boolean negated, MaskedMark tos) implements Match {
  private static final long BYTE = 0xff;

  /** Behind {@code --tos}. */
  public static TypeOfService read(OptionWords words) {
    boolean negated = words.negated();
    MaskedMark written = MaskedMark.parse(words.value());
    return new TypeOfService(negated, new MaskedMark(written.value(), written.mask() & BYTE));
  }

  @Override
  public Pred lower(RuleContext context) {
    Pred is =
        (tos.value() & ~tos.mask()) != 0
            ? Pred.FALSE
            : new Pred.Masked(Fields.TOS, tos.value(), tos.mask());
    return negated ? Pred.not(is) : is;
  }

  @Override
  public void iptables(IptablesLine line) {
    line.match("tos", "--tos", hex(tos.value()) + "/" + hex(tos.mask()), negated);
  }

  @Override
  public void nftables(NftLine line) {
    boolean never = (tos.value() & ~tos.mask()) != 0;
    if (never || tos.mask() == 0) {
      line.either(never == negated ? List.of("") : List.of());
    } else {
      String mask = tos.mask() == BYTE ? "" : " & " + hex(tos.mask());
      String first = line.place().only(Family.IPV4);
      String words = "@nh,8,8" + mask + (negated ? " != " : " == ") + hex(tos.value());
      line.match(Family.IPV4, (first + " " + words).strip());
    }
  }

  private static String hex(long value) {
    return String.format("0x%02x", value);
  }

  @Override
  public String nft() {
    return "tos " + (negated ? "!= " : "") + tos;
  }
}
