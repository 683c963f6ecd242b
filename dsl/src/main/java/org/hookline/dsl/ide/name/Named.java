package org.hookline.dsl.ide.name;

import org.eclipse.emf.ecore.EClass;

/**
 * What a name stands for, however many places declare it: all blocks of one chain, a routing table
 * and what amendments add to it.
 *
 * @param kind of the declarations
 * @param home where the name counts: the declaring file, or the host, and for chains the table too
 */
public record Named(EClass kind, String home, String name) {}
