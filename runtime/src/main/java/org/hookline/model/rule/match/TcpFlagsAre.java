package org.hookline.model.rule.match;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.hookline.addr.Malformed;
import org.hookline.addr.Protocol;
import org.hookline.ir.Pred;
import org.hookline.model.rule.IptablesLine;
import org.hookline.model.rule.NftLine;
import org.hookline.model.rule.OptionWords;
import org.hookline.model.rule.RuleContext;
import org.hookline.packet.Fields;

/**
 * {@code tcp flags syn / fin,syn,rst,ack}: of the flags in the mask exactly these are set.
 *
 * <p>kernel: net/netfilter/xt_tcpudp.c tcp_mt()
 *
 * @param mask bits that count, see {@link org.hookline.packet.TcpFlags}
 * @param set bits that are set; one outside the mask never matches
 */
public record TcpFlagsAre(boolean negated, Bits mask, Bits set) implements Match {
  private static final List<String> NAMES = List.of("FIN", "SYN", "RST", "PSH", "ACK", "URG");

  /** Some of the six flags. */
  public record Bits(long value) {

    /**
     * Reads {@code SYN,ACK}, {@code ALL} or {@code NONE}.
     *
     * @throws Malformed {@code bad-tcp-flags}
     */
    public static Bits parse(String text) {
      long bits = 0;
      for (String name : text.toUpperCase(Locale.ROOT).split(",")) {
        int bit = NAMES.indexOf(name);
        if (bit < 0 && !name.equals("ALL") && !name.equals("NONE")) {
          throw new Malformed(
              "bad-tcp-flags",
              "'" + name + "' is not a TCP flag",
              "some of " + String.join(", ", NAMES) + ", or ALL, or NONE");
        }
        bits |= name.equals("ALL") ? 0x3f : bit < 0 ? 0 : 1L << bit;
      }
      return new Bits(bits);
    }

    private String nft() {
      String names = toString().toLowerCase(Locale.ROOT).replace(",", "|");
      return value == 0 ? "0" : "(" + names + ")";
    }

    @Override
    public String toString() {
      List<String> names = new ArrayList<>();
      for (int i = 0; i < NAMES.size(); i++) {
        if ((value >> i & 1) == 1) {
          names.add(NAMES.get(i));
        }
      }
      return names.isEmpty() ? "NONE" : String.join(",", names);
    }
  }

  /** {@code --syn}: a SYN that opens a connection. */
  public static TcpFlagsAre syn(boolean negated) {
    return new TcpFlagsAre(negated, Bits.parse("FIN,SYN,RST,ACK"), Bits.parse("SYN"));
  }

  /** Behind {@code --tcp-flags}. */
  public static TcpFlagsAre read(OptionWords words) {
    boolean negated = words.negated();
    return new TcpFlagsAre(negated, Bits.parse(words.value()), Bits.parse(words.value()));
  }

  @Override
  public Pred lower(RuleContext context) {
    Pred are =
        (set.value() & ~mask.value()) != 0
            ? Pred.FALSE
            : new Pred.Masked(Fields.TCP_FLAGS, set.value(), mask.value());
    return Pred.and(Pred.is(Fields.PROTO, Protocol.TCP.number()), negated ? Pred.not(are) : are);
  }

  @Override
  public void iptables(IptablesLine line) {
    line.protocol(false, Protocol.TCP);
    line.match("tcp", "--tcp-flags", mask + " " + set, negated);
  }

  @Override
  public void nftables(NftLine line) {
    line.protocol(Protocol.TCP, "");
    if ((set.value() & ~mask.value()) != 0) {
      line.either(negated ? List.of("meta l4proto tcp") : List.of());
    } else if (mask.value() == 0) {
      line.either(negated ? List.of() : List.of("meta l4proto tcp"));
    } else {
      line.match("tcp flags & " + mask.nft() + (negated ? " != " : " == ") + set.nft());
    }
  }

  @Override
  public String nft() {
    String text = (set.toString() + " / " + mask).toLowerCase(Locale.ROOT);
    return "tcp flags " + (negated ? "!= " : "") + text;
  }
}
