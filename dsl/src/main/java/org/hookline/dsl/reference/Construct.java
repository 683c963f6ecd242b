package org.hookline.dsl.reference;

import java.util.List;
import java.util.Map;
import org.eclipse.emf.ecore.EClass;

/**
 * A kind of element that a text can hold.
 *
 * @param kind its class in the syntax tree
 * @param forms how it is written, one line each: words stand for themselves, capitals for what the
 *     user chooses, {@code ‹…›} for another construct
 * @param words for what stands in capitals, what it has to be
 */
public record Construct(EClass kind, List<String> forms, Map<String, String> words) {}
