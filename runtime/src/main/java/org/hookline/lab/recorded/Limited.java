package org.hookline.lab.recorded;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.hookline.addr.Address;
import org.hookline.addr.Protocol;
import org.hookline.ir.Branch;
import org.hookline.ir.Moment;
import org.hookline.ir.Step;
import org.hookline.ir.Taken;
import org.hookline.packet.Fields;
import org.hookline.path.Redirection;
import org.hookline.sim.Recorder;
import org.hookline.sim.Values;

/**
 * Whom the host under test had reason to redirect. For a while the kernel sends them no further
 * redirect, and no error of a route: how long is a matter of milliseconds that nobody recorded.
 *
 * <p>kernel: net/ipv4/route.c ip_rt_send_redirect(), ip_error(), both by inet_peer.rate_last
 */
final class Limited implements Recorder {
  /** Destination unreachable, and redirect. */
  private static final Set<Long> KINDS = Set.of(3L, 5L);

  private final Set<String> earlier = new HashSet<>();
  private final Set<String> now = new HashSet<>();

  /** To whom the host meant to send errors and redirects, whether a wire saw them or not. */
  private final Set<String> told = new HashSet<>();

  /** Another probe is sent. */
  void next() {
    earlier.addAll(now);
    now.clear();
    told.clear();
  }

  @Override
  public void takes(Taken taken, Step step, Optional<Branch> branch, Values before, Values after) {
    boolean here = step.label().name().startsWith(RecordedCase.HOST + "/");
    if (here && Redirection.decides(step.label()) && before.get(Fields.REDIRECT) == 1) {
      now.add(Address.ipv4(before.get(Fields.SRC)).toString());
    }
    if (here && tells(taken.place().moment(), before)) {
      told.add(Address.ipv4(before.get(Fields.DST)).toString());
    }
  }

  /** An error or a redirect of this host has not left it yet. */
  private static boolean tells(Moment moment, Values packet) {
    return moment.packet() > 0
        && moment.hop() == 0
        && packet.get(Fields.PROTO) == Protocol.ICMP.number()
        && KINDS.contains(packet.get(Fields.ICMP_TYPE));
  }

  /**
   * Why what was predicted to be told, or seen on the wire, is no matter of the model; or empty.
   */
  Optional<String> reason(List<String> observed) {
    Stream<String> seen =
        observed.stream()
            .map(line -> line.split(" "))
            .filter(words -> words.length > 5 && words[2].equals("icmp"))
            .filter(words -> KINDS.contains(Long.parseLong(words[5].split("/")[0])))
            .map(words -> words[4]);
    return Stream.concat(told.stream().sorted(), seen)
        .filter(earlier::contains)
        .findFirst()
        .map(who -> "the kernel limits what it tells " + who + " after a redirect");
  }
}
