package org.hookline.ui.editor.highlight;

import org.eclipse.core.filebuffers.IDocumentSetupParticipant;
import org.eclipse.jface.text.IDocument;
import org.eclipse.jface.text.IDocumentExtension3;
import org.eclipse.jface.text.rules.FastPartitioner;

/** Divides each text of the language as soon as it is opened. */
public final class PartitionSetup implements IDocumentSetupParticipant {
  @Override
  public void setup(IDocument document) {
    FastPartitioner partitioner = new FastPartitioner(Partitions.scanner(), Partitions.own());
    partitioner.connect(document);
    ((IDocumentExtension3) document).setDocumentPartitioner(Partitions.NAME, partitioner);
  }
}
