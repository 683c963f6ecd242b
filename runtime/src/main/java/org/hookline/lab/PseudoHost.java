package org.hookline.lab;

import java.util.LinkedHashMap;
import java.util.Map;
import org.hookline.model.Network;
import org.hookline.path.Numbering;

/**
 * A namespace for what is not modelled inside. Its table {@code local} holds {@code local
 * 0.0.0.0/0}, so it owns every address and may bind it; rules in front say what it does not own.
 */
interface PseudoHost {
  /** Table that is looked up first. */
  int FIRST = 101;

  /** Table that is looked up second. */
  int SECOND = 102;

  Node node();

  /** Adds the links, addresses, rules and routes of the node. */
  void commands(Batches batches);

  Map<String, String> sysctls();

  static PseudoHost of(Node node, Network network) {
    return node.host().equals(Numbering.INTERNET)
        ? new InternetNode(node, network)
        : new OutsideNode(node, network);
  }

  /** Forwards by whatever comes in, and takes packets with sources that are its own. */
  static Map<String, String> forwarding(Node node) {
    Map<String, String> values = new LinkedHashMap<>();
    values.put("net.ipv4.ip_forward", "1");
    values.put("net.ipv4.conf.all.send_redirects", "0");
    for (String device : node.devices().values()) {
      values.put(conf(device, "send_redirects"), "0");
      values.put(conf(device, "accept_local"), "1");
    }
    return values;
  }

  /** The name of an interface's sysctl. */
  static String conf(String device, String key) {
    return "net.ipv4.conf." + device.replace('.', '/') + "." + key;
  }

  /** The last of the rules, in place of the kernel's first one. */
  static void ownEverything(Node node, Batches batches) {
    batches.ip(node.namespace(), "route add local 0.0.0.0/0 dev lo table local");
    batches.ip(node.namespace(), "rule add pref 3 lookup local");
    batches.ip(node.namespace(), "rule del pref 0");
  }
}
