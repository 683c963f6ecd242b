package org.hookline.trace;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * How far a reader has followed a trace.
 *
 * @param packet position in {@link Trace#packets()}
 * @param hop position in {@link PacketTrace#hops()}
 * @param steps how many steps of the hop have been told; with none the packet has just arrived
 */
public record TracePlace(int packet, int hop, int steps) {
  public static final TracePlace START = new TracePlace(0, 0, 0);

  /** Every place of a trace, in order. */
  public static List<TracePlace> all(Trace trace) {
    List<TracePlace> places = new ArrayList<>();
    for (int packet = 0; packet < trace.packets().size(); packet++) {
      List<Hop> hops = trace.packets().get(packet).hops();
      for (int hop = 0; hop < hops.size(); hop++) {
        for (int steps = 0; steps <= hops.get(hop).steps().size(); steps++) {
          places.add(new TracePlace(packet, hop, steps));
        }
      }
    }
    return places;
  }

  /** The place so many places further on, or back; the last or the first one beyond the ends. */
  public TracePlace moved(int places, Trace trace) {
    List<TracePlace> all = all(trace);
    int wanted = all.indexOf(this) + places;
    return all.get(Math.min(Math.max(0, wanted), all.size() - 1));
  }

  public PacketTrace packetIn(Trace trace) {
    return trace.packets().get(packet);
  }

  public Hop hopIn(Trace trace) {
    return packetIn(trace).hops().get(hop);
  }

  /** The step that was told last; nothing when the packet has just arrived. */
  public Optional<TraceStep> stepIn(Trace trace) {
    return steps == 0 ? Optional.empty() : Optional.of(hopIn(trace).steps().get(steps - 1));
  }

  /** Whether the packet's passage through this host has been told to its end. */
  public boolean hopEnds(Trace trace) {
    return steps == hopIn(trace).steps().size();
  }

  /** Whether the packet has been followed to its end. */
  public boolean packetEnds(Trace trace) {
    return hopEnds(trace) && hop == packetIn(trace).hops().size() - 1;
  }
}
