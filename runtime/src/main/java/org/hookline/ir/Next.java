package org.hookline.ir;

import java.util.List;

/** Where a branch goes. */
public sealed interface Next {

  <R> R in(Handler<R> handler);

  /** One method a kind, implemented by the interpreters. */
  interface Handler<R> {
    R go(Goto next);

    R cross(Cross next);

    R call(Call next);

    R back(Return next);

    R spawn(Spawn next);

    R ahead(Ahead next);

    R end(End next);
  }

  record Goto(Label step) implements Next {
    @Override
    public <R> R in(Handler<R> handler) {
      return handler.go(this);
    }
  }

  /** To another host, or back into the same one by a wire: the hop count rises. */
  record Cross(Label step) implements Next {
    @Override
    public <R> R in(Handler<R> handler) {
      return handler.cross(this);
    }
  }

  /** Into a user chain or a lookup; {@link Return} continues at {@code back}. */
  record Call(Label step, Label back) implements Next {
    @Override
    public <R> R in(Handler<R> handler) {
      return handler.call(this);
    }
  }

  record Return() implements Next {
    @Override
    public <R> R in(Handler<R> handler) {
      return handler.back(this);
    }
  }

  /** Queues further packets; each starts in the world that its predecessor left. */
  record Spawn(List<Fork> packets, Next then) implements Next {
    @Override
    public <R> R in(Handler<R> handler) {
      return handler.spawn(this);
    }
  }

  /**
   * Sends a packet at once; the one in hand goes on when that one crosses a wire or ends. From then
   * on both take turns at each wire: what arrives is looked at in the order of its arrival.
   *
   * <p>kernel: drivers/net/veth.c veth_xmit(), net/core/dev.c enqueue_to_backlog()
   */
  record Ahead(Fork packet, Label then) implements Next {
    @Override
    public <R> R in(Handler<R> handler) {
      return handler.ahead(this);
    }
  }

  /** One queued packet: a copy of the state in hand, changed by the effects. */
  record Fork(List<Effect> effects, Label step) {}

  record End(Fate fate) implements Next {
    @Override
    public <R> R in(Handler<R> handler) {
      return handler.end(this);
    }
  }
}
