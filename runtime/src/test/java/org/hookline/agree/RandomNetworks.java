package org.hookline.agree;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.hookline.addr.Address;
import org.hookline.addr.PortRange;
import org.hookline.addr.Prefix;
import org.hookline.addr.Protocol;
import org.hookline.model.Internet;
import org.hookline.model.Network;
import org.hookline.source.Origin;
import org.hookline.testing.HostDraft;
import org.hookline.testing.NetworkDraft;
import org.hookline.testing.RouteDraft;

/**
 * Random networks of two to five hosts that mostly work: a tree of subnets below the first host,
 * which has uplinks to the internet or an outside of its own. Then each host gets routes, rules,
 * settings and packet tables that bend it.
 */
public final class RandomNetworks {
  private final NetworkDraft draft = new NetworkDraft();
  private final Pool pool;
  private final List<Subnet> subnets = new ArrayList<>();

  private RandomNetworks(long seed) {
    pool = new Pool(seed);
  }

  /** A subnet with the host that leads to the first one, and who else is on it. */
  private static final class Subnet {
    private final int number;
    private final String prefix;
    private final HostDraft above;
    private final List<String> ports = new ArrayList<>();
    private int next = 2;

    Subnet(int number, String prefix, HostDraft above) {
      this.number = number;
      this.prefix = prefix;
      this.above = above;
    }

    String address(int host) {
      return prefix + host;
    }
  }

  /** The network of a seed. */
  public static Network of(long seed) {
    return new RandomNetworks(seed).build();
  }

  private Network build() {
    int hosts = 2 + pool.below(4);
    HostDraft root = draft.host("h0").forwarding();
    uplinks(root);
    for (int i = 1; i < hosts; i++) {
      attach(draft.host("h" + i));
    }
    for (Subnet subnet : subnets) {
      draft.segment("s" + subnet.number, subnet.ports.toArray(String[]::new));
    }
    for (HostDraft host : draft.hosts()) {
      host.addresses().forEach(a -> pool.know(a.address()));
    }
    for (HostDraft host : draft.hosts()) {
      listeners(host);
    }
    for (HostDraft host : draft.hosts()) {
      boolean router = host.interfaces().size() > 2;
      if (router || pool.onceIn(2)) {
        new RandomRouting(pool, host).bend();
      }
      if (router ? !pool.onceIn(10) : pool.onceIn(3)) {
        new RandomRules(pool, host, draft.hosts()).fill();
      }
    }
    return draft.done();
  }

  private void uplinks(HostDraft root) {
    int count = pool.any(0, 1, 1, 1, 2, 2);
    for (int i = 0; i < count; i++) {
      uplink(root, i);
    }
    if (count == 0 || pool.onceIn(5)) {
      root.iface("wan", "80.1.0.1/24");
      root.route(RouteDraft.to(count == 0 ? "default" : "10.99.0.0/16").via("80.1.0.254", "wan"));
    }
  }

  private void uplink(HostDraft root, int number) {
    String subnet = "80.0." + number + ".";
    String segment = "up" + number;
    root.iface(segment, subnet + "1/24");
    root.route(RouteDraft.to("default").via(subnet + "254", segment).metric(number * 10L));
    draft.segment(segment, "h0." + segment);
    List<Internet.Announcement> announced = new ArrayList<>();
    announced.add(announcement(subnet + "0/24", subnet + "1"));
    if (number == 0 || pool.onceIn(2)) {
      announced.add(announcement("51.0.0.0/16", subnet + "1"));
    }
    Internet.Urpf urpf =
        pool.any(Internet.Urpf.OFF, Internet.Urpf.OFF, Internet.Urpf.STRICT, Internet.Urpf.LOOSE);
    draft.internet(
        new Internet.Attachment(
            segment,
            Optional.of(Address.parse(subnet + "254")),
            announced,
            urpf,
            Origin.line("network.hkl", 100 + number)));
  }

  private static Internet.Announcement announcement(String prefix, String via) {
    return new Internet.Announcement(Prefix.parse(prefix), Optional.of(Address.parse(via)));
  }

  private void attach(HostDraft host) {
    Subnet subnet = subnets.isEmpty() || pool.onceIn(2) ? under(parent()) : pool.any(subnets);
    int own = subnet.next++;
    List<String> addresses = new ArrayList<>(List.of(subnet.address(own) + "/24"));
    if (pool.onceIn(4)) {
      addresses.add(subnet.address(own + 100) + "/24");
    }
    if (pool.onceIn(6)) {
      addresses.add("172.16." + subnet.number + "." + own + "/24");
    }
    host.iface("e0", addresses.toArray(String[]::new));
    host.route(RouteDraft.to("default").via(subnet.address(1), "e0"));
    subnet.ports.add(host.name() + ".e0");
    if (pool.onceIn(2)) {
      host.forwarding();
    }
  }

  private HostDraft parent() {
    return pool.onceIn(2) ? draft.hosts().get(0) : pool.any(earlier());
  }

  /** Every host but the one that is being attached. */
  private List<HostDraft> earlier() {
    return draft.hosts().subList(0, draft.hosts().size() - 1);
  }

  /** A new subnet below a host, with routes to it from all hosts above. */
  private Subnet under(HostDraft parent) {
    int number = subnets.size() + 1;
    String prefix = (pool.onceIn(2) ? "10.0." : "51.0.") + number + ".";
    Subnet subnet = new Subnet(number, prefix, parent);
    parent.iface("d" + number, subnet.address(1) + "/24");
    parent.forwarding();
    subnet.ports.add(parent.name() + ".d" + number);
    String below = parent.name();
    for (Optional<Subnet> up = above(below); up.isPresent(); up = above(below)) {
      HostDraft higher = up.get().above;
      String dev = "d" + up.get().number;
      higher.route(RouteDraft.to(prefix + "0/24").via(addressOn(draft.host(below)), dev));
      below = higher.name();
    }
    subnets.add(subnet);
    return subnet;
  }

  private Optional<Subnet> above(String host) {
    return subnets.stream().filter(s -> s.ports.contains(host + ".e0")).findFirst();
  }

  private static String addressOn(HostDraft host) {
    return host.addresses().get(0).address().toString();
  }

  private void listeners(HostDraft host) {
    for (int i = pool.below(4); i >= 0; i--) {
      Protocol protocol = pool.onceIn(3) ? Protocol.UDP : Protocol.TCP;
      PortRange ports = pool.onceIn(4) ? new PortRange(50000, 50100) : pool.ports();
      host.listen(protocol, ports);
      pool.know(new Pool.Service(pool.any(host.addresses()).address(), protocol, ports));
    }
  }
}
