package org.hookline.model.property;

import java.util.List;
import org.hookline.model.flow.FlowSet;
import org.hookline.source.Origin;

/**
 * A named set of properties over sets of flows.
 *
 * @param expectRefuted the example shows this defect on purpose
 * @param assuming what the author takes for granted; an assumed verdict whose assumptions are all
 *     named here counts as met
 */
public record Check(
    String name,
    List<FlowSet> flows,
    List<Demand> demands,
    boolean expectRefuted,
    List<String> assuming,
    Origin origin) {}
