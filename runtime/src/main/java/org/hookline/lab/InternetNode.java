package org.hookline.lab;

import java.util.List;
import java.util.Map;
import org.hookline.addr.Address;
import org.hookline.addr.AddressRange;
import org.hookline.addr.AddressSet;
import org.hookline.addr.Family;
import org.hookline.model.Internet;
import org.hookline.model.Internet.Announcement;
import org.hookline.model.Internet.Attachment;
import org.hookline.model.Internet.Urpf;
import org.hookline.model.Network;

/**
 * The internet: announced prefixes are routed to their attachments, every other address that is not
 * global or belongs to a modelled subnet leads nowhere, and the rest is its own.
 */
record InternetNode(Node node, Network network) implements PseudoHost {

  private Internet internet() {
    return network.internet().orElseThrow();
  }

  private String device(Attachment attachment) {
    return node.devices().get(attachment.segment());
  }

  @Override
  public void commands(Batches batches) {
    String namespace = node.namespace();
    batches.ip(namespace, "rule add pref 1 lookup " + FIRST);
    batches.ip(namespace, "rule add pref 2 lookup " + SECOND);
    int metric = 1; // of equal prefixes the first written wins
    for (Attachment attachment : internet().attachments()) {
      String device = device(attachment);
      batches.ip(namespace, "link set " + device + " up");
      attachment.gateway().ifPresent(gateway -> gateway(batches, gateway, device));
      for (Announcement announcement : attachment.announces()) {
        if (announcement.prefix().family() == Family.IPV4) {
          batches.ip(namespace, route(announcement, device) + " metric " + metric++);
        }
      }
    }
    AddressSet foreign = AddressSet.all(Family.IPV4).minus(network.internetAddresses());
    foreign.ranges().stream()
        .map(AddressRange::prefixes)
        .flatMap(List::stream)
        .forEach(p -> batches.ip(namespace, "route add blackhole " + p + " table " + SECOND));
    PseudoHost.ownEverything(node, batches);
  }

  private void gateway(Batches batches, Address gateway, String device) {
    batches.ip(node.namespace(), "addr add " + gateway + "/32 dev " + device);
    batches.ip(
        node.namespace(), "route add local " + gateway + " dev " + device + " table " + FIRST);
  }

  private static String route(Announcement announcement, String device) {
    String via = announcement.via().map(v -> " via " + v).orElse("");
    String onlink = via.isEmpty() ? "" : " onlink";
    return "route add "
        + announcement.prefix()
        + via
        + " dev "
        + device
        + onlink
        + " table "
        + FIRST;
  }

  @Override
  public Map<String, String> sysctls() {
    Map<String, String> values = PseudoHost.forwarding(node);
    for (Attachment attachment : internet().attachments()) {
      String device = device(attachment);
      // only gateways are neighbours, and those are permanent ones of the others
      values.put(PseudoHost.conf(device, "arp_ignore"), "8");
      values.put(PseudoHost.conf(device, "rp_filter"), mode(attachment.urpf()));
    }
    return values;
  }

  private static String mode(Urpf urpf) {
    return switch (urpf) {
      case OFF -> "0";
      case STRICT -> "1";
      case LOOSE -> "2";
    };
  }
}
