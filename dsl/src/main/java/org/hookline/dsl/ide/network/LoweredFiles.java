package org.hookline.dsl.ide.network;

import com.google.inject.Inject;
import com.google.inject.Singleton;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.log4j.Logger;
import org.eclipse.emf.common.util.URI;
import org.eclipse.xtext.resource.XtextResource;
import org.eclipse.xtext.service.OperationCanceledManager;
import org.eclipse.xtext.util.OnChangeEvictingCache;
import org.hookline.dsl.hookline.Import;
import org.hookline.dsl.hookline.NetworkFile;
import org.hookline.dsl.ide.text.TextLines;
import org.hookline.dsl.load.Diagnosis;
import org.hookline.dsl.lower.Origins;
import org.hookline.dsl.scoping.VisibleFiles;
import org.hookline.source.Origin;
import org.hookline.source.Problem;
import org.hookline.source.Severity;

/** Networks of open files, lowered once for each state of the file. */
@Singleton
public class LoweredFiles {
  /** Code of a problem that is ours and not the text's. */
  public static final String INTERNAL_ERROR = "internal-error";

  private static final Logger LOG = Logger.getLogger(LoweredFiles.class);

  private final VisibleFiles files;
  private final Diagnosis diagnosis;
  private final OnChangeEvictingCache cache;
  private final OperationCanceledManager cancellation;

  @Inject
  public LoweredFiles(
      VisibleFiles files,
      Diagnosis diagnosis,
      OnChangeEvictingCache cache,
      OperationCanceledManager cancellation) {
    this.files = files;
    this.diagnosis = diagnosis;
    this.cache = cache;
    this.cancellation = cancellation;
  }

  /** The network that a file describes by itself, with its imports. */
  public LoweredFile of(XtextResource file) {
    return cache.get(LoweredFiles.class, file, () -> lower(file));
  }

  private LoweredFile lower(XtextResource file) {
    NetworkFile root = (NetworkFile) file.getContents().get(0);
    FileNames names = new FileNames(file.getURI());
    Origins origins = new Origins(names::of);
    Diagnosis.Result result = diagnose(root, origins);
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

  /** A bug of ours must not take the editor down; it is a problem like any other, and logged. */
  private Diagnosis.Result diagnose(NetworkFile root, Origins origins) {
    try {
      return diagnosis.of(root, origins);
    } catch (RuntimeException bug) {
      cancellation.propagateAsErrorIfCancelException(bug);
      LOG.error("Reading " + root.eResource().getURI() + " failed", bug);
      String message = "internal error, please report it with this file: " + bug;
      Origin start = new Origin(origins.file(root.eResource().getURI()), 1, 1, 0);
      Problem problem = new Problem(Severity.ERROR, INTERNAL_ERROR, message, "", start);
      return new Diagnosis.Result(Optional.empty(), List.of(problem));
    }
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
