package org.hookline.kernel;

/**
 * One thing that Linux kernels do differently.
 *
 * @param code name for {@code explain}, for example {@code loose-rp-filter}
 * @param since first version that does it
 * @param what one sentence
 * @param source commit or kernel function that shows it
 */
public record Behaviour(String code, KernelVersion since, String what, String source) {}
