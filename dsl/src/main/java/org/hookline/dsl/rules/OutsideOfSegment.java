package org.hookline.dsl.rules;

import com.google.inject.Inject;
import java.util.List;
import org.hookline.dsl.hookline.FromOutside;
import org.hookline.dsl.hookline.HooklinePackage;
import org.hookline.dsl.hookline.InterfaceDeclaration;
import org.hookline.dsl.hookline.LinkDeclaration;
import org.hookline.dsl.hookline.SegmentDeclaration;
import org.hookline.dsl.scoping.VisibleFiles;

/** The outside of an interface that is on a segment, and so has none of its own. */
final class OutsideOfSegment implements TreeRule<FromOutside> {
  static final String CODE = "no-outside";
  private static final HooklinePackage HKL = HooklinePackage.eINSTANCE;

  private final VisibleFiles files;

  @Inject
  OutsideOfSegment(VisibleFiles files) {
    this.files = files;
  }

  @Override
  public Class<FromOutside> type() {
    return FromOutside.class;
  }

  @Override
  public List<String> codes() {
    return List.of(CODE);
  }

  @Override
  public void check(FromOutside from, Findings findings) {
    InterfaceDeclaration iface = from.getPort();
    boolean wired =
        files.declarations(from, SegmentDeclaration.class).stream()
                .anyMatch(segment -> segment.getPorts().contains(iface))
            || files.declarations(from, LinkDeclaration.class).stream()
                .anyMatch(link -> link.getLeft() == iface || link.getRight() == iface);
    if (wired) {
      findings
          .at(from, HKL.getFromOutside_Port())
          .error(
              CODE,
              "this interface is on a segment, so nothing unknown lies behind it",
              "from HOST, from internet, or from any at HOST in INTERFACE");
    }
  }
}
