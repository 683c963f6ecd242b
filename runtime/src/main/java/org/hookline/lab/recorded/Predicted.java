package org.hookline.lab.recorded;

import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import org.hookline.lab.order.Passage;

/**
 * What the simulator says of a probe, in the words of recordings.
 *
 * @param from who answered
 * @param local the sender's socket afterwards
 * @param receipts {@code HOST from PEER on LOCAL}
 * @param assumed what the prediction rests on that the model does not know
 * @param order in which packets met hooks, rules and policies of the host under test
 * @param drops at the host under test: {@code REASON}, with the hook for {@code NETFILTER_DROP}
 */
record Predicted(
    String result,
    Optional<String> from,
    Optional<String> local,
    List<String> receipts,
    List<String> wire,
    SortedMap<String, Long> hits,
    List<Passage> order,
    List<String> drops,
    List<String> conntrack,
    Optional<String> assumed) {}
