package org.hookline.lab;

/**
 * What a listening socket was sent, as the socket saw it.
 *
 * @param from address and port of the peer; of ICMP echo the address and the identifier
 * @param to the socket's own address and port; of ICMP echo only the address
 */
public record Receipt(String host, String protocol, String from, String to) {
  @Override
  public String toString() {
    return host + " " + protocol + " from " + from + " on " + to;
  }
}
