package org.hookline.dsl.tests.workbench;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Map;
import java.util.TreeMap;
import org.eclipse.core.runtime.Platform;
import org.eclipse.core.runtime.content.IContentType;
import org.eclipse.ui.IPerspectiveDescriptor;
import org.eclipse.ui.PlatformUI;
import org.hookline.ui.HooklinePerspective;
import org.junit.jupiter.api.Test;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleException;
import org.osgi.framework.FrameworkUtil;

class ProductTest {

  @Test
  void everyBundleResolves() {
    Bundle[] bundles = FrameworkUtil.getBundle(getClass()).getBundleContext().getBundles();
    assertThat(bundles).hasSizeGreaterThan(100);
    Map<String, String> unresolved = new TreeMap<>();
    Arrays.stream(bundles)
        .filter(bundle -> bundle.getState() == Bundle.INSTALLED)
        .forEach(bundle -> unresolved.put(bundle.toString(), whyUnresolved(bundle)));
    assertThat(unresolved).isEmpty();
  }

  private static String whyUnresolved(Bundle bundle) {
    try {
      bundle.start();
      return "it resolves only when it is started";
    } catch (BundleException e) {
      return String.valueOf(e.getMessage());
    }
  }

  @Test
  void aFileNamedHklIsAHooklineFile() {
    IContentType type = Platform.getContentTypeManager().findContentTypeFor("before.hkl");
    assertThat(type).isNotNull();
    assertThat(type.getId()).isEqualTo("org.hookline.ui.hkl");
  }

  @Test
  void theWorkbenchOpensInTheHooklinePerspective() {
    IPerspectiveDescriptor opened =
        PlatformUI.getWorkbench().getWorkbenchWindows()[0].getActivePage().getPerspective();
    assertThat(opened.getId()).isEqualTo(HooklinePerspective.ID);
  }
}
