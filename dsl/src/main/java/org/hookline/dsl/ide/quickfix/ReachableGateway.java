package org.hookline.dsl.ide.quickfix;

import com.google.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import org.eclipse.xtext.nodemodel.INode;
import org.eclipse.xtext.nodemodel.util.NodeModelUtils;
import org.hookline.addr.Address;
import org.hookline.dsl.hookline.HooklinePackage;
import org.hookline.dsl.hookline.RouteEntry;
import org.hookline.dsl.ide.name.WrittenAddresses;
import org.hookline.dsl.ide.text.Edit;
import org.hookline.dsl.ide.text.FileEdits;
import org.hookline.dsl.ide.text.TextSpan;
import org.hookline.dsl.word.Words;

/** A gateway off the link: the interface whose subnet has it, or {@code onlink}. */
final class ReachableGateway implements FixSource {
  private static final HooklinePackage HKL = HooklinePackage.eINSTANCE;

  private final WrittenAddresses addresses;

  @Inject
  ReachableGateway(WrittenAddresses addresses) {
    this.addresses = addresses;
  }

  @Override
  public List<String> codes() {
    return List.of("off-link-gateway");
  }

  @Override
  public List<Fix> fixes(FixPlace place) {
    return place
        .in(RouteEntry.class)
        .filter(route -> route.getVia() != null && route.getHops().isEmpty())
        .map(route -> fixes(route, place))
        .orElse(List.of());
  }

  private List<Fix> fixes(RouteEntry route, FixPlace place) {
    List<Fix> fixes = new ArrayList<>();
    List<INode> dev = NodeModelUtils.findNodesForFeature(route, HKL.getRouteEntry_Dev());
    if (!dev.isEmpty()) {
      for (String iface : reaching(route)) {
        Edit edit = new Edit(TextSpan.of(dev.get(0)), iface);
        fixes.add(Fix.of("Change to 'dev " + iface + "'", FileEdits.of(place.uri(), edit)));
      }
    }
    TextSpan whole = TextSpan.of(NodeModelUtils.findActualNodeFor(route));
    fixes.add(
        Fix.of("Add 'onlink'", FileEdits.of(place.uri(), Edit.insert(whole.end(), " onlink"))));
    return fixes;
  }

  /** Interfaces of the host with the gateway in a subnet. */
  private List<String> reaching(RouteEntry route) {
    Address gateway = Words.ADDRESS.read(route.getVia());
    return addresses.here(route).stream()
        .filter(owned -> owned.prefix().contains(gateway))
        .map(owned -> owned.iface().getName())
        .distinct()
        .toList();
  }
}
