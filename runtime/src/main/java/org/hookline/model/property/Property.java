package org.hookline.model.property;

import org.hookline.addr.AddressSet;
import org.hookline.model.Port;

/** What a check demands of every flow of its set; meanings in the language reference. */
public sealed interface Property {

  /** As the language writes it; the name of the property in results. */
  String text();

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

  /** No packet of the flow ends because its TTL ran out. */
  record NoLoop() implements Property {
    @Override
    public String text() {
      return "no loop";
    }
  }
}
