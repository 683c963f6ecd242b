package org.hookline.dsl.generate;

import com.google.inject.Inject;
import org.eclipse.emf.common.util.URI;
import org.eclipse.emf.ecore.resource.Resource;
import org.eclipse.xtext.generator.AbstractGenerator;
import org.eclipse.xtext.generator.IFileSystemAccess2;
import org.eclipse.xtext.generator.IGeneratorContext;
import org.hookline.dsl.hookline.NetworkFile;
import org.hookline.dsl.load.Diagnosis;
import org.hookline.dsl.lower.Origins;

/**
 * The scripts of a file that is open in an editor or workspace, into whatever it writes to. Files
 * are named as seen from the one that is asked for.
 */
public final class ScriptGenerator extends AbstractGenerator {
  private final Diagnosis diagnosis;

  @Inject
  public ScriptGenerator(Diagnosis diagnosis) {
    this.diagnosis = diagnosis;
  }

  /** Writes nothing for a file with errors. */
  @Override
  public void doGenerate(Resource file, IFileSystemAccess2 files, IGeneratorContext context) {
    URI root = file.getURI();
    Origins origins = new Origins(uri -> uri.equals(root) ? name(uri) : relative(uri, root));
    for (var content : file.getContents()) {
      diagnosis
          .of((NetworkFile) content, origins)
          .network()
          .ifPresent(
              network ->
                  Scripts.of(network)
                      .files()
                      .forEach((path, script) -> files.generateFile(path, script.content())));
    }
  }

  private static String relative(URI uri, URI root) {
    return uri.isHierarchical() ? uri.deresolve(root).toString() : name(uri);
  }

  private static String name(URI uri) {
    return URI.decode(uri.lastSegment());
  }
}
