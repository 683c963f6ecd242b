package org.hookline.dsl.lsp;

import com.google.inject.Inject;
import com.google.inject.Singleton;
import java.util.List;
import org.eclipse.emf.common.util.URI;
import org.eclipse.emf.common.util.WrappedException;
import org.eclipse.emf.ecore.resource.Resource;
import org.eclipse.lsp4j.WorkspaceFolder;
import org.eclipse.xtext.ide.server.BuildManager.Buildable;
import org.eclipse.xtext.ide.server.WorkspaceManager;
import org.eclipse.xtext.resource.IResourceDescription;
import org.eclipse.xtext.resource.XtextResource;
import org.eclipse.xtext.util.CancelIndicator;
import org.eclipse.xtext.validation.Issue;
import org.eclipse.xtext.xbase.lib.Procedures.Procedure2;
import org.hookline.dsl.ide.index.WorkspaceFiles;

/** The files of the client; whatever is built is also proved. */
@Singleton
public class Workspace extends WorkspaceManager {
  private final Proofs proofs;

  @Inject
  Workspace(Proofs proofs) {
    this.proofs = proofs;
  }

  /** Without a folder there are only the files that the client opens. */
  @Override
  public void initialize(
      URI folder,
      Procedure2<? super URI, ? super Iterable<Issue>> publish,
      CancelIndicator cancel) {
    if (folder == null) {
      initialize(List.<WorkspaceFolder>of(), publish, cancel);
    } else {
      super.initialize(folder, publish, cancel);
    }
  }

  @Override
  public void initialize(
      List<WorkspaceFolder> folders,
      Procedure2<? super URI, ? super Iterable<Issue>> publish,
      CancelIndicator cancel) {
    proofs.publishTo(publish::apply);
    super.initialize(folders, proofs::problems, cancel);
  }

  @Override
  public Buildable didOpen(URI file, Integer version, String text) {
    return isText(file) ? super.didOpen(file, version, text) : Buildable.NO_BUILD;
  }

  @Override
  public Buildable didClose(URI file) {
    return isText(file) ? super.didClose(file) : Buildable.NO_BUILD;
  }

  @Override
  public Buildable didChangeFiles(List<URI> dirty, List<URI> deleted) {
    return super.didChangeFiles(texts(dirty), texts(deleted));
  }

  private static List<URI> texts(List<URI> files) {
    return files.stream().filter(Workspace::isText).toList();
  }

  private static boolean isText(URI file) {
    return WorkspaceFiles.EXTENSION.equals(file.fileExtension());
  }

  @Override
  protected void afterBuild(List<IResourceDescription.Delta> deltas) {
    for (IResourceDescription.Delta delta : deltas) {
      if (delta.getNew() == null) {
        proofs.forget(delta.getUri());
      } else {
        prove(delta.getUri());
      }
    }
    super.afterBuild(deltas);
  }

  /** A file that has vanished since it was built has nothing to prove; the next build finds out. */
  private void prove(URI file) {
    try {
      doRead(file, (document, resource) -> order(resource));
    } catch (WrappedException failed) {
      if (!(failed instanceof Resource.Diagnostic)) {
        throw failed;
      }
      proofs.forget(file);
    }
  }

  private Void order(XtextResource resource) {
    if (resource != null) {
      proofs.order(resource);
    }
    return null;
  }
}
