package org.hookline.model.rule.match;

import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
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
 * {@code ct state}: the packet's conntrack state is one of these, or its connection is translated
 * in one of these ways. A packet that conntrack has not seen reads as INVALID.
 *
 * <p>kernel: net/netfilter/xt_conntrack.c conntrack_mt()
 *
 * @param translated iptables' virtual states SNAT and DNAT
 */
public record CtStates(boolean negated, Set<CtState> states, Set<Translated> translated)
    implements Match {

  /** iptables: extensions/libxt_conntrack.c print_state() */
  private static final List<CtState> ORDER =
      List.of(
          CtState.INVALID, CtState.NEW, CtState.RELATED, CtState.ESTABLISHED, CtState.UNTRACKED);

  /** kernel: IPS_SRC_NAT, IPS_DST_NAT */
  public enum Translated {
    SNAT(Part.SRC_NAT),
    DNAT(Part.DST_NAT);

    private final Part part;

    Translated(Part part) {
      this.part = part;
    }
  }

  public CtStates {
    states = Collections.unmodifiableSet(new TreeSet<>(states));
    translated = Collections.unmodifiableSet(new TreeSet<>(translated));
  }

  public CtStates(boolean negated, Set<CtState> states) {
    this(negated, states, Set.of());
  }

  /** Behind {@code --ctstate} or {@code --state}. */
  public static CtStates read(OptionWords words) {
    boolean negated = words.negated();
    Set<CtState> states = EnumSet.noneOf(CtState.class);
    Set<Translated> translated = EnumSet.noneOf(Translated.class);
    for (String name : words.value().toUpperCase(Locale.ROOT).split(",")) {
      if (name.equals("SNAT") || name.equals("DNAT")) {
        translated.add(Translated.valueOf(name));
      } else {
        states.add(
            ORDER.stream()
                .filter(s -> s.name().equals(name))
                .findFirst()
                .orElseThrow(() -> bad(name)));
      }
    }
    return new CtStates(negated, states, translated);
  }

  private static Malformed bad(String name) {
    return new Malformed(
        "bad-ct-state",
        "'" + name + "' is not a state of conntrack",
        "INVALID, NEW, RELATED, ESTABLISHED, UNTRACKED, SNAT or DNAT");
  }

  @Override
  public Pred lower(RuleContext context) {
    List<Pred> any = new ArrayList<>();
    for (CtState state : states) {
      any.add(Pred.is(Fields.CT_STATE, state.value()));
      if (state == CtState.INVALID) {
        any.add(Pred.is(Fields.CT_STATE, CtState.UNSEEN.value()));
      }
      if (state == CtState.NEW) {
        any.add(Pred.is(Fields.CT_STATE, CtState.TEMPLATE.value()));
      }
    }
    for (Translated how : translated) {
      Pred so = new Pred.OfEntry(context.host(), how.part, 1, 1);
      any.add(Pred.and(context.connected(), so));
    }
    return negated ? Pred.not(Pred.or(any)) : Pred.or(any);
  }

  private String names() {
    return Stream.concat(
            ORDER.stream().filter(states::contains).map(CtState::name),
            translated.stream().map(Translated::name))
        .collect(Collectors.joining(","));
  }

  @Override
  public void iptables(IptablesLine line) {
    line.match("conntrack", "--ctstate", names(), negated);
  }

  /** The states that match, whatever is translated; what conntrack has not seen is INVALID. */
  Set<CtState> meant() {
    Set<CtState> meant = EnumSet.copyOf(ORDER);
    meant.removeIf(state -> states.contains(state) == negated);
    return meant;
  }

  @Override
  public void nftables(NftLine line) {
    if (translated.isEmpty()) {
      line.either(in(meant()));
      return;
    }
    String status =
        translated.stream()
            .map(t -> t.name().toLowerCase(Locale.ROOT))
            .collect(Collectors.joining("|", " ct status & (", ")"));
    // a packet without a connection has no status to compare
    Set<CtState> alone = EnumSet.of(CtState.INVALID, CtState.UNTRACKED);
    alone.retainAll(meant());
    Set<CtState> rest = EnumSet.copyOf(ORDER);
    rest.removeAll(negated ? alone : meant());
    rest.removeIf(state -> negated && !meant().contains(state));
    List<String> either = new ArrayList<>(in(negated ? alone : meant()));
    in(rest).forEach(states -> either.add(states + status + (negated ? " == 0" : " != 0")));
    line.either(either);
  }

  /** kernel: net/netfilter/nft_ct.c nft_ct_get_eval(): without an entry, invalid or untracked */
  private static List<String> in(Set<CtState> states) {
    String names =
        states.stream()
            .map(s -> s.name().toLowerCase(Locale.ROOT))
            .collect(Collectors.joining(","));
    return states.isEmpty() ? List.of() : List.of("ct state " + names);
  }

  @Override
  public String nft() {
    String text =
        Stream.concat(states.stream(), translated.stream())
            .map(s -> s.name().toLowerCase(Locale.ROOT))
            .collect(Collectors.joining(", "));
    return "ct state " + (negated ? "!= " : "") + text;
  }

  @Override
  public boolean needsConntrack() {
    return true;
  }
}
