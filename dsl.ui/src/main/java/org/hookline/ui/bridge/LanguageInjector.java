package org.hookline.ui.bridge;

import com.google.inject.Injector;
import org.hookline.dsl.ide.HooklineIdeSetup;

/** The language with its editor services, once in a workbench. */
final class LanguageInjector {
  private LanguageInjector() {}

  private static final class Once {
    private static final Injector INJECTOR =
        new HooklineIdeSetup().createInjectorAndDoEMFRegistration();
  }

  static Injector get() {
    return Once.INJECTOR;
  }

  static <T> T get(Class<T> service) {
    return get().getInstance(service);
  }
}
