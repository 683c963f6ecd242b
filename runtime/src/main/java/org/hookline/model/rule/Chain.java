package org.hookline.model.rule;

import java.util.List;
import org.hookline.source.Origin;

/**
 * A chain of a packet table.
 *
 * @param policyDrop a built-in chain's policy is DROP; user chains have none
 */
public record Chain(String name, boolean policyDrop, List<Rule> rules, Origin origin) {}
