package org.hookline.lab.recorded;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.hookline.addr.Address;
import org.hookline.ir.Branch;
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
  private final Set<String> earlier = new HashSet<>();
  private final Set<String> now = new HashSet<>();

  /** Another probe is sent. */
  void next() {
    earlier.addAll(now);
    now.clear();
  }

  @Override
  public void takes(Taken taken, Step step, Optional<Branch> branch, Values before, Values after) {
    boolean here = step.label().name().startsWith(RecordedCase.HOST + "/");
    if (here && Redirection.decides(step.label()) && before.get(Fields.REDIRECT) == 1) {
      now.add(Address.ipv4(before.get(Fields.SRC)).toString());
    }
  }

  /** Why the errors on these wires are no matter of the model; empty when they are. */
  Optional<String> reason(List<String> predicted, List<String> observed) {
    return Stream.concat(predicted.stream(), observed.stream())
        .map(line -> line.split(" "))
        .filter(words -> words.length > 5 && words[2].equals("icmp"))
        .filter(words -> words[5].startsWith("3/") || words[5].startsWith("5/"))
        .map(words -> words[4])
        .filter(earlier::contains)
        .findFirst()
        .map(who -> "the kernel limits what it tells " + who + " after a redirect");
  }
}
