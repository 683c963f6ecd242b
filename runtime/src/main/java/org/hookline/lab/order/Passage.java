package org.hookline.lab.order;

import java.util.List;
import org.hookline.model.rule.Hook;
import org.hookline.packet.Headers;

/**
 * A packet's way through one hook of one host.
 *
 * @param packet counts the packets that came in or were sent, from 1; a passage behind another one
 *     of the same packet has the same number
 * @param arrived the headers at the beginning of the hook
 * @param places the rules that matched and the policies that were asked, in order: {@code
 *     filter/FORWARD/3}, {@code nft/inet/fw/input/policy}
 */
public record Passage(int packet, Hook hook, Headers arrived, List<String> places) {

  /** Whether packets come into a host here; other hooks are behind one of these. */
  static boolean opens(Hook hook) {
    return hook == Hook.PREROUTING || hook == Hook.OUTPUT;
  }

  @Override
  public String toString() {
    return hook + " of " + arrived + " ttl " + arrived.ttl();
  }
}
