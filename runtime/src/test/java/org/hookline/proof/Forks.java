package org.hookline.proof;

import java.util.List;
import java.util.function.UnaryOperator;
import org.hookline.ir.Effect;
import org.hookline.ir.Next;

/** Changes the effects with which packets are queued. */
record Forks(UnaryOperator<List<Effect>> change) implements Next.Handler<Next> {
  @Override
  public Next go(Next.Goto next) {
    return next;
  }

  @Override
  public Next cross(Next.Cross next) {
    return next;
  }

  @Override
  public Next call(Next.Call next) {
    return next;
  }

  @Override
  public Next back(Next.Return next) {
    return next;
  }

  @Override
  public Next spawn(Next.Spawn next) {
    List<Next.Fork> packets =
        next.packets().stream()
            .map(fork -> new Next.Fork(change.apply(fork.effects()), fork.step()))
            .toList();
    return new Next.Spawn(packets, next.then().in(this));
  }

  @Override
  public Next ahead(Next.Ahead next) {
    Next.Fork packet = next.packet();
    return new Next.Ahead(
        new Next.Fork(change.apply(packet.effects()), packet.step()), next.then());
  }

  @Override
  public Next end(Next.End next) {
    return next;
  }
}
