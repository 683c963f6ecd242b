package org.hookline.dsl.rules;

import java.util.List;
import java.util.Optional;
import org.eclipse.emf.ecore.EAttribute;
import org.eclipse.emf.ecore.EObject;
import org.hookline.addr.Prefix;
import org.hookline.dsl.hookline.HooklinePackage;
import org.hookline.dsl.word.Words;

/** A destination or prefix with bits set behind its length, which the kernel refuses. */
final class HostBits implements TreeRule<EObject> {
  static final String CODE = "host-bits";

  private static final HooklinePackage HKL = HooklinePackage.eINSTANCE;

  private static final List<EAttribute> NETWORKS =
      List.of(
          HKL.getRouteEntry_Destination(),
          HKL.getFromSelector_Prefix(),
          HKL.getToSelector_Prefix(),
          HKL.getNetmapPolicy_Outer(),
          HKL.getNetmapPolicy_Inner(),
          HKL.getAnnouncement_Prefix());

  @Override
  public Class<EObject> type() {
    return EObject.class;
  }

  @Override
  public List<String> codes() {
    return List.of(CODE);
  }

  @Override
  public void check(EObject element, Findings findings) {
    for (EAttribute attribute : NETWORKS) {
      if (element.eClass().getEAllAttributes().contains(attribute)) {
        check(element, attribute, findings);
      }
    }
  }

  private static void check(EObject element, EAttribute attribute, Findings findings) {
    String word = (String) element.eGet(attribute);
    if (word == null || word.indexOf('/') < 0) {
      return;
    }
    Optional<Prefix> prefix = Readable.word(Words.PREFIX, word);
    if (prefix.filter(p -> !p.isNetwork()).isPresent()) {
      findings
          .at(element, attribute)
          .error(
              CODE,
              "'" + word + "' has address bits behind its prefix length",
              "did you mean '"
                  + prefix.get().network()
                  + "', or the single address '"
                  + prefix.get().address()
                  + "'?");
    }
  }
}
