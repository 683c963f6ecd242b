package org.hookline.packet;

import java.util.ArrayList;
import java.util.List;

/**
 * The catalogue of fields. The constants exist in every graph, at the same position; a graph adds
 * its own ghosts and conntrack slots behind them.
 *
 * <p>An ICMP echo request carries its identifier in {@link #SPORT}, the reply in {@link #DPORT}: so
 * a tuple and its inverse need no special case.
 */
public final class Fields {
  private static final List<Field> STANDARD = new ArrayList<>();

  public static final Field DST = standard("dst", 32, Scope.WIRE);
  public static final Field SRC = standard("src", 32, Scope.WIRE);
  public static final Field PROTO = standard("proto", 8, Scope.WIRE);
  public static final Field DPORT = standard("dport", 16, Scope.WIRE);
  public static final Field SPORT = standard("sport", 16, Scope.WIRE);
  public static final Field TCP_FLAGS = standard("tcp.flags", 8, Scope.WIRE);
  public static final Field ICMP_TYPE = standard("icmp.type", 8, Scope.WIRE);
  public static final Field ICMP_CODE = standard("icmp.code", 8, Scope.WIRE);
  public static final Field TTL = standard("ttl", 8, Scope.WIRE);
  public static final Field TOS = standard("tos", 8, Scope.WIRE);

  /** Headers quoted by an ICMP error. */
  public static final Field INNER_DST = standard("inner.dst", 32, Scope.WIRE);

  public static final Field INNER_SRC = standard("inner.src", 32, Scope.WIRE);
  public static final Field INNER_PROTO = standard("inner.proto", 8, Scope.WIRE);
  public static final Field INNER_DPORT = standard("inner.dport", 16, Scope.WIRE);
  public static final Field INNER_SPORT = standard("inner.sport", 16, Scope.WIRE);
  public static final Field INNER_TYPE = standard("inner.icmp.type", 8, Scope.WIRE);
  public static final Field INNER_CODE = standard("inner.icmp.code", 8, Scope.WIRE);

  /** Which packet of the flow: 0 opens, 1 answers, 2 and 3 are one more each way; 4 is an error. */
  public static final Field PHASE = standard("phase", 3, Scope.META);

  public static final Field MARK = standard("mark", 32, Scope.LOCAL);
  public static final Field IIF = standard("iif", 16, Scope.LOCAL);
  public static final Field OIF = standard("oif", 16, Scope.LOCAL);
  public static final Field NEXTHOP = standard("nexthop", 32, Scope.LOCAL);

  /** Device of the attached route; differs from {@link #OIF} after a reroute, until POSTROUTING. */
  public static final Field DST_DEV = standard("dst.dev", 16, Scope.LOCAL);

  /** Ethernet source of the frame that brought the packet; 0 when the model does not know it. */
  public static final Field FRAME_SRC = standard("frame.src", 48, Scope.LOCAL);

  /** What the frame was addressed to: 0 this host, 1 broadcast, 2 multicast. */
  public static final Field FRAME_TYPE = standard("frame.type", 2, Scope.LOCAL);

  /** 1 when the packet was routed as a broadcast or multicast (kernel: RTCF_BROADCAST). */
  public static final Field TO_MANY = standard("to.many", 1, Scope.LOCAL);

  /**
   * 1 when the packet goes back where it came from, and its sender may be told (IPSKB_DOREDIRECT).
   */
  public static final Field REDIRECT = standard("redirect", 1, Scope.LOCAL);

  /** On loopback, the device that has the destination's address (kernel: rt_iif); 0 elsewhere. */
  public static final Field LOCAL_DEV = standard("local.dev", 16, Scope.LOCAL);

  /** Device that the sending socket is bound to (SO_BINDTODEVICE); 0 for none. */
  public static final Field BOUND_DEV = standard("bound.dev", 16, Scope.LOCAL);

  /** 1 when a process of this host sent the packet, and not its kernel. */
  public static final Field OWNED = standard("owned", 1, Scope.LOCAL);

  /** {@link CtState} of the packet. */
  public static final Field CT_STATE = standard("ct.state", 3, Scope.LOCAL);

  /** Number of the packet's entry in its host's table, from 1; 0 when it has none. */
  public static final Field CT_ENTRY = standard("ct.entry", 32, Scope.LOCAL);

  /** 1 when the packet travels in the reply direction of its entry. */
  public static final Field CT_REPLY = standard("ct.reply", 1, Scope.LOCAL);

  /** 1 while the packet's entry is not confirmed: only then are nat chains consulted. */
  public static final Field CT_FRESH = standard("ct.fresh", 1, Scope.LOCAL);

  /** Conntrack zone that a rule chose; 0 is the ordinary one. */
  public static final Field CT_ZONE = standard("ct.zone", 16, Scope.LOCAL);

  /** 1 while the nat rules of a hook run that binds sources. */
  public static final Field NAT_SOURCE = standard("nat.source", 1, Scope.REGISTER);

  /** Keys of a route lookup (kernel: struct flowi4). */
  public static final Field KEY_DST = standard("key.dst", 32, Scope.REGISTER);

  public static final Field KEY_SRC = standard("key.src", 32, Scope.REGISTER);
  public static final Field KEY_MARK = standard("key.mark", 32, Scope.REGISTER);
  public static final Field KEY_IIF = standard("key.iif", 16, Scope.REGISTER);
  public static final Field KEY_OIF = standard("key.oif", 16, Scope.REGISTER);
  public static final Field KEY_TOS = standard("key.tos", 8, Scope.REGISTER);
  public static final Field KEY_PROTO = standard("key.proto", 8, Scope.REGISTER);
  public static final Field KEY_SPORT = standard("key.sport", 16, Scope.REGISTER);
  public static final Field KEY_DPORT = standard("key.dport", 16, Scope.REGISTER);

  /** For what a route is asked: 0 for a packet that came in, and see {@code Keys}. */
  public static final Field KEY_PURPOSE = standard("key.purpose", 2, Scope.REGISTER);

  /** User that the packet is sent for; 0 for packets of others. */
  public static final Field KEY_UID = standard("key.uid", 32, Scope.REGISTER);

  /** Results of a route lookup (kernel: struct fib_result). {@code route.type} is 0 for none. */
  public static final Field ROUTE_TYPE = standard("route.type", 4, Scope.REGISTER);

  public static final Field ROUTE_DEV = standard("route.dev", 16, Scope.REGISTER);
  public static final Field ROUTE_GATEWAY = standard("route.gateway", 32, Scope.REGISTER);

  /** 1 where the next hop is a gateway, 0 where it is the destination itself. */
  public static final Field ROUTE_VIA = standard("route.via", 1, Scope.REGISTER);

  public static final Field ROUTE_SOURCE = standard("route.source", 32, Scope.REGISTER);

  /** Number of the multipath route that was found; 0 for a route with one next hop. */
  public static final Field ROUTE_MULTIPATH = standard("route.multipath", 8, Scope.REGISTER);

  /** The request for an Ethernet address that is on a wire: for which address, and from which. */
  public static final Field ARP_DST = standard("arp.dst", 32, Scope.REGISTER);

  public static final Field ARP_SRC = standard("arp.src", 32, Scope.REGISTER);

  /** Where the host that was asked would send a packet for {@link #ARP_DST}. */
  public static final Field ARP_DEV = standard("arp.dev", 16, Scope.REGISTER);

  /** 1 when the host that was asked has answered. */
  public static final Field ARP_ANSWERED = standard("arp.answered", 1, Scope.REGISTER);

  /** 1 while a called chain returns because a rule in it accepted. */
  public static final Field ACCEPTED = standard("chain.accepted", 1, Scope.REGISTER);

  /** What OUTPUT saw before a chain that may cause a second route lookup. */
  public static final Field BEFORE_SRC = standard("before.src", 32, Scope.REGISTER);

  public static final Field BEFORE_DST = standard("before.dst", 32, Scope.REGISTER);
  public static final Field BEFORE_MARK = standard("before.mark", 32, Scope.REGISTER);
  public static final Field BEFORE_TOS = standard("before.tos", 8, Scope.REGISTER);

  /** Device that OUTPUT's chains see, while a second route is looked up. */
  public static final Field FIRST_DEV = standard("first.dev", 16, Scope.REGISTER);

  /** The originator's socket: its own end is the source. */
  public static final Field FLOW_DST = standard("flow.dst", 32, Scope.FLOW);

  public static final Field FLOW_SRC = standard("flow.src", 32, Scope.FLOW);
  public static final Field FLOW_PROTO = standard("flow.proto", 8, Scope.FLOW);
  public static final Field FLOW_DPORT = standard("flow.dport", 16, Scope.FLOW);
  public static final Field FLOW_SPORT = standard("flow.sport", 16, Scope.FLOW);

  /** {@link #PHASE} of the last packet that the flow's sockets send; 0 lets them send all four. */
  public static final Field FLOW_END = standard("flow.end", 3, Scope.FLOW);

  /** Time to live of what the originator's socket sends. */
  public static final Field FLOW_TTL = standard("flow.ttl", 8, Scope.FLOW);

  /** SO_MARK of the originator's socket. */
  public static final Field FLOW_MARK = standard("flow.mark", 32, Scope.FLOW);

  /**
   * What the originator's socket takes for an answer: 0 what mirrors its packet (it is connected),
   * 1 what is sent to its address and port, 2 what is sent to its port.
   */
  public static final Field FLOW_TAKES = standard("flow.takes", 2, Scope.FLOW);

  /** 1 while the originator's socket has no source address of its own, on a patched kernel. */
  public static final Field FLOW_CHOSEN = standard("flow.chosen", 1, Scope.FLOW);

  /** 1 when the originator's socket has sent its SYN once more. */
  public static final Field FLOW_AGAIN = standard("flow.again", 1, Scope.FLOW);

  /** Gateway for which nobody answered last, on {@link #UNHEARD_DEV}; 0 for another next hop. */
  public static final Field UNHEARD = standard("unheard", 32, Scope.FLOW);

  public static final Field UNHEARD_DEV = standard("unheard.dev", 16, Scope.FLOW);

  /** SO_BINDTODEVICE of the originator's socket. */
  public static final Field FLOW_DEV = standard("flow.dev", 16, Scope.FLOW);

  /**
   * Number of the endpoint that opened the flow; 0 when whoever has the address takes the answer.
   */
  public static final Field FLOW_ORIGIN = standard("flow.origin", 8, Scope.FLOW);

  /** The accepting socket, as it saw the opening packet. */
  public static final Field PEER_DST = standard("peer.dst", 32, Scope.FLOW);

  public static final Field PEER_SRC = standard("peer.src", 32, Scope.FLOW);
  public static final Field PEER_DPORT = standard("peer.dport", 16, Scope.FLOW);
  public static final Field PEER_SPORT = standard("peer.sport", 16, Scope.FLOW);

  /** Number of the endpoint that accepted the flow; 0 while none has. */
  public static final Field PEER_HOST = standard("peer.host", 8, Scope.FLOW);

  /** Bytes of the packet with its IP header; 0 where nothing says it. */
  public static final Field LENGTH = standard("length", 16, Scope.WIRE);

  /** {@link #LENGTH} of the packet that this one answers. */
  public static final Field ASKED_LENGTH = standard("asked.length", 16, Scope.WIRE);

  private final List<Field> all = new ArrayList<>(STANDARD);

  private static Field standard(String name, int width, Scope scope) {
    Field field = new Field(STANDARD.size(), name, width, scope);
    STANDARD.add(field);
    return field;
  }

  /** Adds a field of this graph; the name must be new. */
  public Field add(String name, int width, Scope scope) {
    if (all.stream().anyMatch(f -> f.name().equals(name))) {
      throw new IllegalArgumentException("field twice: " + name);
    }
    Field field = new Field(all.size(), name, width, scope);
    all.add(field);
    return field;
  }

  /** All fields, by id. */
  public List<Field> all() {
    return List.copyOf(all);
  }

  /** The fields that exist in every graph. */
  public static List<Field> standard() {
    return List.copyOf(STANDARD);
  }
}
