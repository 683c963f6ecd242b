package org.hookline.dsl.tests.generate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.abort;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.hookline.model.Host;
import org.hookline.model.iface.Interface;
import org.hookline.model.iface.InterfaceKind;

/** A network namespace of its own, in which nothing reaches the outside. */
final class Namespace implements AutoCloseable {
  private static final AtomicInteger COUNT = new AtomicInteger();

  private final String name =
      "hk-g" + ProcessHandle.current().pid() + "-" + COUNT.getAndIncrement();
  private final Map<String, String> environment;

  private Namespace(Map<String, String> environment) {
    this.environment = environment;
  }

  /** Aborts the test where there are no rights or tools for it. */
  static Namespace open() {
    return open(Map.of());
  }

  static Namespace open(Map<String, String> environment) {
    for (String tool : List.of("ip", "iptables-restore", "nft", "sysctl", "awk")) {
      if (!Ended.installed(tool)) {
        abort("needs " + tool + " (Debian packages iproute2 iptables nftables procps)");
      }
    }
    Namespace namespace = new Namespace(environment);
    Ended added = Ended.run("ip", "netns", "add", namespace.name);
    if (added.exitCode() != 0) {
      abort("needs root and network namespaces: " + added.errors().strip());
    }
    // link-local addresses come and go by themselves
    namespace.must("sysctl", "-q", "-w", "net.ipv6.conf.default.addr_gen_mode=1");
    namespace.must("sysctl", "-q", "-w", "net.ipv6.conf.default.accept_dad=0");
    return namespace;
  }

  /**
   * The links that a host's script does not make, and those that this kernel may not be able to
   * make: veths in their places.
   */
  Namespace withLinksOf(Host host) {
    int peer = 0;
    for (Interface iface : host.interfaces()) {
      InterfaceKind kind = iface.kind();
      boolean made =
          kind instanceof InterfaceKind.Bridge
              || kind instanceof InterfaceKind.Veth
              || kind instanceof InterfaceKind.Loopback;
      if (!made) {
        must("ip", "link", "add", iface.name(), "type", "veth", "peer", "name", "peer" + peer);
        must("ip", "link", "set", "peer" + peer++, "up");
      }
    }
    return this;
  }

  Ended run(String... command) {
    return give("", command);
  }

  Ended give(String input, String... command) {
    List<String> inside = new ArrayList<>(List.of("ip", "netns", "exec", name));
    inside.addAll(List.of(command));
    return Ended.run(environment, input, inside);
  }

  /** Runs a command that has to succeed, and returns what it printed. */
  String must(String... command) {
    Ended ended = run(command);
    assertThat(ended.exitCode()).as(String.join(" ", command) + "\n" + ended.errors()).isZero();
    return ended.output();
  }

  /** Runs a script that has to succeed without a complaint, and returns what it printed. */
  String apply(Path script) {
    Ended ended = run("sh", script.toString());
    assertThat(ended.errors()).as("complaints of " + script).isEmpty();
    assertThat(ended.exitCode()).as("exit code of " + script).isZero();
    return ended.output();
  }

  /** Everything that scripts change, line by line, as the tools print it. */
  List<String> dump() {
    return must("sh", "-c", DUMP)
        .lines()
        .filter(line -> !line.startsWith("#") && !line.startsWith("multicast"))
        .map(line -> line.replaceAll(" \\[[0-9:]+\\]$", ""))
        .map(line -> line.replaceAll("((state|qdisc|mode|group|qlen) \\S+|linkdown) ?", ""))
        .map(line -> line.replaceAll("NO-CARRIER,|,LOWER_UP", ""))
        .toList();
  }

  private static final String DUMP =
      "ip -o link show; ip -o -4 address show; ip -o -6 address show scope global;"
          + "ip -4 route show table all; ip -6 route show table all; ip -4 rule show; ip -6 rule show;"
          + "ip neighbour show nud permanent; iptables-save; ip6tables-save; nft -s list ruleset;"
          + "sysctl -a --pattern '^net.ipv4.(conf.*(rp_filter|forwarding|accept_local|log_martians)"
          + "|ip_forward|icmp_echo_ignore_all)'";

  /** The lines that only one of two dumps has. */
  static List<String> differences(List<String> expected, List<String> actual) {
    List<String> missing = new ArrayList<>(expected);
    actual.forEach(missing::remove);
    List<String> more = new ArrayList<>(actual);
    expected.forEach(more::remove);
    List<String> all = new ArrayList<>();
    missing.forEach(line -> all.add("missing: " + line));
    more.forEach(line -> all.add("too much: " + line));
    return all;
  }

  @Override
  public void close() {
    Ended.run("ip", "netns", "del", name);
  }
}
