package org.hookline.dsl.ide;

import org.eclipse.xtext.resource.IResourceDescription;
import org.eclipse.xtext.validation.IResourceValidator;
import org.hookline.dsl.ide.index.ImportIndex;
import org.hookline.dsl.ide.problems.ProblemValidator;

/** The services of the editor: what Xtext asks for, answered by the rooms of this package. */
public class HooklineIdeModule extends AbstractHooklineIdeModule {

  public Class<? extends IResourceValidator> bindIResourceValidator() {
    return ProblemValidator.class;
  }

  public Class<? extends IResourceDescription.Manager> bindIResourceDescription$Manager() {
    return ImportIndex.class;
  }
}
