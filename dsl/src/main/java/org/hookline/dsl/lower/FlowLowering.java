package org.hookline.dsl.lower;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.hookline.addr.AddressSet;
import org.hookline.addr.Family;
import org.hookline.dsl.hookline.AddressItem;
import org.hookline.dsl.hookline.AddressSetDeclaration;
import org.hookline.dsl.hookline.FlowDeclaration;
import org.hookline.dsl.hookline.FlowOrigin;
import org.hookline.dsl.hookline.FromAny;
import org.hookline.dsl.hookline.FromHost;
import org.hookline.dsl.hookline.FromInternet;
import org.hookline.dsl.hookline.FromOutside;
import org.hookline.dsl.hookline.HooklinePackage;
import org.hookline.dsl.hookline.util.HooklineSwitch;
import org.hookline.model.Port;
import org.hookline.model.flow.FlowSet;
import org.hookline.model.flow.FlowSource;
import org.hookline.model.flow.Service;

/** Flow sets of checks. Without {@code to}, a flow set asks for anything anywhere. */
final class FlowLowering {
  private static final HooklinePackage HKL = HooklinePackage.eINSTANCE;

  private final Origins origins;
  private final Map<AddressSetDeclaration, AddressSet> bound;

  /**
   * @param bound sets that stand for one of their items at a time
   */
  FlowLowering(Origins origins, Map<AddressSetDeclaration, AddressSet> bound) {
    this.origins = origins;
    this.bound = bound;
  }

  FlowSet lower(FlowDeclaration flow) {
    boolean anything = flow.getService() == null;
    AddressSet destinations =
        anything ? AddressSet.all(Family.IPV4) : Operands.addresses(flow.getDestinations(), bound);
    List<Service> services = anything ? Services.ANY : Services.of(flow.getService());
    return new FlowSet(source(flow.getSource()), destinations, services, origins.whole(flow));
  }

  private FlowSource source(FlowOrigin origin) {
    return new HooklineSwitch<FlowSource>() {
      @Override
      public FlowSource caseFromInternet(FromInternet from) {
        return new FlowSource.FromInternet(only(from.getSources()));
      }

      @Override
      public FlowSource caseFromHost(FromHost from) {
        return new FlowSource.FromHost(from.getHost().getName(), only(from.getSources()));
      }

      @Override
      public FlowSource caseFromOutside(FromOutside from) {
        Port port = Ports.of(from, HKL.getFromOutside_Port());
        return new FlowSource.FromOutside(port, only(from.getSources()));
      }

      @Override
      public FlowSource caseFromAny(FromAny from) {
        return new FlowSource.FromAny(
            new Port(from.getHost().getName(), from.getIface().getName()));
      }
    }.doSwitch(origin);
  }

  private Optional<AddressSet> only(List<AddressItem> sources) {
    return sources.isEmpty() ? Optional.empty() : Optional.of(Operands.addresses(sources, bound));
  }
}
