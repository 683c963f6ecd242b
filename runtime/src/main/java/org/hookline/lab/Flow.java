package org.hookline.lab;

/**
 * A flow that a description speaks of.
 *
 * @param name where it comes from: a simulation, a check
 */
public record Flow(String name, Stimulus stimulus) {}
