package org.hookline.model.flow;

import java.util.Optional;
import org.hookline.addr.AddressSet;
import org.hookline.model.Port;

/** Who opens the flows of a check. */
public sealed interface FlowSource {

  <R> R in(Handler<R> handler);

  /** One method a kind. */
  interface Handler<R> {
    R internet(Optional<AddressSet> sources);

    R host(String host, Optional<AddressSet> bound);

    R outside(Port port, Optional<AddressSet> sources);

    R any(Port port);
  }

  /**
   * The internet.
   *
   * @param sources only these of its addresses; empty for all
   */
  record FromInternet(Optional<AddressSet> sources) implements FlowSource {
    @Override
    public <R> R in(Handler<R> handler) {
      return handler.internet(sources);
    }
  }

  /**
   * A socket on a host.
   *
   * @param bound the socket's address is one of these; empty lets the kernel choose
   */
  record FromHost(String host, Optional<AddressSet> bound) implements FlowSource {
    @Override
    public <R> R in(Handler<R> handler) {
      return handler.host(host, bound);
    }
  }

  /** The unmodelled outside of an interface without a segment. */
  record FromOutside(Port port, Optional<AddressSet> sources) implements FlowSource {
    @Override
    public <R> R in(Handler<R> handler) {
      return handler.outside(port, sources);
    }
  }

  /** Any packet at all that comes in by an interface, addresses and flags included. */
  record FromAny(Port port) implements FlowSource {
    @Override
    public <R> R in(Handler<R> handler) {
      return handler.any(port);
    }
  }
}
