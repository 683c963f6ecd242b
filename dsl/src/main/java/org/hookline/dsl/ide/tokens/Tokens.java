package org.hookline.dsl.ide.tokens;

import com.google.inject.Inject;
import com.google.inject.Singleton;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.eclipse.emf.ecore.EClass;
import org.eclipse.lsp4j.SemanticTokenModifiers;
import org.eclipse.xtext.nodemodel.ILeafNode;
import org.eclipse.xtext.resource.XtextResource;
import org.hookline.dsl.hookline.HooklinePackage;
import org.hookline.dsl.ide.name.Mention;
import org.hookline.dsl.ide.name.Mentions;
import org.hookline.dsl.ide.text.TextSpan;
import org.hookline.dsl.scoping.KernelLibrary;

/**
 * The colours of a file: names by what they mean, other words by their place in the grammar. An
 * editor needs no lexer of its own, which could not tell a keyword from a name anyway.
 */
@Singleton
public class Tokens {
  private static final HooklinePackage HKL = HooklinePackage.eINSTANCE;

  private static final Map<EClass, TokenKind> NAMES =
      Map.of(
          HKL.getHostDeclaration(), TokenKind.HOST,
          HKL.getInternetDeclaration(), TokenKind.HOST,
          HKL.getInterfaceDeclaration(), TokenKind.INTERFACE,
          HKL.getTableDeclaration(), TokenKind.TABLE,
          HKL.getChainBlock(), TokenKind.CHAIN,
          HKL.getAddressSetDeclaration(), TokenKind.SET,
          HKL.getServiceDeclaration(), TokenKind.SERVICE,
          HKL.getMarkDeclaration(), TokenKind.MARK,
          HKL.getSegmentDeclaration(), TokenKind.SEGMENT);

  private final Mentions mentions;

  @Inject
  public Tokens(Mentions mentions) {
    this.mentions = mentions;
  }

  /** In the order of the text, disjoint. */
  public List<Token> of(XtextResource file) {
    Map<Integer, Token> found = new TreeMap<>();
    Map<Integer, Integer> named = new HashMap<>();
    for (Mention mention : mentions.in(file)) {
      name(mention)
          .ifPresent(
              token -> {
                found.put(token.span().offset(), token);
                named.put(token.span().offset(), token.span().end());
              });
    }
    for (ILeafNode leaf : file.getParseResult().getRootNode().getLeafNodes()) {
      if (leaf.isHidden()) {
        comment(leaf).forEach(token -> found.put(token.span().offset(), token));
      } else {
        WordTokens.of(leaf, named).forEach(token -> found.put(token.span().offset(), token));
      }
    }
    return new ArrayList<>(found.values());
  }

  private static Optional<Token> name(Mention mention) {
    Set<String> modifiers =
        mention.declares()
            ? Set.of(SemanticTokenModifiers.Declaration)
            : KernelLibrary.contains(mention.element())
                ? Set.of(SemanticTokenModifiers.DefaultLibrary)
                : Set.of();
    return Optional.ofNullable(NAMES.get(mention.named().kind()))
        .map(kind -> new Token(mention.span(), kind, modifiers));
  }

  /** One token for each line: many editors take no others. */
  private static List<Token> comment(ILeafNode leaf) {
    String text = leaf.getText();
    if (text.isBlank()) {
      return List.of();
    }
    boolean documents = text.startsWith("/**");
    TokenKind kind = documents ? TokenKind.DOCUMENTATION : TokenKind.COMMENT;
    Set<String> modifiers =
        documents ? Set.of(SemanticTokenModifiers.Documentation) : Set.<String>of();
    List<Token> lines = new ArrayList<>();
    int start = 0;
    while (start < text.length()) {
      int newline = text.indexOf('\n', start);
      int end = newline < 0 ? text.length() : newline;
      String line = text.substring(start, end).stripTrailing();
      int indent = line.length() - line.stripLeading().length();
      if (!line.isBlank()) {
        TextSpan span = new TextSpan(leaf.getOffset() + start + indent, line.length() - indent);
        lines.add(new Token(span, kind, modifiers));
      }
      start = end + 1;
    }
    return lines;
  }
}
