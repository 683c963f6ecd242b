package org.hookline.testing;

import java.util.Optional;
import org.hookline.addr.MaskedMark;
import org.hookline.addr.PortRange;
import org.hookline.addr.Prefix;
import org.hookline.addr.Protocol;
import org.hookline.model.route.Selector;

/** The selector of an {@code ip rule} that a test writes down in iproute2's words. */
public final class SelectorDraft {
  private boolean not;
  private Optional<Prefix> from = Optional.empty();
  private Optional<Prefix> to = Optional.empty();
  private Optional<String> iif = Optional.empty();
  private Optional<String> oif = Optional.empty();
  private Optional<MaskedMark> fwmark = Optional.empty();
  private int tos;
  private Optional<Protocol> ipproto = Optional.empty();
  private Optional<PortRange> sport = Optional.empty();
  private Optional<PortRange> dport = Optional.empty();
  private Optional<Selector.UidRange> uids = Optional.empty();

  private SelectorDraft() {}

  /** Everything, until something is said. */
  public static SelectorDraft all() {
    return new SelectorDraft();
  }

  public static SelectorDraft not() {
    SelectorDraft draft = new SelectorDraft();
    draft.not = true;
    return draft;
  }

  public SelectorDraft from(String prefix) {
    from = Optional.of(Prefix.parse(prefix));
    return this;
  }

  public SelectorDraft to(String prefix) {
    to = Optional.of(Prefix.parse(prefix));
    return this;
  }

  public SelectorDraft iif(String iface) {
    iif = Optional.of(iface);
    return this;
  }

  public SelectorDraft oif(String iface) {
    oif = Optional.of(iface);
    return this;
  }

  /** {@code 0x1} or {@code 0x1/0xff}. */
  public SelectorDraft fwmark(String mark) {
    fwmark = Optional.of(MaskedMark.parse(mark));
    return this;
  }

  public SelectorDraft tos(int value) {
    tos = value;
    return this;
  }

  public SelectorDraft ipproto(String protocol) {
    ipproto = Optional.of(Protocol.parse(protocol));
    return this;
  }

  public SelectorDraft sport(String ports) {
    sport = Optional.of(PortRange.parse(ports));
    return this;
  }

  public SelectorDraft dport(String ports) {
    dport = Optional.of(PortRange.parse(ports));
    return this;
  }

  public SelectorDraft uids(long first, long last) {
    uids = Optional.of(new Selector.UidRange(first, last));
    return this;
  }

  public Selector done() {
    return new Selector(not, from, to, iif, oif, fwmark, tos, ipproto, sport, dport, uids);
  }
}
