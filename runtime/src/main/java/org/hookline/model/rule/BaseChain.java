package org.hookline.model.rule;

/**
 * A chain that the kernel calls.
 *
 * @param priority the lower, the earlier; chains of type nat are called by the kernel's own nat
 *     hooks, and their priority orders them among themselves only (kernel: net/netfilter/
 *     nf_nat_core.c nf_nat_register_fn())
 */
public record BaseChain(RuleTable table, Chain chain, Hook hook, ChainType type, int priority) {}
