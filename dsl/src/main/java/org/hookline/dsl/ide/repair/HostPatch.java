package org.hookline.dsl.ide.repair;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.eclipse.emf.ecore.EObject;
import org.eclipse.xtext.EcoreUtil2;
import org.eclipse.xtext.resource.XtextResource;
import org.hookline.dsl.hookline.ChainBlock;
import org.hookline.dsl.hookline.Declaration;
import org.hookline.dsl.hookline.HostAmendment;
import org.hookline.dsl.hookline.HostDeclaration;
import org.hookline.dsl.hookline.HostElement;
import org.hookline.dsl.hookline.NetworkFile;
import org.hookline.dsl.hookline.PacketTableBlock;
import org.hookline.dsl.hookline.RuleList;
import org.hookline.dsl.ide.layout.Block;
import org.hookline.dsl.ide.layout.TopLevel;
import org.hookline.dsl.ide.text.FileEdits;

/**
 * More lines for a host, written into one file: into its blocks where they are in this file, and as
 * an amendment where the host is imported.
 */
final class HostPatch {
  private static final String STEP = "  ";

  private final List<String> marks = new ArrayList<>();
  private final List<String> prerouting = new ArrayList<>();
  private final List<String> rules = new ArrayList<>();

  /** A declaration in front of the host: {@code mark via-telecom = 101}. */
  HostPatch mark(String declaration) {
    marks.add(declaration);
    return this;
  }

  /** A rule at the end of mangle PREROUTING. */
  HostPatch prerouting(String rule) {
    prerouting.add(rule);
    return this;
  }

  /** A policy rule; without a preference it comes before all that are written before. */
  HostPatch rule(String rule) {
    rules.add(rule);
    return this;
  }

  /** The edits that bring the lines into a file. */
  FileEdits into(XtextResource file, String host) {
    NetworkFile network = (NetworkFile) file.getContents().get(0);
    Optional<Declaration> block =
        network.getDeclarations().stream()
            .filter(declaration -> isOf(declaration, host))
            .reduce((first, second) -> second);
    return block.isPresent() ? into(block.get()) : amendment(file, host);
  }

  private static boolean isOf(Declaration declaration, String host) {
    return declaration instanceof HostDeclaration own && host.equals(own.getName())
        || declaration instanceof HostAmendment amendment
            && amendment.getHost() != null
            && host.equals(amendment.getHost().getName());
  }

  private FileEdits amendment(XtextResource file, String host) {
    List<String> lines = new ArrayList<>(marks);
    if (!marks.isEmpty()) {
      lines.add("");
    }
    lines.add("amend host " + host + " {");
    List<String> inside = new ArrayList<>(mangle());
    if (!inside.isEmpty() && !rules.isEmpty()) {
      inside.add("");
    }
    inside.addAll(ruleList());
    inside.forEach(line -> lines.add(line.isEmpty() ? "" : STEP + line));
    lines.add("}");
    return TopLevel.behindImports(file, String.join("\n", lines));
  }

  private FileEdits into(Declaration block) {
    FileEdits edits =
        marks.isEmpty() ? FileEdits.NONE : TopLevel.before(block, String.join("\n", marks));
    List<HostElement> elements = elements(block);
    return edits.and(intoMangle(block, elements)).and(intoRules(block, elements));
  }

  private static List<HostElement> elements(Declaration block) {
    return block instanceof HostDeclaration host
        ? host.getElements()
        : ((HostAmendment) block).getElements();
  }

  private FileEdits intoRules(EObject block, List<HostElement> elements) {
    if (rules.isEmpty()) {
      return FileEdits.NONE;
    }
    List<RuleList> lists = EcoreUtil2.typeSelect(elements, RuleList.class);
    return lists.isEmpty() ? append(block, ruleList()) : append(lists.get(lists.size() - 1), rules);
  }

  private FileEdits intoMangle(EObject block, List<HostElement> elements) {
    if (prerouting.isEmpty()) {
      return FileEdits.NONE;
    }
    Optional<PacketTableBlock> mangle =
        EcoreUtil2.typeSelect(elements, PacketTableBlock.class).stream()
            .filter(table -> "mangle".equals(table.getName()))
            .findFirst();
    if (mangle.isEmpty()) {
      return append(block, mangle());
    }
    return EcoreUtil2.typeSelect(mangle.get().getElements(), ChainBlock.class).stream()
        .filter(chain -> "PREROUTING".equals(chain.getName()))
        .findFirst()
        .map(chain -> append(chain, prerouting))
        .orElseGet(() -> append(mangle.get(), chain()));
  }

  private static FileEdits append(EObject element, List<String> lines) {
    return Block.of(element).map(block -> block.append(lines)).orElse(FileEdits.NONE);
  }

  private List<String> ruleList() {
    return rules.isEmpty() ? List.of() : inBraces("rules", rules);
  }

  private List<String> mangle() {
    return prerouting.isEmpty() ? List.of() : inBraces("mangle", chain());
  }

  private List<String> chain() {
    return inBraces("chain PREROUTING", prerouting);
  }

  private static List<String> inBraces(String head, List<String> lines) {
    Stream<String> inside = lines.stream().map(STEP::concat);
    return Stream.of(Stream.of(head + " {"), inside, Stream.of("}"))
        .flatMap(part -> part)
        .collect(Collectors.toList());
  }
}
