package org.hookline.model.route;

import java.util.List;
import java.util.Optional;
import org.hookline.model.iface.AddressScope;

/**
 * What a route says beside where it leads.
 *
 * @param scope how far the destination is; empty for what iproute2 takes for such a route
 * @param protocol who made it ({@code proto static}); says nothing about packets
 * @param realm of {@code net/sched} and of iptables' match {@code realm}
 * @param preference of IPv6 routes to the same destination (RFC 4191): low, medium, high
 * @param metrics what connections that take the route are told, such as {@code mtu 1400}
 */
public record RouteOptions(
    Optional<AddressScope> scope,
    Optional<String> protocol,
    Optional<String> realm,
    Optional<String> preference,
    List<Metric> metrics) {

  public static final RouteOptions NONE =
      new RouteOptions(
          Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), List.of());

  /**
   * One metric (include/uapi/linux/rtnetlink.h RTAX_*).
   *
   * @param name iproute2's word: mtu, advmss, initcwnd …
   * @param locked the kernel does not change it by itself
   */
  public record Metric(String name, boolean locked, String value) {
    @Override
    public String toString() {
      return name + (locked ? " lock " : " ") + value;
    }
  }

  /** iproute2's words with a leading blank; empty for a route that says no more. */
  @Override
  public String toString() {
    StringBuilder text = new StringBuilder();
    protocol.ifPresent(p -> text.append(" proto ").append(p));
    scope.ifPresent(s -> text.append(" scope ").append(s));
    realm.ifPresent(r -> text.append(" realm ").append(r));
    preference.ifPresent(p -> text.append(" pref ").append(p));
    metrics.forEach(m -> text.append(' ').append(m));
    return text.toString();
  }
}
