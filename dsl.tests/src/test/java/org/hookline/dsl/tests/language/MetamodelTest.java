package org.hookline.dsl.tests.language;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.LinkedHashSet;
import java.util.Set;
import org.eclipse.emf.ecore.EClass;
import org.eclipse.emf.ecore.EClassifier;
import org.eclipse.emf.ecore.ENamedElement;
import org.eclipse.emf.ecore.EStructuralFeature;
import org.hookline.dsl.hookline.HooklinePackage;
import org.hookline.dsl.reference.Meanings;
import org.hookline.dsl.xmi.ModelXmi;
import org.junit.jupiter.api.Test;

/** The metamodel explains itself: every class and every feature. */
class MetamodelTest {
  private static final Meanings MEANINGS = Hkl.INJECTOR.getInstance(Meanings.class);

  @Test
  void everyClassAndEveryFeatureIsExplained() {
    for (ENamedElement element : elements()) {
      assertThat(MEANINGS.documentation(element)).as(key(element)).isPresent();
    }
  }

  @Test
  void nothingIsExplainedThatIsNotThere() {
    Set<String> keys = new LinkedHashSet<>();
    for (ENamedElement element : elements()) {
      keys.add(key(element));
      keys.add(element.getName());
    }
    assertThat(MEANINGS.documented()).isSubsetOf(keys);
    assertThat(MEANINGS.kinds()).isSubsetOf(keys);
  }

  @Test
  void theExportedMetamodelHasTheExplanations() {
    assertThat(ModelXmi.metamodel(MEANINGS::documentation))
        .contains("A Linux host in a network namespace of its own.")
        .contains("The prefix that the route leads to");
  }

  private static String key(ENamedElement element) {
    return element instanceof EStructuralFeature feature
        ? feature.getEContainingClass().getName() + "." + feature.getName()
        : element.getName();
  }

  private static Set<ENamedElement> elements() {
    Set<ENamedElement> all = new LinkedHashSet<>();
    for (EClassifier kind : HooklinePackage.eINSTANCE.getEClassifiers()) {
      if (kind instanceof EClass) {
        all.add(kind);
        all.addAll(((EClass) kind).getEStructuralFeatures());
      }
    }
    return all;
  }
}
