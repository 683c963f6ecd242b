package org.hookline.dsl.scoping;

import org.eclipse.xtext.naming.IQualifiedNameConverter;
import org.eclipse.xtext.naming.QualifiedName;

/**
 * A name is one segment, whatever it contains: the dots of {@code eth0.95} belong to the interface,
 * and {@code mirrors.eth0.95} is split at the first one only, by {@link PortName}.
 */
public class WholeWordNames implements IQualifiedNameConverter {
  @Override
  public QualifiedName toQualifiedName(String text) {
    return QualifiedName.create(text);
  }

  @Override
  public String toString(QualifiedName name) {
    return name.toString();
  }
}
