package org.hookline.model.rule.match;

import org.hookline.addr.Malformed;
import org.hookline.ir.Pred;
import org.hookline.model.rule.IptablesLine;
import org.hookline.model.rule.NftLine;
import org.hookline.model.rule.RuleContext;
import org.hookline.packet.Fields;

/**
 * {@code meta skuid 0}: a process of this user sent the packet. All processes of the model are
 * root's; what a kernel sends by itself, and what it forwards, has no owner.
 *
 * <p>kernel: net/netfilter/xt_owner.c owner_mt()
 *
 * @param ids empty for {@link Who#SOCKET}
 */
public record Owner(Who who, boolean negated, Ids ids) implements Match {
  private static final long ROOT = 0;

  /** All ids; a packet without a socket has none. */
  private static final String EVERYBODY = "0-4294967295";

  /** What is asked for. */
  public enum Who {
    USER("--uid-owner", "meta skuid"),
    GROUP("--gid-owner", "meta skgid"),
    SOCKET("--socket-exists", "meta socket");

    private final String option;
    private final String nft;

    Who(String option, String nft) {
      this.option = option;
      this.nft = nft;
    }
  }

  /** User or group ids from first to last, both included. */
  public record Ids(long first, long last) {

    /**
     * Reads {@code 0} or {@code 1000-2000}.
     *
     * @throws Malformed {@code bad-user-id}
     */
    public static Ids parse(String text) {
      if (!text.matches("[0-9]{1,10}(-[0-9]{1,10})?")) {
        throw new Malformed("bad-user-id", "'" + text + "' is not an id", "a number, or a range");
      }
      String[] ends = text.split("-");
      return new Ids(Long.parseLong(ends[0]), Long.parseLong(ends[ends.length - 1]));
    }

    @Override
    public String toString() {
      return first == last ? "" + first : first + "-" + last;
    }
  }

  @Override
  public Pred lower(RuleContext context) {
    Pred owned = Pred.is(Fields.OWNED, 1);
    if (who == Who.SOCKET) {
      return negated ? Pred.not(owned) : owned;
    }
    boolean roots = ids.first() <= ROOT && ROOT <= ids.last();
    if (negated) {
      return roots ? Pred.not(owned) : Pred.TRUE;
    }
    return roots ? owned : Pred.FALSE;
  }

  @Override
  public void iptables(IptablesLine line) {
    line.match("owner", who.option, who == Who.SOCKET ? "" : ids.toString(), negated);
  }

  @Override
  public void nftables(NftLine line) {
    if (negated) {
      // kernel: net/netfilter/nft_meta.c nft_meta_get_eval_skugid() breaks where xt_owner matches
      line.speechless("packets that no process sent: " + nft());
    } else {
      String key = who == Who.SOCKET ? Who.USER.nft : who.nft;
      line.match(key + " " + (who == Who.SOCKET ? EVERYBODY : ids));
    }
  }

  @Override
  public String nft() {
    return who.nft + (negated ? " !=" : "") + (who == Who.SOCKET ? " exists" : " " + ids);
  }
}
