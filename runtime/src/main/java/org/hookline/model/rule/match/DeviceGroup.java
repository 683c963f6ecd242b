package org.hookline.model.rule.match;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.hookline.addr.MaskedMark;
import org.hookline.ir.Pred;
import org.hookline.model.iface.Interface;
import org.hookline.model.rule.IptablesLine;
import org.hookline.model.rule.NftLine;
import org.hookline.model.rule.OptionWords;
import org.hookline.model.rule.RuleContext;
import org.hookline.packet.Field;
import org.hookline.packet.Fields;

/**
 * {@code iifgroup 1}: the group of the interface that the packet came by or goes by.
 *
 * <p>kernel: net/netfilter/xt_devgroup.c devgroup_mt()
 *
 * @param group bits outside the mask do not count
 */
public record DeviceGroup(Side side, boolean negated, MaskedMark group) implements Match {
  /** The group of every link that nothing else is said of, as iptables-save writes it. */
  private static final String NAME = "default";

  private static final MaskedMark DEFAULT = MaskedMark.exactly(0);

  /** Which interface. */
  public enum Side {
    SRC("--src-group", "iifgroup", Fields.IIF, List.of("OUTPUT", "POSTROUTING")),
    DST("--dst-group", "oifgroup", Fields.OIF, List.of("PREROUTING", "INPUT"));

    private final String option;
    private final String nft;
    private final Field device;
    private final List<String> refusedIn;

    Side(String option, String nft, Field device, List<String> refusedIn) {
      this.option = option;
      this.nft = nft;
      this.device = device;
      this.refusedIn = refusedIn;
    }
  }

  /** The option that was read last, of module {@code devgroup}; group 0 alone has a name. */
  static DeviceGroup read(String option, OptionWords words) {
    boolean negated = words.negated();
    for (Side side : Side.values()) {
      if (side.option.equals(option)) {
        String text = words.value();
        MaskedMark group = text.equals(NAME) ? DEFAULT : MaskedMark.parse(text);
        return new DeviceGroup(side, negated, group);
      }
    }
    throw OptionWords.unknown(option);
  }

  /** kernel: net/netfilter/xt_devgroup.c devgroup_mt_checkentry() */
  @Override
  public List<String> refusedIn() {
    return side.refusedIn;
  }

  /** A packet without such an interface matches neither way. */
  @Override
  public Pred lower(RuleContext context) {
    List<Pred> any = new ArrayList<>();
    for (Interface iface : context.interfaces()) {
      boolean in = ((iface.settings().group() ^ group.value()) & group.mask()) == 0;
      if (in != negated) {
        any.add(Pred.is(side.device, context.numberOf(iface.name())));
      }
    }
    return Pred.or(any);
  }

  @Override
  public void iptables(IptablesLine line) {
    String text = group.equals(DEFAULT) ? NAME : group.toString();
    line.match("devgroup", side.option, text, negated);
  }

  @Override
  public void nftables(NftLine line) {
    line.match(nft());
  }

  @Override
  public String hkl(Set<String> interfaces) {
    return XtText.match(this);
  }

  @Override
  public String nft() {
    boolean whole = group.mask() == MaskedMark.ALL;
    String mask = whole ? "" : " & 0x" + Long.toHexString(group.mask());
    String value = " 0x" + Long.toHexString(group.value() & group.mask());
    return side.nft + mask + (negated ? " !=" : whole ? "" : " ==") + value;
  }
}
