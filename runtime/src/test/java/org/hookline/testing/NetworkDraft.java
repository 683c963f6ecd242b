package org.hookline.testing;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.hookline.model.Host;
import org.hookline.model.Internet;
import org.hookline.model.Internet.Attachment;
import org.hookline.model.Network;
import org.hookline.model.Port;
import org.hookline.model.Segment;
import org.hookline.source.Origin;

/** A network that a test writes down bit by bit. */
public final class NetworkDraft {
  private final Map<String, HostDraft> hosts = new LinkedHashMap<>();
  private final List<Segment> segments = new ArrayList<>();
  private final List<Attachment> attachments = new ArrayList<>();
  private int line;

  private Origin here() {
    return new Origin("network.hkl", ++line, 1, 0);
  }

  /** The host of this name, which exists from then on. */
  public HostDraft host(String name) {
    return hosts.computeIfAbsent(name, HostDraft::new);
  }

  public List<HostDraft> hosts() {
    return List.copyOf(hosts.values());
  }

  /** One broadcast domain of ports such as {@code router.eth0}. */
  public NetworkDraft segment(String name, String... ports) {
    segments.add(new Segment(name, Stream.of(ports).map(NetworkDraft::port).toList(), here()));
    return this;
  }

  private static Port port(String text) {
    int dot = text.indexOf('.');
    return new Port(text.substring(0, dot), text.substring(dot + 1));
  }

  public NetworkDraft internet(Attachment attachment) {
    attachments.add(attachment);
    return this;
  }

  public Network done() {
    List<Host> done = hosts.values().stream().map(HostDraft::done).toList();
    Optional<Internet> internet =
        attachments.isEmpty()
            ? Optional.empty()
            : Optional.of(new Internet(List.copyOf(attachments), here()));
    return new Network(done, List.copyOf(segments), internet, List.of(), List.of());
  }
}
