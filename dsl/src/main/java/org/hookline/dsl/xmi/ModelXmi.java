package org.hookline.dsl.xmi;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.eclipse.emf.common.util.URI;
import org.eclipse.emf.ecore.EClass;
import org.eclipse.emf.ecore.ENamedElement;
import org.eclipse.emf.ecore.EObject;
import org.eclipse.emf.ecore.EPackage;
import org.eclipse.emf.ecore.resource.Resource;
import org.eclipse.emf.ecore.util.EcoreUtil;
import org.eclipse.emf.ecore.xmi.XMLResource;
import org.eclipse.emf.ecore.xmi.impl.XMIResourceImpl;
import org.eclipse.xtext.EcoreUtil2;
import org.eclipse.xtext.resource.XtextResource;
import org.hookline.dsl.hookline.HooklinePackage;
import org.hookline.dsl.hookline.NetworkFile;
import org.hookline.dsl.scoping.KernelLibrary;
import org.hookline.dsl.scoping.VisibleFiles;

/** A network as other EMF tools read it: the syntax tree of a file in XMI, and its metamodel. */
public final class ModelXmi {
  private ModelXmi() {}

  /**
   * A file, everything that it imports, and last what every host has by itself: the roots of one
   * XMI document without references to anything outside.
   *
   * @param file whose names resolve
   */
  public static String of(XtextResource file) {
    return text(roots(file));
  }

  /** The trees that {@link #of} writes. */
  public static List<EObject> roots(XtextResource file) {
    NetworkFile root = (NetworkFile) file.getContents().get(0);
    EcoreUtil.resolveAll(file.getResourceSet());
    var services = file.getResourceServiceProvider();
    List<EObject> all = new ArrayList<>(services.get(VisibleFiles.class).of(root));
    all.add(services.get(KernelLibrary.class).of(root));
    EcoreUtil.Copier copier = new EcoreUtil.Copier();
    Collection<EObject> copies = copier.copyAll(all);
    copier.copyReferences();
    return List.copyOf(copies);
  }

  /**
   * The metamodel, in Ecore.
   *
   * @param documentation what a class or a feature is, for those that have a text
   */
  public static String metamodel(Function<ENamedElement, Optional<String>> documentation) {
    EPackage metamodel = EcoreUtil.copy(HooklinePackage.eINSTANCE);
    for (EClass kind : EcoreUtil2.typeSelect(metamodel.getEClassifiers(), EClass.class)) {
      document(kind, documentation);
      kind.getEStructuralFeatures().forEach(feature -> document(feature, documentation));
    }
    return text(List.of(metamodel));
  }

  private static void document(
      ENamedElement element, Function<ENamedElement, Optional<String>> documentation) {
    documentation.apply(element).ifPresent(text -> EcoreUtil.setDocumentation(element, text));
  }

  private static String text(List<EObject> roots) {
    Resource document = new XMIResourceImpl(URI.createURI("network.xmi"));
    document.getContents().addAll(roots);
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try {
      document.save(bytes, Map.of(XMLResource.OPTION_ENCODING, StandardCharsets.UTF_8.name()));
    } catch (IOException e) {
      throw new UncheckedIOException("Bytes in memory failed to be written", e);
    }
    return bytes.toString(StandardCharsets.UTF_8);
  }
}
