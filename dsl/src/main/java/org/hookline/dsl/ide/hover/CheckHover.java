package org.hookline.dsl.ide.hover;

import com.google.inject.Inject;
import java.util.List;
import java.util.Optional;
import org.eclipse.emf.ecore.EObject;
import org.hookline.check.CheckResult;
import org.hookline.check.PropertyResult;
import org.hookline.dsl.hookline.CheckDeclaration;
import org.hookline.dsl.hookline.CheckElement;
import org.hookline.dsl.hookline.FlowDeclaration;
import org.hookline.dsl.ide.verdict.VerdictBoard;
import org.hookline.dsl.reference.Meanings;
import org.hookline.export.CheckText;
import org.hookline.export.Ink;
import org.hookline.source.Origin;

/** A check: its verdict; and a property: what it demands, and for which flows it fails. */
final class CheckHover implements HoverPart {
  private final Meanings meanings;
  private final VerdictBoard board;

  @Inject
  CheckHover(Meanings meanings, VerdictBoard board) {
    this.meanings = meanings;
    this.board = board;
  }

  @Override
  public Optional<Hovered> at(HoverPlace place) {
    Optional<CheckElement> element =
        place.in(CheckElement.class).filter(e -> !(e instanceof FlowDeclaration));
    return element.isPresent()
        ? Optional.of(hovered(element.get(), property(element.get(), place)))
        : place.in(CheckDeclaration.class).flatMap(check -> check(check, place));
  }

  private static Hovered hovered(EObject element, String text) {
    return new Hovered(HoverPlace.span(element), text);
  }

  private String property(CheckElement element, HoverPlace place) {
    String meaning = meanings.of(element.eClass()).orElse("");
    Origin origin = place.origin(element);
    return results(place).stream()
        .flatMap(result -> result.properties().stream())
        .filter(result -> result.origin().equals(origin))
        .findFirst()
        .map(result -> meaning + "\n\n" + verdict(result))
        .orElse(meaning);
  }

  private static String verdict(PropertyResult result) {
    StringBuilder text = new StringBuilder("**" + result.verdict() + "**");
    result.failing().forEach(flows -> text.append("\n- fails for ").append(flows.text()));
    result.assumptions().forEach(what -> text.append("\n- assuming ").append(what));
    return text.toString();
  }

  private Optional<Hovered> check(CheckDeclaration check, HoverPlace place) {
    List<CheckResult> results =
        results(place).stream().filter(r -> r.check().name().equals(check.getName())).toList();
    return results.isEmpty()
        ? Optional.empty()
        : Optional.of(hovered(check, "```\n" + new CheckText(Ink.PLAIN).of(results) + "```"));
  }

  /** Only of the text as it is now. */
  private List<CheckResult> results(HoverPlace place) {
    return board.current(place.network().file(), place.network().networkTexts()).orElse(List.of());
  }
}
