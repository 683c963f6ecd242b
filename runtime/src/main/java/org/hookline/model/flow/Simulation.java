package org.hookline.model.flow;

import java.util.List;
import org.hookline.source.Origin;

/** A timetable of actions, played in order against the same world. */
public record Simulation(String name, List<Action> actions, Origin origin) {}
