package org.hookline.dsl.ide.network;

import com.google.inject.Inject;
import com.google.inject.Provider;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.eclipse.emf.common.util.URI;
import org.eclipse.emf.ecore.EObject;
import org.eclipse.xtext.resource.XtextResource;
import org.eclipse.xtext.resource.XtextResourceSet;
import org.hookline.dsl.hookline.NetworkFile;
import org.hookline.dsl.ide.text.Edit;
import org.hookline.dsl.ide.text.FileEdits;
import org.hookline.dsl.scoping.VisibleFiles;

/** A file and its imports as they would be after edits; the open ones are left alone. */
public final class WhatIf {
  private final Provider<XtextResourceSet> resourceSets;
  private final Provider<XtextResource> resources;
  private final VisibleFiles files;

  @Inject
  public WhatIf(
      Provider<XtextResourceSet> resourceSets,
      Provider<XtextResource> resources,
      VisibleFiles files) {
    this.resourceSets = resourceSets;
    this.resources = resources;
    this.files = files;
  }

  /** The file, in a resource set of its own with everything that it imports. */
  public XtextResource after(FileEdits edits, XtextResource file) {
    XtextResourceSet copies = resourceSets.get();
    EObject root = file.getContents().get(0);
    for (NetworkFile each : files.of(root)) {
      XtextResource original = (XtextResource) each.eResource();
      URI uri = original.getURI();
      String text = original.getParseResult().getRootNode().getText();
      XtextResource copy = resources.get();
      copy.setURI(uri);
      copies.getResources().add(copy);
      load(copy, Edit.apply(text, edits.byFile().getOrDefault(uri, List.of())));
    }
    return (XtextResource) copies.getResource(file.getURI(), false);
  }

  private static void load(XtextResource resource, String text) {
    try {
      resource.load(
          new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)),
          Map.of(XtextResource.OPTION_ENCODING, StandardCharsets.UTF_8.name()));
    } catch (IOException e) {
      throw new UncheckedIOException("Bytes in memory failed to be read", e);
    }
  }
}
