package org.hookline.path;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.hookline.addr.AddressSet;
import org.hookline.addr.Family;
import org.hookline.addr.Prefix;
import org.hookline.ir.Branch;
import org.hookline.ir.Effect;
import org.hookline.ir.Fate;
import org.hookline.ir.Label;
import org.hookline.ir.Next;
import org.hookline.ir.Pred;
import org.hookline.ir.StepGraph;
import org.hookline.ir.Why;
import org.hookline.model.Carrier;
import org.hookline.model.Internet;
import org.hookline.model.Internet.Announcement;
import org.hookline.model.Internet.Attachment;
import org.hookline.model.Network;
import org.hookline.model.Port;
import org.hookline.model.Segment;
import org.hookline.model.Sysctls;
import org.hookline.model.rule.match.Addresses;
import org.hookline.packet.Fields;
import org.hookline.source.Origin;

/** The pseudo-hosts: the internet, the outsides of lone interfaces, and packets from nowhere. */
final class Endpoints {
  private final Network network;
  private final Numbering numbers;
  private final StepGraph.Builder graph;
  private final Wires wires;

  private Endpoints(Network network, Numbering numbers, StepGraph.Builder graph, Wires wires) {
    this.network = network;
    this.numbers = numbers;
    this.graph = graph;
    this.wires = wires;
  }

  static void build(Network network, Numbering numbers, StepGraph.Builder graph, Wires wires) {
    Endpoints endpoints = new Endpoints(network, numbers, graph, wires);
    network.internet().ifPresent(endpoints::internet);
    Numbering.outsides(network).forEach(endpoints::outside);
    endpoints.injections();
  }

  private Label at(String host, String name) {
    return graph.label(host + "/" + name);
  }

  private void internet(Internet internet) {
    String name = Numbering.INTERNET;
    AddressSet own = network.internetAddresses();
    Socket socket = new Socket(graph, name, numbers.host(name), Sysctls.NONE, 0, at(name, "send"));
    open(name, own);
    send(internet);
    List<Branch> branches = new ArrayList<>();
    for (Attachment attachment : internet.attachments()) {
      branches.addAll(unwanted(internet, attachment));
    }
    branches.add(HostWalk.when(Addresses.in(Fields.DST, own), socket.answeringAll()));
    branches.add(
        new Branch(
            new Pred.InRange(Fields.TTL, 0, 1), List.of(), dropped(name, "ttl"), Optional.empty()));
    branches.add(HostWalk.pass(at(name, "send"), new Effect.Decrement(Fields.TTL)));
    graph.branches(at(name, "ingress"), branches);
  }

  /** RFC 3704: sources that an attachment does not let in. */
  private List<Branch> unwanted(Internet internet, Attachment attachment) {
    Pred here =
        Pred.is(Fields.IIF, numbers.port(new Port(Numbering.INTERNET, attachment.segment())));
    Pred strict = announced(attachment.announces());
    Pred loose =
        announced(internet.attachments().stream().flatMap(a -> a.announces().stream()).toList());
    Pred wanted =
        switch (attachment.urpf()) {
          case OFF -> Pred.TRUE;
          case STRICT -> strict;
          case LOOSE -> Pred.or(loose, Addresses.in(Fields.SRC, network.internetAddresses()));
        };
    String text = attachment.urpf().name().toLowerCase(java.util.Locale.ROOT);
    Why why = new Why("urpf " + text, "the source is not announced there", attachment.origin());
    Next dropped = dropped(Numbering.INTERNET, "IP_RPFILTER");
    return List.of(
        new Branch(Pred.and(here, Pred.not(wanted)), List.of(), dropped, Optional.of(why)));
  }

  private static Pred announced(List<Announcement> announcements) {
    return Addresses.in(
        Fields.SRC,
        AddressSet.ofPrefixes(announcements.stream().map(Announcement::prefix).toList()));
  }

  private static Next dropped(String host, String reason) {
    return new Next.End(new Fate(Fate.Outcome.DROPPED, host, reason));
  }

  /** A socket somewhere out there sends its first packet. */
  private void open(String name, AddressSet own) {
    Fate never = new Fate(Fate.Outcome.NEVER_SENT, name, "not its address");
    graph.branches(
        at(name, "open"),
        HostWalk.when(Addresses.in(Fields.SRC, own), at(name, "send"), flow(numbers.host(name))),
        new Branch(Pred.TRUE, List.of(), new Next.End(never), Optional.empty()));
  }

  private static Effect[] flow(int origin) {
    return new Effect[] {
      new Effect.Copy(Fields.FLOW_DST, Fields.DST),
      new Effect.Copy(Fields.FLOW_SRC, Fields.SRC),
      new Effect.Copy(Fields.FLOW_PROTO, Fields.PROTO),
      new Effect.Copy(Fields.FLOW_DPORT, Fields.DPORT),
      new Effect.Copy(Fields.FLOW_SPORT, Fields.SPORT),
      new Effect.Copy(Fields.FLOW_TTL, Fields.TTL),
      new Effect.Set(Fields.FLOW_ORIGIN, origin)
    };
  }

  /** The longest announced prefix decides which way the internet sends. */
  private void send(Internet internet) {
    record Way(Attachment attachment, Announcement announcement) {}
    List<Way> ways =
        internet.attachments().stream()
            .flatMap(a -> a.announces().stream().map(n -> new Way(a, n)))
            .filter(w -> w.announcement().prefix().family() == Family.IPV4)
            .sorted(Comparator.comparing((Way w) -> -w.announcement().prefix().length()))
            .toList();
    List<Branch> branches = new ArrayList<>();
    for (Way way : ways) {
      Prefix prefix = way.announcement().prefix();
      String segment = way.attachment().segment();
      Effect hop =
          way.announcement()
              .via()
              .map(v -> (Effect) new Effect.Set(Fields.NEXTHOP, v.low()))
              .orElse(new Effect.Copy(Fields.NEXTHOP, Fields.DST));
      Why why =
          new Why("internet", prefix + " is announced on " + segment, way.attachment().origin());
      Pred fits = Pred.prefix(Fields.DST, prefix.first().low(), prefix.length());
      branches.add(HostWalk.when(fits, why, at(Numbering.INTERNET, "neighbour/" + segment), hop));
    }
    Why unannounced = new Why("internet", "nobody announces the destination", Origin.NONE);
    branches.add(
        new Branch(
            Pred.TRUE,
            List.of(),
            dropped(Numbering.INTERNET, "not announced"),
            Optional.of(unannounced)));
    graph.branches(at(Numbering.INTERNET, "send"), branches);
    for (Segment segment : network.segments()) {
      internet.attachments().stream()
          .filter(a -> a.segment().equals(segment.name()))
          .findFirst()
          .ifPresent(a -> InternetNeighbours.build(graph, segment, wires, a));
    }
  }

  /** Everything beyond an interface that is on no segment. */
  private void outside(Port port) {
    String name = Numbering.outside(port);
    AddressSet own = network.outsideAddresses(port);
    Socket socket = new Socket(graph, name, numbers.host(name), Sysctls.NONE, 0, at(name, "send"));
    open(name, own);
    graph.branches(at(name, "send"), arriving(name, port));
    Next stray = new Next.End(new Fate(Fate.Outcome.STRAY, name, ""));
    graph.branches(
        at(name, "ingress"),
        HostWalk.when(Addresses.in(Fields.DST, own), socket.answeringAll()),
        new Branch(Pred.TRUE, List.of(), stray, Optional.empty()));
  }

  /** What is sent to an interface comes in there, unless that is down or has no carrier. */
  private Branch arriving(String name, Port port) {
    if (!passes(port)) {
      Why why = new Why("carrier", port + " takes nothing", Origin.NONE);
      return new Branch(Pred.TRUE, List.of(), dropped(name, "no carrier"), Optional.of(why));
    }
    return new Branch(
        Pred.TRUE,
        HostWalk.arriving(numbers.port(port)),
        new Next.Cross(at(port.host(), "ingress")),
        Optional.empty());
  }

  private boolean passes(Port port) {
    return network
        .host(port.host())
        .filter(host -> host.iface(port.iface()).filter(new Carrier(host)::passes).isPresent())
        .isPresent();
  }

  /** {@code from any at HOST in IFACE}: whoever has the address takes the answer. */
  private void injections() {
    for (var host : network.hosts()) {
      for (var iface : host.interfaces()) {
        Port port = new Port(host.name(), iface.name());
        List<Effect> effects = new ArrayList<>(List.of(flow(0)));
        effects.add(new Effect.Set(Fields.FLOW_TTL, Sysctls.NONE.timeToLive()));
        effects.addAll(HostWalk.arriving(numbers.port(port)));
        String nothing = "nothing comes in by " + port + ", which is down or has no carrier";
        Fate never = new Fate(Fate.Outcome.NEVER_SENT, host.name(), nothing);
        graph.branches(
            at(host.name(), "inject/" + iface.name()),
            passes(port)
                ? HostWalk.pass(at(host.name(), "ingress"), effects.toArray(Effect[]::new))
                : new Branch(Pred.TRUE, List.of(), new Next.End(never), Optional.empty()));
      }
    }
  }
}
