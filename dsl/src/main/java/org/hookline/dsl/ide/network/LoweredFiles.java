package org.hookline.dsl.ide.network;

import com.google.inject.Inject;
import com.google.inject.Singleton;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.eclipse.emf.common.util.URI;
import org.eclipse.xtext.resource.XtextResource;
import org.eclipse.xtext.util.OnChangeEvictingCache;
import org.hookline.dsl.hookline.Import;
import org.hookline.dsl.hookline.NetworkFile;
import org.hookline.dsl.ide.text.TextLines;
import org.hookline.dsl.load.Diagnosis;
import org.hookline.dsl.lower.Origins;
import org.hookline.dsl.scoping.VisibleFiles;
import org.hookline.source.Origin;

/** Networks of open files, lowered once for each state of the file. */
@Singleton
public class LoweredFiles {
  private final VisibleFiles files;
  private final Diagnosis diagnosis;
  private final OnChangeEvictingCache cache;

  @Inject
  public LoweredFiles(VisibleFiles files, Diagnosis diagnosis, OnChangeEvictingCache cache) {
    this.files = files;
    this.diagnosis = diagnosis;
    this.cache = cache;
  }

  /** The network that a file describes by itself, with its imports. */
  public LoweredFile of(XtextResource file) {
    return cache.get(LoweredFiles.class, file, () -> lower(file));
  }

  private LoweredFile lower(XtextResource file) {
    NetworkFile root = (NetworkFile) file.getContents().get(0);
    FileNames names = new FileNames(file.getURI());
    Origins origins = new Origins(names::of);
    Diagnosis.Result result = diagnosis.of(root, origins);
    Map<URI, TextLines> texts = new LinkedHashMap<>();
    for (NetworkFile each : files.of(root)) {
      XtextResource resource = (XtextResource) each.eResource();
      names.of(resource.getURI());
      String text = resource.getParseResult().getRootNode().getText();
      texts.put(resource.getURI(), new TextLines(text));
    }
    return new LoweredFile(
        file.getURI(), result.network(), result.problems(), names, texts, imports(root, origins));
  }

  private Map<Origin, List<URI>> imports(NetworkFile root, Origins origins) {
    Map<Origin, List<URI>> imports = new LinkedHashMap<>();
    for (Import each : root.getImports()) {
      files
          .imported(each)
          .ifPresent(
              target ->
                  imports.put(
                      origins.whole(each),
                      files.of(target).stream().map(f -> f.eResource().getURI()).toList()));
    }
    return imports;
  }
}
