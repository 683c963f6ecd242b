package org.hookline.path;

import java.util.ArrayList;
import java.util.List;
import org.hookline.addr.AddressSet;
import org.hookline.addr.Family;
import org.hookline.addr.Prefix;
import org.hookline.ir.Branch;
import org.hookline.ir.Fate;
import org.hookline.ir.Label;
import org.hookline.ir.Next;
import org.hookline.ir.Pred;
import org.hookline.ir.Why;
import org.hookline.model.iface.Interface;
import org.hookline.model.rule.match.Addresses;
import org.hookline.packet.Fields;

/**
 * What becomes of packets that leave by a link without carrier: its queue drops every frame, the
 * requests for Ethernet addresses too, so that only permanent entries and the address of everybody
 * are known.
 *
 * <p>kernel: net/sched/sch_generic.c dev_deactivate(), noop_enqueue(), net/ipv4/arp.c
 * arp_netdev_event()
 */
record NoCarrier(HostWalk walk, Interface iface) {
  /** The kernel's reason for what such a queue drops. */
  private static final String DROPPED = "QDISC_DROP";

  /**
   * Builds the step of this label.
   *
   * @return the label
   */
  Label before(Label label) {
    String host = walk.model().name();
    String link = host + "." + iface.name();
    Fate failed = new Fate(Fate.Outcome.DROPPED, host, "NEIGH_FAILED");
    Next unresolved = Answers.icmpError(walk, new Answers.Icmp(3, 1), failed);
    Why lost = new Why("carrier", link + " has none", iface.origin());
    Why unheard =
        new Why(
            ArpRequest.UNANSWERED,
            link + " has no carrier: nobody hears who has the next hop's address",
            iface.origin());
    List<Branch> branches = new ArrayList<>();
    Unheard gateways = new Unheard(walk, iface);
    branches.add(walk.drop(Pred.or(known(), Broadcasts.meant(walk)), DROPPED, lost));
    branches.addAll(gateways.purged());
    branches.addAll(gateways.branches(unheard, unresolved));
    walk.graph().branches(label, branches);
    return label;
  }

  /** Whether the next hop has a permanent entry. */
  private Pred known() {
    List<Prefix> permanent =
        walk.model().neighbours().stream()
            .filter(n -> n.dev().equals(iface.name()) && n.mac().isPresent())
            .filter(n -> n.address().family() == Family.IPV4)
            .map(n -> Prefix.host(n.address()))
            .toList();
    return Addresses.in(Fields.NEXTHOP, AddressSet.ofPrefixes(permanent));
  }
}
