package org.hookline.kernel;

/**
 * A change that a kernel was built with, beside those of its version.
 *
 * @param code name behind {@code kernel VERSION with}, for example {@code bridged-dnat-finishes}
 * @param what one sentence
 * @param source commit, or the kernel function that it changes
 */
public record KernelPatch(String code, String what, String source) {}
