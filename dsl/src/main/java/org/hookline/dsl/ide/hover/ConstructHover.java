package org.hookline.dsl.ide.hover;

import com.google.common.base.Supplier;
import com.google.common.base.Suppliers;
import com.google.inject.Inject;
import com.google.inject.Provider;
import java.util.Optional;
import java.util.stream.Stream;
import org.eclipse.emf.ecore.EClass;
import org.eclipse.emf.ecore.EObject;
import org.eclipse.xtext.Keyword;
import org.hookline.dsl.hookline.HooklinePackage;
import org.hookline.dsl.ide.text.TextSpan;
import org.hookline.dsl.reference.Reference;

/** A keyword: what the reference of the language says of the construct that it belongs to. */
final class ConstructHover implements HoverPart {
  private static final HooklinePackage HKL = HooklinePackage.eINSTANCE;

  /** Read when it is asked for the first time. */
  private final Supplier<Reference> reference;

  @Inject
  ConstructHover(Provider<Reference> reference) {
    this.reference = Suppliers.memoize(reference::get);
  }

  @Override
  public Optional<Hovered> at(HoverPlace place) {
    return isKeyword(place)
        ? construct(place.element()).map(text -> new Hovered(TextSpan.of(place.word()), text))
        : Optional.empty();
  }

  private static boolean isKeyword(HoverPlace place) {
    return place.mention().isEmpty()
        && place.word().getGrammarElement() instanceof Keyword keyword
        && Character.isLetter(keyword.getValue().charAt(0));
  }

  /** Of the element, or of the nearest one around it that the reference speaks of. */
  private Optional<String> construct(EObject element) {
    return Stream.iterate(element, e -> e != null, EObject::eContainer)
        .takeWhile(around -> !isExplained(around.eClass()))
        .flatMap(around -> reference.get().brief(around.eClass()).stream())
        .findFirst();
  }

  /** Whether another part says more of it: what it stands for, what came of it. */
  private static boolean isExplained(EClass kind) {
    return Stream.of(
            HKL.getPacketTarget(),
            HKL.getNatPolicy(),
            HKL.getRuleVerdict(),
            HKL.getCheckProperty(),
            HKL.getKernel(),
            HKL.getSysctl())
        .anyMatch(general -> general.isSuperTypeOf(kind));
  }
}
