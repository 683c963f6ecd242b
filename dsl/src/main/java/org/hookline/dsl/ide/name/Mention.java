package org.hookline.dsl.ide.name;

import java.util.function.UnaryOperator;
import org.eclipse.emf.common.util.URI;
import org.eclipse.emf.ecore.EObject;
import org.hookline.dsl.ide.text.TextSpan;

/**
 * One place in a text where a name is written. In {@code mirrors.vlan10} there are two.
 *
 * @param element the declaration that the name refers to, or is
 * @param declares whether the name is given here
 * @param spelling how the name is written here
 */
public record Mention(
    Named named, EObject element, URI file, TextSpan span, boolean declares, Spelling spelling) {

  /** How a name is written in a place. */
  public enum Spelling {
    PLAIN(UnaryOperator.identity()),
    /** In a sysctl key, where a dot separates: {@code net.ipv4.conf.eth0/95.rp_filter}. */
    SYSCTL(name -> name.replace('.', '/'));

    private final UnaryOperator<String> written;

    Spelling(UnaryOperator<String> written) {
      this.written = written;
    }

    /** A name as it has to be written here. */
    public String of(String name) {
      return written.apply(name);
    }
  }
}
