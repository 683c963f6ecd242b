package org.hookline.dsl.generate;

import org.eclipse.emf.ecore.resource.Resource;
import org.eclipse.xtext.generator.IShouldGenerate;
import org.eclipse.xtext.util.CancelIndicator;

/** An editor does not write scripts that nobody asked for while somebody types. */
public final class OnDemand implements IShouldGenerate {
  @Override
  public boolean shouldGenerate(Resource file, CancelIndicator cancelled) {
    return false;
  }
}
