package org.hookline.dsl.ide.rename;

import com.google.inject.Inject;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.eclipse.emf.common.util.URI;
import org.eclipse.xtext.resource.XtextResource;
import org.hookline.dsl.ide.index.WorkspaceFiles;
import org.hookline.dsl.ide.name.Mention;
import org.hookline.dsl.ide.name.Mentions;
import org.hookline.dsl.ide.name.Named;
import org.hookline.dsl.ide.navigate.References;
import org.hookline.dsl.ide.network.LoweredFile;
import org.hookline.dsl.ide.network.LoweredFiles;
import org.hookline.dsl.ide.network.WhatIf;
import org.hookline.dsl.ide.text.Edit;
import org.hookline.dsl.ide.text.FileEdits;
import org.hookline.source.Problem;

/** Gives something another name, wherever it is written. */
public final class Renaming {
  private final Mentions mentions;
  private final References references;
  private final FixedNames fixed;
  private final WhatIf whatIf;
  private final LoweredFiles networks;

  @Inject
  public Renaming(
      Mentions mentions,
      References references,
      FixedNames fixed,
      WhatIf whatIf,
      LoweredFiles networks) {
    this.mentions = mentions;
    this.references = references;
    this.fixed = fixed;
    this.whatIf = whatIf;
    this.networks = networks;
  }

  /** The name that would be changed; empty where there is none, or one that cannot change. */
  public Optional<Mention> at(XtextResource file, int cursor) {
    return mentions.at(file, cursor).filter(mention -> !fixed.contains(mention.element()));
  }

  /**
   * The edits that change a name in all files.
   *
   * @throws RenameRefused when the name cannot change, or when the result would be wrong or mean
   *     something else
   */
  public FileEdits to(String name, XtextResource file, int cursor) throws RenameRefused {
    Mention mention =
        at(file, cursor).orElseThrow(() -> new RenameRefused("this name cannot be changed"));
    List<Mention> all = references.of(mention.named(), file);
    FileEdits edits = edits(all, name);
    for (XtextResource each : WorkspaceFiles.around(file)) {
      tryOut(each, mention.named(), name, edits);
    }
    return edits;
  }

  private static FileEdits edits(List<Mention> all, String name) {
    Map<URI, List<Edit>> edits = new LinkedHashMap<>();
    for (Mention mention : all) {
      edits
          .computeIfAbsent(mention.file(), f -> new ArrayList<>())
          .add(new Edit(mention.span(), mention.spelling().of(name)));
    }
    return new FileEdits(edits);
  }

  /** Names may clash, or be taken for something else: the result is read before it is offered. */
  private void tryOut(XtextResource file, Named named, String name, FileEdits edits)
      throws RenameRefused {
    LoweredFile before = networks.of(file);
    if (edits.byFile().keySet().stream().noneMatch(before.texts()::containsKey)) {
      return;
    }
    XtextResource copy = whatIf.after(edits, file);
    Set<String> old = before.problems().stream().map(Problem::code).collect(Collectors.toSet());
    for (Problem problem : networks.of(copy).problems()) {
      if (problem.isError() && !old.contains(problem.code())) {
        throw new RenameRefused(problem.message() + " (" + problem.origin() + ")");
      }
    }
    if (count(file, named.name(), named) != count(copy, name, named)) {
      throw new RenameRefused("'" + name + "' already means something else");
    }
  }

  private long count(XtextResource file, String name, Named named) {
    Named wanted = new Named(named.kind(), named.home(), name);
    return mentions.in(file).stream().filter(m -> m.named().equals(wanted)).count();
  }
}
