package org.hookline.model.property;

import java.util.List;
import java.util.Optional;
import org.hookline.addr.AddressSet;
import org.hookline.model.Network;
import org.hookline.model.Port;
import org.hookline.model.flow.FlowSet;

/** What a check demands of every flow of its set; meanings in the language reference. */
public sealed interface Property {

  /** As the language writes it; the name of the property in results. */
  String text();

  /** This, if it is about two networks and not about the way of a flow in one. */
  default Optional<SameAs> comparison() {
    return Optional.empty();
  }

  /** A listener on the host accepts some copy of the opening packet. */
  record DeliveredTo(String host) implements Property {
    @Override
    public String text() {
      return "delivered to " + host;
    }
  }

  /** No copy of the opening packet is accepted anywhere. */
  record Dropped() implements Property {
    @Override
    public String text() {
      return "dropped";
    }
  }

  /** No packet of the flow, of any kind, arrives at the host. */
  record NeverReaches(String host) implements Property {
    @Override
    public String text() {
      return "never reaches " + host;
    }
  }

  /** The originator's socket accepts the answer. */
  record Replied() implements Property {
    @Override
    public String text() {
      return "replied";
    }
  }

  /** The originator is told by the host (reset, port unreachable) that nobody listens. */
  record RefusedBy(String host) implements Property {
    @Override
    public String text() {
      return "refused by " + host;
    }
  }

  /** The opening packet comes into the host by this interface. */
  record EntersBy(Port port) implements Property {
    @Override
    public String text() {
      return "enters by " + port;
    }
  }

  /**
   * Every packet in the direction of the opening one that leaves the host leaves by this interface.
   */
  record LeavesBy(Port port) implements Property {
    @Override
    public String text() {
      return "leaves by " + port;
    }
  }

  /**
   * The answer of every answered flow leaves the host by the interface the opening packet came in.
   */
  record SymmetricAt(String host) implements Property {
    @Override
    public String text() {
      return "symmetric at " + host;
    }
  }

  /** Nothing leaves the interface with a source outside the set. */
  record SourceIn(AddressSet sources, String written, Port port) implements Property {
    @Override
    public String text() {
      return "source in " + written + " at " + port;
    }
  }

  /**
   * So many of these flows to one destination can be open at a time: every source translation
   * leaves a tuple for each.
   */
  record HoldsConnections(long count) implements Property {
    @Override
    public String text() {
      return "holds " + count + " connections";
    }
  }

  /**
   * The flows end the same way in another network: at the same host, answered or not.
   *
   * @param file as it is written
   * @param network what it describes, without its checks and simulations
   * @param except flows that may end in another way
   */
  record SameAs(String file, Network network, List<FlowSet> except) implements Property {
    @Override
    public String text() {
      int count = except.size();
      String but = count == 0 ? "" : count == 1 ? ", 1 exception" : ", " + count + " exceptions";
      return "same as \"" + file + "\"" + but;
    }

    @Override
    public Optional<SameAs> comparison() {
      return Optional.of(this);
    }
  }

  /** No packet of the flow ends because its TTL ran out. */
  record NoLoop() implements Property {
    @Override
    public String text() {
      return "no loop";
    }
  }
}
