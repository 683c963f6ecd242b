package org.hookline.dsl.ide.quickfix;

import com.google.inject.Inject;
import com.google.inject.Singleton;
import java.util.List;
import java.util.function.BooleanSupplier;
import org.eclipse.xtext.resource.XtextResource;
import org.hookline.dsl.ide.network.LoweredFiles;
import org.hookline.dsl.ide.text.TextSpan;

/** Repairs of problems; knowing another one is a file and a line here. */
@Singleton
public class Fixes {
  private final LoweredFiles networks;
  private final List<FixSource> sources;

  @Inject
  Fixes(
      LoweredFiles networks,
      NearestName nearestName,
      NewDeclaration newDeclaration,
      NetworkPrefix networkPrefix,
      NearestSysctl nearestSysctl,
      RemovedRule removedRule,
      ReachableGateway reachableGateway,
      ReplyRoutes replyRoutes) {
    this.networks = networks;
    this.sources =
        List.of(
            nearestName,
            newDeclaration,
            networkPrefix,
            nearestSysctl,
            removedRule,
            reachableGateway,
            replyRoutes);
  }

  /** Repairs of a problem, the most likely first. */
  public List<Fix> of(String code, TextSpan span, XtextResource file, BooleanSupplier cancelled) {
    FixPlace place = new FixPlace(file, networks.of(file), code, span, cancelled);
    return sources.stream()
        .filter(source -> source.codes().contains(code))
        .flatMap(source -> source.fixes(place).stream())
        .toList();
  }

  /** What can be done at a place where there may be no problem. */
  public List<Fix> at(TextSpan span, XtextResource file, BooleanSupplier cancelled) {
    return of(FixSource.ANYWHERE, span, file, cancelled);
  }

  /** The codes for which there may be repairs. */
  public List<String> codes() {
    return sources.stream()
        .flatMap(source -> source.codes().stream())
        .filter(code -> !code.equals(FixSource.ANYWHERE))
        .distinct()
        .sorted()
        .toList();
  }
}
