package org.hookline.dsl.format;

import java.util.ArrayList;
import java.util.List;
import org.eclipse.xtext.formatting2.FormatterRequest;
import org.eclipse.xtext.formatting2.IFormatter2;
import org.eclipse.xtext.formatting2.regionaccess.ITextRegionAccess;
import org.eclipse.xtext.formatting2.regionaccess.ITextReplacement;
import org.eclipse.xtext.formatting2.regionaccess.ITextSegment;
import org.eclipse.xtext.resource.XtextResource;
import org.eclipse.xtext.util.ITextRegion;

/** The formatter of editors and of the command line. A text with syntax errors stays as it is. */
public class Formatter implements IFormatter2 {

  @Override
  public List<ITextReplacement> format(FormatterRequest request) {
    ITextRegionAccess access = request.getTextRegionAccess();
    List<ITextReplacement> replacements = new ArrayList<>();
    for (Change change : changes(access.getResource())) {
      ITextSegment segment = access.regionForOffset(change.offset(), change.length());
      if (wanted(segment, request)) {
        replacements.add(segment.replaceWith(change.text()));
      }
    }
    return replacements;
  }

  private static boolean wanted(ITextSegment segment, FormatterRequest request) {
    return request.getRegions().isEmpty()
        || request.getRegions().stream().anyMatch(region -> contains(region, segment));
  }

  private static boolean contains(ITextRegion region, ITextSegment segment) {
    return region.getOffset() <= segment.getOffset()
        && segment.getEndOffset() <= region.getOffset() + region.getLength();
  }

  /** The whole text as it should look. */
  public static String formatted(XtextResource resource) {
    StringBuilder text = new StringBuilder(resource.getParseResult().getRootNode().getText());
    List<Change> changes = changes(resource);
    for (int i = changes.size() - 1; i >= 0; i--) {
      Change change = changes.get(i);
      text.replace(change.offset(), change.offset() + change.length(), change.text());
    }
    return text.toString();
  }

  private static List<Change> changes(XtextResource resource) {
    return resource.getParseResult().hasSyntaxErrors() || resource.getContents().isEmpty()
        ? List.of()
        : Change.all(
            resource.getParseResult().getRootNode(),
            new Layout(resource.getParseResult().getRootNode(), resource.getContents().get(0)));
  }
}
