package org.hookline.lab;

import java.util.Map;
import java.util.Optional;

/**
 * A namespace that stands for a host, for the internet, or for the outside of an interface.
 *
 * @param host the name in the model
 * @param namespace the name in the lab
 * @param devices by interface of the model the device that is captured, in order
 */
record Node(String host, String namespace, Map<String, String> devices) {

  /** The interface that a device stands for. */
  Optional<String> iface(String device) {
    return devices.entrySet().stream()
        .filter(e -> e.getValue().equals(device))
        .map(Map.Entry::getKey)
        .findFirst();
  }
}
