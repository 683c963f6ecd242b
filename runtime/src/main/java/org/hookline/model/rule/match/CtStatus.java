package org.hookline.model.rule.match;

import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.hookline.addr.Malformed;
import org.hookline.ir.Pred;
import org.hookline.ir.conntrack.Part;
import org.hookline.model.rule.IptablesLine;
import org.hookline.model.rule.NftLine;
import org.hookline.model.rule.OptionWords;
import org.hookline.model.rule.RuleContext;
import org.hookline.packet.CtState;
import org.hookline.packet.Fields;

/**
 * {@code ct status seen-reply}: the packet's connection has one of these marks of its progress; an
 * empty set ({@code NONE}) never matches.
 *
 * <p>kernel: net/netfilter/xt_conntrack.c conntrack_mt(), XT_CONNTRACK_STATUS
 */
public record CtStatus(boolean negated, Set<Status> any) implements Match {

  /** kernel: include/uapi/linux/netfilter/nf_conntrack_common.h enum ip_conntrack_status */
  public enum Status {
    /** Foretold by a helper; the model has no helpers. */
    EXPECTED,
    SEEN_REPLY,
    ASSURED,
    CONFIRMED;

    private Pred lower(int host) {
      return switch (this) {
        case EXPECTED -> Pred.FALSE;
        case SEEN_REPLY -> new Pred.OfEntry(host, Part.SEEN_REPLY, 1, 1);
        case ASSURED -> new Pred.OfEntry(host, Part.ASSURED, 1, 1);
        case CONFIRMED ->
            Pred.or(
                Pred.is(Fields.CT_STATE, CtState.TEMPLATE.value()),
                new Pred.OfEntry(host, Part.CONFIRMED, 1, 1),
                new Pred.OfEntry(host, Part.DYING, 1, 1));
      };
    }
  }

  public CtStatus {
    any = Collections.unmodifiableSet(new TreeSet<>(any));
  }

  /** Behind {@code --ctstatus}. */
  public static CtStatus read(OptionWords words) {
    boolean negated = words.negated();
    Set<Status> any = EnumSet.noneOf(Status.class);
    for (String name : words.value().toUpperCase(Locale.ROOT).split(",")) {
      if (!name.equals("NONE")) {
        any.add(
            List.of(Status.values()).stream()
                .filter(s -> s.name().equals(name))
                .findFirst()
                .orElseThrow(
                    () ->
                        new Malformed(
                            "bad-ct-status",
                            "no connection is " + name,
                            "NONE, EXPECTED, SEEN_REPLY, ASSURED or CONFIRMED")));
      }
    }
    return new CtStatus(negated, any);
  }

  @Override
  public Pred lower(RuleContext context) {
    Pred has = Pred.or(any.stream().map(s -> s.lower(context.host())).toList());
    return Pred.and(context.connected(), negated ? Pred.not(has) : has);
  }

  @Override
  public void iptables(IptablesLine line) {
    String text = any.stream().map(Status::name).collect(Collectors.joining(","));
    line.match("conntrack", "--ctstatus", text.isEmpty() ? "NONE" : text, negated);
  }

  @Override
  public void nftables(NftLine line) {
    if (any.isEmpty()) {
      line.either(negated ? List.of("ct status >= 0") : List.of());
      return;
    }
    String names =
        any.stream()
            .map(s -> s.name().toLowerCase(Locale.ROOT).replace('_', '-'))
            .collect(Collectors.joining("|"));
    line.match("ct status & (" + names + ") " + (negated ? "== 0" : "!= 0"));
  }

  @Override
  public String nft() {
    String text =
        any.stream()
            .map(s -> s.name().toLowerCase(Locale.ROOT).replace('_', '-'))
            .collect(Collectors.joining(", "));
    return "ct status " + (negated ? "!= " : "") + (text.isEmpty() ? "none" : text);
  }

  @Override
  public boolean needsConntrack() {
    return true;
  }
}
