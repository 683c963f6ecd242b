package org.hookline.lab;

import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.hookline.lab.order.Sighting;

/**
 * What the kernel did with one probe.
 *
 * @param result at the sender: {@code ok}, {@code timeout}, {@code sent} for an injected packet, or
 *     the name of an errno ({@code ECONNREFUSED})
 * @param local the sender's own address and port, as its socket names them; empty for none
 * @param receipts in order
 * @param wire every packet on every interface, in order
 * @param drops in order
 * @param conntrack entries afterwards, by host
 * @param hits packets counted by rules, by host and by {@code table/chain/index} (1-based, as in
 *     {@code iptables-save}) or {@code table/chain/policy}
 * @param order in which packets met hooks, chains and rules, by host; a host that is missing was
 *     not asked
 */
public record Observation(
    String result,
    String local,
    List<Receipt> receipts,
    List<Crossing> wire,
    List<Drop> drops,
    SortedMap<String, List<String>> conntrack,
    SortedMap<String, SortedMap<String, Long>> hits,
    SortedMap<String, Sighting> order) {

  /** Without a word about orders. */
  public Observation(
      String result,
      String local,
      List<Receipt> receipts,
      List<Crossing> wire,
      List<Drop> drops,
      SortedMap<String, List<String>> conntrack,
      SortedMap<String, SortedMap<String, Long>> hits) {
    this(result, local, receipts, wire, drops, conntrack, hits, new TreeMap<>());
  }

  /** Packets on one host's interfaces, in order. */
  public List<Crossing> at(String host) {
    return wire.stream().filter(c -> c.host().equals(host)).toList();
  }
}
