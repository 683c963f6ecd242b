package org.hookline.ui.source;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.hookline.source.Origin;

/** Places in printed text: {@code base.hkl:34}. */
public final class PlaceText {
  /** What is printed for a place, for consoles as well. */
  public static final String PATTERN = "([\\w./@+-]+\\.hkl):(\\d+)";

  private static final Pattern PLACE = Pattern.compile(PATTERN);

  private PlaceText() {}

  /** A place and where it is printed. */
  public record Found(int start, int end, Origin origin) {}

  /** All places of a text, in order. */
  public static List<Found> in(String text) {
    Matcher matcher = PLACE.matcher(text);
    return matcher
        .results()
        .map(
            r ->
                new Found(
                    r.start(), r.end(), Origin.line(r.group(1), Integer.parseInt(r.group(2)))))
        .toList();
  }
}
