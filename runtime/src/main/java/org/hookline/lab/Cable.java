package org.hookline.lab;

import java.util.Optional;
import org.hookline.addr.Mac;

/**
 * The wire between a device of a node and a port of the switch.
 *
 * @param port name of the other end in the switch's namespace
 * @param domain bridge in the switch's namespace; empty for a wire that ends nowhere
 * @param bridge the device is a bridge of the node and the wire ends in a port of it
 */
record Cable(
    Node node, String device, Mac mac, String port, Optional<String> domain, boolean bridge) {

  /** Name of the bridge's port in the node. */
  String bridgePort() {
    return "hk-" + port;
  }
}
