package org.hookline.check;

import java.util.List;
import java.util.Optional;
import org.hookline.source.Origin;

/**
 * The verdict on one property.
 *
 * @param name as the language writes it
 * @param failing boxes whose union is exactly the failing set, unless something is unknown; empty
 *     when it holds
 * @param counterexample of a refuted or assumed property
 * @param assumptions each with the outcome it needs
 * @param unknown why nothing is known of some flows, or of all, or why more fail than are listed
 */
public record PropertyResult(
    String name,
    Origin origin,
    Verdict verdict,
    List<FailingFlows> failing,
    Optional<Counterexample> counterexample,
    List<String> assumptions,
    List<String> unknown) {}
