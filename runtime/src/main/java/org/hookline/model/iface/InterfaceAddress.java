package org.hookline.model.iface;

import org.hookline.addr.Prefix;
import org.hookline.source.Origin;

/**
 * An address of an interface with its subnet.
 *
 * @param prefix host bits kept: {@code 10.8.10.1/24}
 */
public record InterfaceAddress(Prefix prefix, Origin origin) {}
