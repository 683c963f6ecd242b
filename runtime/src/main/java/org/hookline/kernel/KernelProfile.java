package org.hookline.kernel;

/** The kernel of a host, asked by name of behaviour and never by version. */
public record KernelProfile(KernelVersion version) {

  public static final KernelProfile DEFAULT = new KernelProfile(KernelVersion.DEFAULT);

  public boolean has(Behaviour behaviour) {
    return version.atLeast(behaviour.since());
  }

  @Override
  public String toString() {
    return version.toString();
  }
}
