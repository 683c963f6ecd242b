package org.hookline.lab.random;

import org.hookline.addr.Prefix;

/** A subnet, by the number of its hosts. */
record Net(Prefix prefix) {

  static Net of(String text) {
    return new Net(Prefix.parse(text));
  }

  /** A private one, different for each number. */
  static Net inside(Chance chance, int number) {
    String start =
        chance.any("192.168." + (number * 20 + chance.below(20)), "10.92." + (240 + number));
    return of(start + ".0/" + chance.any(24, 24, 25));
  }

  /** The address of a host; 0 is the subnet itself. */
  String at(int host) {
    return prefix.first().plus(host).toString();
  }

  /** With the length of the prefix. */
  String with(String address) {
    return address + "/" + prefix.length();
  }

  String broadcast() {
    return prefix.last().toString();
  }

  @Override
  public String toString() {
    return prefix.toString();
  }
}
