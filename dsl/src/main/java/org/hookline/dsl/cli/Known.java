package org.hookline.dsl.cli;

import java.util.List;
import org.hookline.dsl.scoping.NearestNames;
import org.hookline.model.Host;
import org.hookline.model.Network;
import org.hookline.model.iface.Interface;

/** Names on the command line that have to exist in the file. */
final class Known {
  private Known() {}

  static Host host(Network network, String name) throws Misuse {
    return network
        .host(name)
        .orElseThrow(() -> misuse("host", name, network.hosts().stream().map(Host::name).toList()));
  }

  static Interface iface(Host host, String name) throws Misuse {
    return host.iface(name)
        .orElseThrow(
            () ->
                misuse(
                    "interface of " + host.name(),
                    name,
                    host.interfaces().stream().map(Interface::name).toList()));
  }

  private static Misuse misuse(String what, String name, List<String> known) {
    String hint =
        NearestNames.of(name, known.stream())
            .map(near -> "did you mean '" + near + "'?")
            .orElse("one of: " + String.join(", ", known));
    return new Misuse("no " + what + " is called '" + name + "'", hint);
  }
}
