package org.hookline.dsl.ide.quickfix;

import com.google.inject.Inject;
import java.util.List;
import java.util.Optional;
import org.eclipse.emf.ecore.EClass;
import org.eclipse.emf.ecore.EObject;
import org.eclipse.xtext.EcoreUtil2;
import org.eclipse.xtext.xtext.CurrentTypeFinder;
import org.hookline.dsl.OperandLinker;
import org.hookline.dsl.hookline.ChainBlock;
import org.hookline.dsl.hookline.FrameChain;
import org.hookline.dsl.hookline.HooklinePackage;
import org.hookline.dsl.hookline.MarkDeclaration;
import org.hookline.dsl.ide.layout.Block;
import org.hookline.dsl.ide.layout.TopLevel;
import org.hookline.dsl.ide.text.FileEdits;
import org.hookline.dsl.scoping.UnknownNames;
import org.hookline.dsl.scoping.VisibleFiles;

/** Declares what a name refers to, as emptily as the language allows. */
final class NewDeclaration implements FixSource {
  private static final HooklinePackage HKL = HooklinePackage.eINSTANCE;

  private final CurrentTypeFinder types;
  private final VisibleFiles files;
  private final NewHostElement hostElements;

  @Inject
  NewDeclaration(CurrentTypeFinder types, VisibleFiles files, NewHostElement hostElements) {
    this.types = types;
    this.files = files;
    this.hostElements = hostElements;
  }

  @Override
  public List<String> codes() {
    return UnknownNames.codes();
  }

  @Override
  public List<Fix> fixes(FixPlace place) {
    return UnknownName.at(place, types)
        .flatMap(unknown -> edits(unknown).map(edits -> fix(unknown, edits)))
        .map(List::of)
        .orElse(List.of());
  }

  private static Fix fix(UnknownName unknown, FileEdits edits) {
    String noun = UnknownNames.noun(unknown.reference());
    return Fix.of("Declare " + noun + " '" + unknown.name() + "'", edits);
  }

  private Optional<FileEdits> edits(UnknownName unknown) {
    EClass kind = unknown.reference().getEReferenceType();
    String name = unknown.name();
    if (kind == HKL.getInterfaceDeclaration()) {
      return hostElements.iface(unknown);
    }
    if (kind == HKL.getTableDeclaration()) {
      return hostElements.table(unknown);
    }
    if (kind == HKL.getChainBlock()) {
      return chain(unknown, ChainBlock.class);
    }
    if (kind == HKL.getFrameChain()) {
      return chain(unknown, FrameChain.class);
    }
    return topLevel(kind, name, unknown).map(text -> TopLevel.before(unknown.element(), text));
  }

  /** Behind the chain that the name is used in. */
  private static Optional<FileEdits> chain(UnknownName unknown, Class<? extends EObject> kind) {
    return Optional.ofNullable(EcoreUtil2.getContainerOfType(unknown.element(), kind))
        .map(here -> Block.after(here, List.of("chain " + unknown.name() + " { }")));
  }

  private Optional<String> topLevel(EClass kind, String name, UnknownName unknown) {
    if (kind == HKL.getHostDeclaration() || kind == HKL.getNode()) {
      return Optional.of("host " + name + " { }");
    }
    if (kind == HKL.getSegmentDeclaration()) {
      return Optional.of("segment " + name + " { }");
    }
    if (!OperandLinker.isName(name)) {
      return Optional.empty();
    }
    if (kind == HKL.getAddressSetDeclaration()) {
      return Optional.of("set " + name + " = { }");
    }
    if (kind == HKL.getServiceDeclaration()) {
      return Optional.of("service " + name + " = tcp");
    }
    return kind == HKL.getMarkDeclaration()
        ? Optional.of("mark " + name + " = " + freeMark(unknown))
        : Optional.empty();
  }

  /** One more than the marks that are declared; marks with masks and in hex are left alone. */
  private long freeMark(UnknownName unknown) {
    return 1
        + files.declarations(unknown.element(), MarkDeclaration.class).stream()
            .map(MarkDeclaration::getValue)
            .filter(value -> value != null && value.matches("[0-9]{1,9}"))
            .mapToLong(Long::parseLong)
            .max()
            .orElse(0);
  }
}
