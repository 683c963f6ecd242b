package org.hookline.proof;

import org.hookline.ir.Next;

/** The name of the step that a branch simply goes to; empty for every other way. */
record Going() implements Next.Handler<String> {
  @Override
  public String go(Next.Goto next) {
    return next.step().name();
  }

  @Override
  public String cross(Next.Cross next) {
    return "";
  }

  @Override
  public String call(Next.Call next) {
    return "";
  }

  @Override
  public String back(Next.Return next) {
    return "";
  }

  @Override
  public String spawn(Next.Spawn next) {
    return "";
  }

  @Override
  public String ahead(Next.Ahead next) {
    return "";
  }

  @Override
  public String end(Next.End next) {
    return "";
  }
}
