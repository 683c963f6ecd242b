package org.hookline.model.flow;

import java.util.List;
import org.hookline.addr.AddressSet;
import org.hookline.source.Origin;

/**
 * All opening packets that a check is about.
 *
 * @param services not empty; protocols may repeat
 */
public record FlowSet(
    FlowSource source, AddressSet destinations, List<Service> services, Origin origin) {}
