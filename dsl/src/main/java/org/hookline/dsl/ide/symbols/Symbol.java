package org.hookline.dsl.ide.symbols;

import java.util.List;
import org.eclipse.emf.ecore.EClass;
import org.hookline.dsl.ide.text.TextSpan;

/**
 * A line of the outline.
 *
 * @param detail what is worth knowing beside the name; may be empty
 * @param whole all of the element
 * @param name the part that is selected when the user goes there
 */
public record Symbol(
    String label,
    String detail,
    EClass kind,
    TextSpan whole,
    TextSpan name,
    List<Symbol> children) {}
