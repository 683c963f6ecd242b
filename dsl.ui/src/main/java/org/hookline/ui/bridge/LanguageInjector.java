package org.hookline.ui.bridge;

import com.google.inject.Guice;
import com.google.inject.Injector;
import org.eclipse.emf.ecore.resource.Resource;
import org.eclipse.xtext.generator.IShouldGenerate;
import org.eclipse.xtext.util.CancelIndicator;
import org.eclipse.xtext.util.Modules2;
import org.hookline.dsl.HooklineRuntimeModule;
import org.hookline.dsl.ide.HooklineIdeModule;
import org.hookline.dsl.ide.HooklineIdeSetup;

/** The language with its editor services, as the language server has it, once in a workbench. */
final class LanguageInjector extends HooklineIdeSetup {

  private LanguageInjector() {}

  private static final class Once {
    private static final Injector INJECTOR =
        new LanguageInjector().createInjectorAndDoEMFRegistration();
  }

  static Injector get() {
    return Once.INJECTOR;
  }

  @Override
  public Injector createInjector() {
    return Guice.createInjector(
        Modules2.mixin(
            new HooklineRuntimeModule(),
            new HooklineIdeModule(),
            binder -> binder.bind(IShouldGenerate.class).to(OnlyTheBuilderDoes.class)));
  }

  /** Scripts are written when a file is saved, by the project's builder, not with each key. */
  private static final class OnlyTheBuilderDoes implements IShouldGenerate {
    @Override
    public boolean shouldGenerate(Resource resource, CancelIndicator cancelled) {
      return false;
    }
  }
}
