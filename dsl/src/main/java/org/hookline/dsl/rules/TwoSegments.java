package org.hookline.dsl.rules;

import com.google.inject.Inject;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.eclipse.emf.ecore.EObject;
import org.hookline.dsl.hookline.HooklinePackage;
import org.hookline.dsl.hookline.InterfaceDeclaration;
import org.hookline.dsl.hookline.LinkDeclaration;
import org.hookline.dsl.hookline.NetworkFile;
import org.hookline.dsl.hookline.SegmentDeclaration;
import org.hookline.dsl.scoping.VisibleFiles;

/** An interface that is wired twice. */
final class TwoSegments implements TreeRule<NetworkFile> {
  static final String CODE = "two-segments";
  private static final HooklinePackage HKL = HooklinePackage.eINSTANCE;

  private final VisibleFiles files;

  @Inject
  TwoSegments(VisibleFiles files) {
    this.files = files;
  }

  @Override
  public Class<NetworkFile> type() {
    return NetworkFile.class;
  }

  @Override
  public List<String> codes() {
    return List.of(CODE);
  }

  @Override
  public void check(NetworkFile file, Findings findings) {
    Map<EObject, EObject> wired = new HashMap<>();
    for (SegmentDeclaration segment : files.declarations(file, SegmentDeclaration.class)) {
      for (int i = 0; i < segment.getPorts().size(); i++) {
        Findings.Place place = findings.at(segment, HKL.getSegmentDeclaration_Ports(), i);
        once(wired, segment.getPorts().get(i), segment, place, findings);
      }
    }
    for (LinkDeclaration link : files.declarations(file, LinkDeclaration.class)) {
      once(wired, link.getLeft(), link, findings.at(link, HKL.getLinkDeclaration_Left()), findings);
      once(
          wired,
          link.getRight(),
          link,
          findings.at(link, HKL.getLinkDeclaration_Right()),
          findings);
    }
  }

  private static void once(
      Map<EObject, EObject> wired,
      InterfaceDeclaration iface,
      EObject by,
      Findings.Place place,
      Findings findings) {
    EObject first = iface == null || iface.eIsProxy() ? null : wired.putIfAbsent(iface, by);
    if (first != null) {
      place.error(
          CODE,
          "this interface is wired already, at " + findings.origin(first),
          "each interface once; a switch is one segment");
    }
  }
}
