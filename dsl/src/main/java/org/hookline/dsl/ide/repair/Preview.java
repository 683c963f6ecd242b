package org.hookline.dsl.ide.repair;

import com.google.inject.Inject;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import org.eclipse.xtext.resource.XtextResource;
import org.hookline.dsl.ide.network.LoweredFile;
import org.hookline.dsl.ide.network.LoweredFiles;
import org.hookline.dsl.ide.network.WhatIf;
import org.hookline.dsl.ide.text.FileEdits;
import org.hookline.dsl.prove.Difference;
import org.hookline.dsl.prove.Prover;
import org.hookline.dsl.prove.Survey;
import org.hookline.model.Network;

/** What an edit would change over all packets, found out before it is made. */
public final class Preview {
  private final WhatIf whatIf;
  private final LoweredFiles networks;
  private final Prover prover;

  @Inject
  Preview(WhatIf whatIf, LoweredFiles networks, Prover prover) {
    this.whatIf = whatIf;
    this.networks = networks;
    this.prover = prover;
  }

  /**
   * Compares a file's network with what it would be.
   *
   * @param cancelled whether nobody waits for the answer any more
   * @return empty when one of the two has errors
   * @throws java.util.concurrent.CancellationException when cancelled
   */
  public Optional<Difference> of(FileEdits edits, XtextResource file, BooleanSupplier cancelled) {
    LoweredFile before = networks.of(file);
    if (before.network().isEmpty()) {
      return Optional.empty();
    }
    LoweredFile after = networks.of(whatIf.after(edits, file));
    return after.network().isEmpty()
        ? Optional.empty()
        : Optional.of(Difference.of(findings(before, cancelled), findings(after, cancelled)));
  }

  private Difference.Findings findings(LoweredFile file, BooleanSupplier cancelled) {
    Network network = file.network().orElseThrow();
    return new Difference.Findings(
        prover.prove(file.networkTexts(), network, cancelled),
        prover.prove(file.networkTexts(), Survey.of(network), cancelled));
  }
}
