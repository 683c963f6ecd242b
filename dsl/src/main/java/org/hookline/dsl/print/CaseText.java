package org.hookline.dsl.print;

import java.util.stream.Collectors;
import org.hookline.lab.random.Minimal;
import org.hookline.lab.recorded.AgainstReport.ProbeResult;
import org.hookline.lab.recorded.CaseNetwork;
import org.hookline.lab.recorded.RecordedCase;
import org.hookline.lab.recorded.RecordedProbe;
import org.hookline.model.Host;
import org.hookline.model.Network;
import org.hookline.model.Port;
import org.hookline.model.Segment;
import org.hookline.source.Origin;

/** A difference of the lab as a text of the language: the network, and the probe that differs. */
public final class CaseText {
  private final Sheet sheet = new Sheet(origin -> java.util.Optional.empty());

  private CaseText() {}

  /** The text; what the language has no words for of the probe stands in a comment. */
  public static String of(Minimal minimal) {
    StringBuilder text = new StringBuilder();
    ProbeResult left = minimal.left();
    text.append("// ").append(minimal.recorded().id()).append(": the kernel and hookline differ\n");
    left.difference().ifPresent(d -> text.append("// ").append(d).append('\n'));
    for (RecordedProbe probe : minimal.recorded().probes()) {
      text.append("// probe: ").append(probe.sent()).append('\n');
    }
    Network network = CaseNetwork.of(minimal.recorded());
    for (Host host : network.hosts()) {
      text.append('\n').append(HostText.of(host));
    }
    return text.append("\n")
        .append(new CaseText().wiresAndProbes(network, minimal.recorded()))
        .toString();
  }

  private String wiresAndProbes(Network network, RecordedCase recorded) {
    network.segments().forEach(s -> sheet.line(words(s)));
    sheet.blank();
    sheet.open("simulate \"" + recorded.id() + "\"", Origin.NONE);
    recorded.probes().stream()
        .filter(p -> p.kind() != RecordedProbe.Kind.RAW)
        .forEach(p -> sheet.line(words(p)));
    sheet.close();
    return sheet.toString();
  }

  private static String words(Segment segment) {
    return segment.ports().stream()
        .map(Port::toString)
        .collect(Collectors.joining(" -- ", "link ", ""));
  }

  private static String words(RecordedProbe probe) {
    boolean ports = probe.protocol().hasPorts();
    String verb =
        switch (probe.kind()) {
          case TCP -> "connect tcp";
          case UDP -> "send udp";
          default -> "ping";
        };
    String source = probe.source().map(a -> " " + a).orElse("");
    String mark = probe.number("mark", 0) == 0 ? "" : " mark " + probe.number("mark", 0);
    return verb
        + " from "
        + probe.sender()
        + source
        + " to "
        + probe.destination()
        + (ports ? ":" + probe.number("dport", 0) : "")
        + mark;
  }
}
