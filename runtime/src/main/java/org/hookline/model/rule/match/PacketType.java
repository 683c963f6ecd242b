package org.hookline.model.rule.match;

import java.util.Locale;
import org.hookline.addr.Malformed;
import org.hookline.ir.Pred;
import org.hookline.model.rule.IptablesLine;
import org.hookline.model.rule.NftLine;
import org.hookline.model.rule.OptionWords;
import org.hookline.model.rule.RuleContext;
import org.hookline.packet.Fields;

/**
 * {@code meta pkttype}: whether the frame was addressed to this host alone. Packets that a host
 * sends itself count as unicast.
 *
 * <p>kernel: net/netfilter/xt_pkttype.c pkttype_mt()
 */
public record PacketType(boolean negated, Kind type) implements Match {

  /** kernel: include/uapi/linux/if_packet.h; the ordinal is the value of the field. */
  public enum Kind {
    UNICAST,
    BROADCAST,
    MULTICAST;

    private String word() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /** Behind {@code --pkt-type}. */
  public static PacketType read(OptionWords words) {
    boolean negated = words.negated();
    String text = words.value();
    for (Kind kind : Kind.values()) {
      if (kind.word().equals(text)) {
        return new PacketType(negated, kind);
      }
    }
    throw new Malformed(
        "bad-packet-type", "no frame is '" + text + "'", "unicast, broadcast or multicast");
  }

  @Override
  public Pred lower(RuleContext context) {
    Pred is = Pred.is(Fields.FRAME_TYPE, type.ordinal());
    return negated ? Pred.not(is) : is;
  }

  @Override
  public void iptables(IptablesLine line) {
    line.match("pkttype", "--pkt-type", type.word(), negated);
  }

  @Override
  public void nftables(NftLine line) {
    line.match(nft());
  }

  @Override
  public String nft() {
    return "meta pkttype " + (negated ? "!= " : "") + type.word();
  }
}
