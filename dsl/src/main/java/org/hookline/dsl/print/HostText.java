package org.hookline.dsl.print;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.hookline.addr.PortRange;
import org.hookline.model.Host;
import org.hookline.model.Listener;
import org.hookline.model.Neighbour;
import org.hookline.model.Unmodelled;
import org.hookline.model.rule.IptablesTool;
import org.hookline.model.rule.match.XtText;
import org.hookline.source.Origin;

/**
 * A host of the model as a text of the language: what the kernel has by itself is left out, and
 * reading the text gives the same host.
 */
public final class HostText {
  private final Sheet sheet;

  private HostText(Sheet sheet) {
    this.sheet = sheet;
  }

  /** The text without comments. */
  public static String of(Host host) {
    return of(host, origin -> Optional.empty());
  }

  /**
   * The text.
   *
   * @param provenance a comment for what came from somewhere; empty for none
   */
  public static String of(Host host, Function<Origin, Optional<String>> provenance) {
    Sheet sheet = new Sheet(provenance);
    new HostText(sheet).write(host);
    return sheet.toString();
  }

  private void write(Host host) {
    sheet.open("host " + host.name(), Origin.NONE);
    sheet.line("kernel " + host.kernel());
    if (host.iptables() != IptablesTool.of(host.kernel())) {
      sheet.line("iptables " + host.iptables().word());
    }
    host.sysctls()
        .settings()
        .forEach(
            (key, set) -> sheet.line("sysctl " + key + " = " + value(set.value()), set.origin()));
    sheet.blank();
    new InterfaceText(sheet).write(host);
    new RoutingText(sheet).write(host);
    host.packetTables().forEach(new PacketTableText(sheet, host)::write);
    host.nftTables().forEach(new NftTableText(sheet, host)::write);
    sheet.blank();
    host.neighbours().forEach(n -> sheet.line(words(n), n.origin()));
    host.listeners().forEach(l -> sheet.line(words(l), l.origin()));
    sheet.blank();
    host.unmodelled().stream()
        .filter(u -> !u.implied())
        .forEach(u -> sheet.line(words(u), u.origin()));
    sheet.close();
    InterfaceText.amend(host, sheet);
  }

  private static String value(String value) {
    return value.matches("[A-Za-z0-9_][A-Za-z0-9_.:/%@+-]*") ? value : XtText.of(value, "");
  }

  private static String words(Neighbour entry) {
    return "neighbour " + entry;
  }

  private static String words(Listener listener) {
    List<PortRange> ports = listener.ports();
    String numbers =
        ports.contains(PortRange.ANY)
            ? ""
            : " " + ports.stream().map(PortRange::toString).collect(Collectors.joining(", "));
    String on = listener.address().map(a -> " on " + a).orElse("");
    String replies = listener.reply() == Listener.Reply.FROM_ANY ? " replies from chosen" : "";
    return "listen " + listener.protocol() + numbers + on + replies;
  }

  private static String words(Unmodelled element) {
    return "unmodelled "
        + XtText.of(element.what(), "")
        + " because "
        + XtText.of(element.why(), "");
  }
}
