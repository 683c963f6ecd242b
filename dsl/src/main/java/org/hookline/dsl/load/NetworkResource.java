package org.hookline.dsl.load;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.Reader;
import java.io.StringReader;
import org.eclipse.xtext.diagnostics.AbstractDiagnostic;
import org.eclipse.xtext.linking.lazy.LazyLinkingResource;
import org.eclipse.xtext.nodemodel.INode;
import org.eclipse.xtext.parser.IParseResult;
import org.hookline.dsl.hookline.HooklineFactory;

/**
 * A text of the language, wherever it was found. A text without a word describes an empty network;
 * one that is far too large is not read, and says so.
 */
public class NetworkResource extends LazyLinkingResource {
  /** Code of the problem. */
  public static final String TOO_LARGE = "too-large";

  private boolean tooLarge;

  @Override
  protected Reader createReader(InputStream bytes) throws IOException {
    StringBuilder text = new StringBuilder();
    char[] part = new char[1 << 14];
    try (Reader reader = new BufferedReader(super.createReader(bytes))) {
      int count = reader.read(part);
      while (count >= 0 && text.length() <= TextFile.LIMIT) {
        text.append(part, 0, count);
        count = reader.read(part);
      }
    }
    tooLarge = text.length() > TextFile.LIMIT;
    return new StringReader(tooLarge ? "" : text.toString());
  }

  @Override
  protected void updateInternalState(IParseResult result) {
    super.updateInternalState(result);
    if (getContents().isEmpty()) {
      getContents().add(HooklineFactory.eINSTANCE.createNetworkFile());
    }
  }

  @Override
  protected void addSyntaxErrors() {
    super.addSyntaxErrors();
    if (tooLarge) {
      getErrors().add(new TooLarge(getParseResult().getRootNode()));
    }
  }

  /** At the first character: nothing behind it was read. */
  private static final class TooLarge extends AbstractDiagnostic {
    private final INode place;

    TooLarge(INode place) {
      this.place = place;
    }

    @Override
    public String getMessage() {
      return "this file is larger than " + TextFile.MEGABYTES + " MiB";
    }

    @Override
    public String getCode() {
      return TOO_LARGE;
    }

    @Override
    public String[] getData() {
      return new String[] {"split it into files that import each other"};
    }

    @Override
    protected INode getNode() {
      return place;
    }
  }
}
