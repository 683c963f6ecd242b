package org.hookline.lab;

import java.util.Optional;
import org.hookline.model.Port;
import org.hookline.packet.Headers;
import org.hookline.sim.Played;
import org.hookline.sim.Player;
import org.hookline.sim.Recorder;

/** What starts a flow, in the simulator and in the kernel. */
public sealed interface Stimulus {

  /**
   * What the simulator says, in a world without earlier connections.
   *
   * @param onlooker is told the steps
   */
  Played foretell(Player player, Recorder onlooker);

  /** What the kernel does. */
  Observation play(Lab lab) throws LabFailure;

  /** The socket's part; empty when no socket sends. */
  Optional<Probe> socket();

  /** A socket opens the flow. */
  record Opens(Probe probe) implements Stimulus {
    @Override
    public Played foretell(Player player, Recorder onlooker) {
      return player.play(probe.action(), onlooker);
    }

    @Override
    public Observation play(Lab lab) throws LabFailure {
      return lab.play(probe);
    }

    @Override
    public Optional<Probe> socket() {
      return Optional.of(probe);
    }

    @Override
    public String toString() {
      return probe.toString();
    }
  }

  /** Nobody's packet comes in by an interface. */
  record Arrives(Port port, Headers packet) implements Stimulus {
    @Override
    public Played foretell(Player player, Recorder onlooker) {
      return player.arrive(port, packet, onlooker);
    }

    @Override
    public Observation play(Lab lab) throws LabFailure {
      return lab.inject(port, packet);
    }

    @Override
    public Optional<Probe> socket() {
      return Optional.empty();
    }

    @Override
    public String toString() {
      return packet + " into " + port;
    }
  }
}
