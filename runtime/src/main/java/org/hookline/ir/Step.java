package org.hookline.ir;

import java.util.List;

/** One place on the path. */
public sealed interface Step {

  Label label();

  <R> R in(Handler<R> handler);

  /** One method a kind, implemented by the interpreters. */
  interface Handler<R> {
    R branches(Branches step);

    R find(ConntrackFind step);

    R create(ConntrackCreate step);

    R confirm(ConntrackConfirm step);
  }

  /** First match; the last branch must be total. */
  record Branches(Label label, List<Branch> list) implements Step {
    @Override
    public <R> R in(Handler<R> handler) {
      return handler.branches(this);
    }
  }

  /**
   * Looks the packet's tuple up; a hit sets state, direction and entry.
   *
   * <p>kernel: net/netfilter/nf_conntrack_core.c resolve_normal_ct();
   * net/netfilter/nf_conntrack_proto_icmp.c nf_conntrack_inet_error()
   *
   * @param quoted looks for the packet that an ICMP error quotes; a hit is RELATED
   */
  record ConntrackFind(Label label, int host, boolean quoted, Next hit, Next miss) implements Step {
    /** Ways out, see {@link Taken}. */
    public static final int HIT = 0;

    public static final int MISS = 1;

    @Override
    public <R> R in(Handler<R> handler) {
      return handler.find(this);
    }
  }

  /**
   * Makes an unconfirmed entry for the packet; where no slot is free the packet ends inconclusive.
   *
   * <p>kernel: net/netfilter/nf_conntrack_core.c init_conntrack()
   */
  record ConntrackCreate(Label label, int host, Next then) implements Step {
    /** Ways out, see {@link Taken}. */
    public static final int CREATED = 0;

    public static final int FULL = 1;

    @Override
    public <R> R in(Handler<R> handler) {
      return handler.create(this);
    }
  }

  /**
   * Inserts an unconfirmed entry, unless one of its tuples is taken by then. A packet without an
   * entry, or with a confirmed one, passes.
   *
   * <p>kernel: net/netfilter/nf_conntrack_core.c __nf_conntrack_confirm()
   */
  record ConntrackConfirm(Label label, int host, Next ok, Next clash) implements Step {
    /** Ways out, see {@link Taken}. */
    public static final int OK = 0;

    public static final int CLASH = 1;

    @Override
    public <R> R in(Handler<R> handler) {
      return handler.confirm(this);
    }
  }
}
