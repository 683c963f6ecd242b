package org.hookline.packet;

/** How long a field's value lives, and who shares it. */
public enum Scope {
  /** In a header: crosses from host to host. */
  WIRE,
  /** What the model knows of a packet besides its headers: crosses with it. */
  META,
  /** What one host knows of a packet (mark, interfaces, conntrack): gone when it leaves. */
  LOCAL,
  /** Argument or result of a call inside one host; cleared when the call is done. */
  REGISTER,
  /** The two sockets of the flow; shared by all its packets. */
  FLOW,
  /** Written by observers of a property, read at the end; shared by all packets. */
  GHOST,
  /** A conntrack entry; shared by all packets. */
  SLOT;

  /** Whether the value belongs to the world that successive packets share. */
  public boolean world() {
    return this == FLOW || this == GHOST || this == SLOT;
  }
}
