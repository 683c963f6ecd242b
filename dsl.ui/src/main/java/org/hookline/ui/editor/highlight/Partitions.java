package org.hookline.ui.editor.highlight;

import org.eclipse.jface.text.IDocument;
import org.eclipse.jface.text.rules.EndOfLineRule;
import org.eclipse.jface.text.rules.IPredicateRule;
import org.eclipse.jface.text.rules.MultiLineRule;
import org.eclipse.jface.text.rules.RuleBasedPartitionScanner;
import org.eclipse.jface.text.rules.SingleLineRule;
import org.eclipse.jface.text.rules.Token;

/** The parts of a text that are read differently: comments, strings and the rest. */
public final class Partitions {
  /** The name of this division; the editor's documents have others too. */
  public static final String NAME = "org.hookline.ui.partitioning";

  public static final String BLOCK_COMMENT = "org.hookline.ui.partition.block-comment";
  public static final String LINE_COMMENT = "org.hookline.ui.partition.line-comment";
  public static final String STRING = "org.hookline.ui.partition.string";

  private static final String[] OWN = {BLOCK_COMMENT, LINE_COMMENT, STRING};

  private Partitions() {}

  /** The content types besides the default one. */
  static String[] own() {
    return OWN.clone();
  }

  /** All content types. */
  public static String[] all() {
    return new String[] {IDocument.DEFAULT_CONTENT_TYPE, BLOCK_COMMENT, LINE_COMMENT, STRING};
  }

  static RuleBasedPartitionScanner scanner() {
    RuleBasedPartitionScanner scanner = new RuleBasedPartitionScanner();
    scanner.setPredicateRules(
        new IPredicateRule[] {
          new MultiLineRule("/*", "*/", new Token(BLOCK_COMMENT), (char) 0, true),
          new EndOfLineRule("//", new Token(LINE_COMMENT)),
          new SingleLineRule("\"", "\"", new Token(STRING), '\\', true)
        });
    return scanner;
  }
}
