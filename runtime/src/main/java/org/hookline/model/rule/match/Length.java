package org.hookline.model.rule.match;

import java.util.Set;
import org.hookline.addr.Malformed;
import org.hookline.ir.Pred;
import org.hookline.model.rule.IptablesLine;
import org.hookline.model.rule.NftLine;
import org.hookline.model.rule.OptionWords;
import org.hookline.model.rule.RuleContext;
import org.hookline.packet.Fields;

/**
 * {@code -m length --length 64:1500}: the length of the packet with its IP header, in bytes.
 *
 * <p>kernel: net/netfilter/xt_length.c length_mt()
 */
public record Length(boolean negated, Bytes bytes) implements Match {

  /** From first to last, both included; 0 … 65535. */
  public record Bytes(int first, int last) {

    /**
     * Reads {@code 64}, {@code 64:1500}, {@code 64:} or {@code :1500}.
     *
     * @throws Malformed {@code bad-extension}
     */
    static Bytes parse(String text) {
      if (!text.matches("[0-9]{1,5}|[0-9]{0,5}:[0-9]{0,5}")) {
        throw bad(text);
      }
      String[] ends = text.split(":", -1);
      int first = ends[0].isEmpty() ? 0 : Integer.parseInt(ends[0]);
      String end = ends[ends.length - 1];
      int last = end.isEmpty() ? LONGEST : Integer.parseInt(end);
      if (first > last || last > LONGEST) {
        throw bad(text);
      }
      return new Bytes(first, last);
    }

    private static Malformed bad(String text) {
      return new Malformed(
          "bad-extension", "'" + text + "' is not a length", "bytes, such as 64 or 64:1500");
    }

    private String text(String between) {
      return first == last ? "" + first : first + between + last;
    }
  }

  private static final int LONGEST = 65535;

  /** Behind {@code --length}. */
  static Length read(OptionWords words) {
    boolean negated = words.negated();
    return new Length(negated, Bytes.parse(words.value()));
  }

  @Override
  public Pred lower(RuleContext context) {
    Pred known =
        Pred.and(
            Pred.not(Pred.is(Fields.LENGTH, 0)),
            new Pred.InRange(Fields.LENGTH, bytes.first(), bytes.last()));
    Pred is = Pred.or(known, new UnsaidLength(bytes, context).within());
    return negated ? Pred.not(is) : is;
  }

  @Override
  public boolean needsLength() {
    return true;
  }

  @Override
  public void iptables(IptablesLine line) {
    line.match("length", "--length", bytes.text(":"), negated);
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
    return "meta length " + (negated ? "!= " : "") + bytes.text("-");
  }
}
