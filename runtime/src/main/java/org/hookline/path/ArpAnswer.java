package org.hookline.path;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.hookline.addr.Family;
import org.hookline.addr.Prefix;
import org.hookline.ir.Branch;
import org.hookline.ir.Effect;
import org.hookline.ir.Label;
import org.hookline.ir.Next;
import org.hookline.ir.Pred;
import org.hookline.ir.Why;
import org.hookline.model.Host;
import org.hookline.model.Neighbour;
import org.hookline.model.Sysctls;
import org.hookline.model.iface.AddressScope;
import org.hookline.model.iface.Interface;
import org.hookline.model.iface.InterfaceAddress;
import org.hookline.model.route.RouteType;
import org.hookline.packet.Field;
import org.hookline.packet.Fields;

/**
 * Whether a host answers who asks for an address on one of its interfaces: a part that reads the
 * request's registers and sets {@link Fields#ARP_ANSWERED}.
 *
 * <p>kernel: net/ipv4/arp.c arp_process()
 */
final class ArpAnswer {
  private final HostWalk walk;
  private final Interface iface;
  private final IncomingRequest request;

  private ArpAnswer(HostWalk walk, Interface iface) {
    this.walk = walk;
    this.iface = iface;
    this.request = new IncomingRequest(walk, iface);
  }

  static void build(HostWalk walk, Interface iface) {
    ArpAnswer answer = new ArpAnswer(walk, iface);
    Label many = answer.at("many");
    walk.graph().branches(many, answer.silent(Pred.TRUE, "it is the address of many"));
    InputRouting.build(
        answer.request, new InputRouting.Ends(answer.own(), many, answer.somebodysElse()));
  }

  private Label at(String name) {
    return walk.at(request.name() + "/" + name);
  }

  private Sysctls sysctls() {
    return walk.model().sysctls();
  }

  private Branch silent(Pred when, String text) {
    return request.refused(when, "", new Why("", text, walk.model().origin()));
  }

  private static Branch answered(Pred when) {
    return new Branch(
        when,
        List.of(IncomingRequest.silence(), new Effect.Set(Fields.ARP_ANSWERED, 1)),
        new Next.Return(),
        Optional.empty());
  }

  /** The address is the host's, on whatever interface. */
  private Label own() {
    Label own = at("own");
    List<Branch> branches = new ArrayList<>();
    int mode = sysctls().maximum("arp_ignore", iface.name());
    branches.add(silent(Pred.not(heeds(mode)), "arp_ignore is " + mode));
    if (sysctls().either("arp_filter", iface.name())) {
      branches.add(filtered());
    }
    branches.add(answered(Pred.TRUE));
    walk.graph().branches(own, branches);
    return own;
  }

  /** kernel: net/ipv4/arp.c arp_ignore(), net/ipv4/devinet.c confirm_addr_indev() */
  private Pred heeds(int mode) {
    return switch (mode) {
      case 1 -> Pred.or(ipv4(iface).map(ArpAnswer::asked).toList());
      case 2 -> Pred.or(ipv4(iface).map(this::near).toList());
      case 3 ->
          Pred.or(
              walk.interfaces().stream()
                  .flatMap(ArpAnswer::ipv4)
                  .filter(a -> a.scope().reaches(AddressScope.LINK))
                  .map(ArpAnswer::asked)
                  .toList());
      case 8 -> Pred.FALSE;
      default -> Pred.TRUE;
    };
  }

  private static Stream<InterfaceAddress> ipv4(Interface of) {
    return of.addresses().stream().filter(a -> a.prefix().family() == Family.IPV4);
  }

  private static Pred asked(InterfaceAddress own) {
    return Pred.is(Fields.ARP_DST, own.prefix().address().low());
  }

  /** Who asks is of a subnet of the interface that has the address too. */
  private Pred near(InterfaceAddress own) {
    List<Pred> subnets =
        ipv4(iface)
            .map(InterfaceAddress::subnet)
            .filter(subnet -> subnet.contains(own.prefix().address()))
            .map(subnet -> in(Fields.ARP_SRC, subnet))
            .toList();
    return Pred.and(asked(own), Pred.or(subnets));
  }

  private static Pred in(Field field, Prefix subnet) {
    return Pred.prefix(field, subnet.first().low(), subnet.length());
  }

  /** kernel: net/ipv4/arp.c arp_filter() */
  private Branch filtered() {
    Label found = at("filter/found");
    Pred back =
        Pred.and(
            Pred.is(Fields.ROUTE_TYPE, RouteType.UNICAST.number()),
            Pred.is(Fields.ROUTE_DEV, walk.numberOf(iface.name())));
    walk.graph()
        .branches(
            found,
            silent(Pred.not(back), "arp_filter: the way to who asks is another one"),
            answered(Pred.TRUE));
    return new Branch(
        Pred.TRUE,
        List.of(
            new Effect.Copy(Fields.KEY_DST, Fields.ARP_SRC),
            new Effect.Copy(Fields.KEY_SRC, Fields.ARP_DST),
            new Effect.Set(Fields.KEY_IIF, walk.numberOf("lo"))),
        new Next.Call(walk.at("fib"), found),
        Optional.empty());
  }

  /**
   * The address is reached through this host: it answers for it where it is told to.
   *
   * <p>kernel: net/ipv4/arp.c arp_fwd_proxy(), arp_fwd_pvlan(), pneigh_lookup()
   */
  private Label somebodysElse() {
    Label label = at("proxy");
    Pred back = Pred.is(Fields.ARP_DEV, walk.numberOf(iface.name()));
    List<Branch> branches = new ArrayList<>();
    branches.add(
        sysctls().either("proxy_arp_pvlan", iface.name())
            ? answered(back)
            : silent(back, "the address is on the side of who asks"));
    branches.add(answered(proxies(Fields.ARP_DST, walk.model(), iface)));
    branches.add(
        sysctls().either("proxy_arp", iface.name())
            ? answered(Pred.TRUE)
            : silent(Pred.TRUE, "it is not its address"));
    walk.graph().branches(label, branches);
    return label;
  }

  /** Addresses that somebody may be answered for here; others need not be asked about. */
  static Pred possible(Field field, Host host, Interface iface) {
    Sysctls sysctls = host.sysctls();
    Pred own = OwnAddresses.anywhere(field, host);
    if (!sysctls.forwards(iface.name())) {
      return own;
    }
    boolean proxy =
        sysctls.either("proxy_arp", iface.name())
            || sysctls.either("proxy_arp_pvlan", iface.name());
    return proxy ? Pred.TRUE : Pred.or(own, proxies(field, host, iface));
  }

  /** Whether it may answer for addresses of others. */
  static boolean proxies(Host host, Interface iface) {
    Sysctls sysctls = host.sysctls();
    return sysctls.either("proxy_arp", iface.name())
        || sysctls.either("proxy_arp_pvlan", iface.name())
        || !proxies(Fields.ARP_DST, host, iface).equals(Pred.FALSE);
  }

  private static Pred proxies(Field field, Host host, Interface iface) {
    return Pred.or(
        host.neighbours().stream()
            .filter(n -> n.mac().isEmpty() && n.dev().equals(iface.name()))
            .map(Neighbour::address)
            .filter(a -> a.family() == Family.IPV4)
            .map(a -> Pred.is(field, a.low()))
            .toList());
  }
}
