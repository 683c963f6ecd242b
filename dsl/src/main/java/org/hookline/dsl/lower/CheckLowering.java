package org.hookline.dsl.lower;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.hookline.addr.AddressSet;
import org.hookline.dsl.hookline.AddressSetDeclaration;
import org.hookline.dsl.hookline.Assuming;
import org.hookline.dsl.hookline.CheckDeclaration;
import org.hookline.dsl.hookline.CheckElement;
import org.hookline.dsl.hookline.CheckProperty;
import org.hookline.dsl.hookline.DeliveredTo;
import org.hookline.dsl.hookline.Dropped;
import org.hookline.dsl.hookline.EntersBy;
import org.hookline.dsl.hookline.Expectation;
import org.hookline.dsl.hookline.FlowDeclaration;
import org.hookline.dsl.hookline.HoldsConnections;
import org.hookline.dsl.hookline.HooklinePackage;
import org.hookline.dsl.hookline.Import;
import org.hookline.dsl.hookline.LeavesBy;
import org.hookline.dsl.hookline.NeverReaches;
import org.hookline.dsl.hookline.NoLoop;
import org.hookline.dsl.hookline.RefusedBy;
import org.hookline.dsl.hookline.Replied;
import org.hookline.dsl.hookline.SameAs;
import org.hookline.dsl.hookline.SourceIn;
import org.hookline.dsl.hookline.SymmetricAt;
import org.hookline.dsl.hookline.util.HooklineSwitch;
import org.hookline.dsl.scoping.DeclaredName;
import org.hookline.dsl.word.Words;
import org.hookline.model.Network;
import org.hookline.model.flow.FlowSet;
import org.hookline.model.property.Check;
import org.hookline.model.property.Demand;
import org.hookline.model.property.Property;

/** Checks: flow sets, properties and what the author says about the verdict. */
final class CheckLowering {
  private static final HooklinePackage HKL = HooklinePackage.eINSTANCE;

  private final Origins origins;
  private final Function<Import, Network> others;

  /**
   * @param others networks to compare with
   */
  CheckLowering(Origins origins, Function<Import, Network> others) {
    this.origins = origins;
    this.others = others;
  }

  /** The check, or one for each item of what stands behind {@code for}. */
  List<Check> lower(CheckDeclaration check) {
    AddressSetDeclaration variable = check.getVariable();
    if (variable == null) {
      return List.of(lower(check, check.getName(), Map.of()));
    }
    return Operands.members(variable).stream()
        .map(item -> lower(check, check.getName() + " for " + shown(item), Map.of(variable, item)))
        .toList();
  }

  private static String shown(AddressSet item) {
    return item.toString().replaceAll("[{}]", "");
  }

  private Check lower(
      CheckDeclaration check, String name, Map<AddressSetDeclaration, AddressSet> bound) {
    Elements elements = new Elements(bound);
    for (CheckElement element : check.getElements()) {
      elements.doSwitch(element);
    }
    return new Check(
        name,
        List.copyOf(elements.flows),
        List.copyOf(elements.demands),
        elements.expectRefuted,
        List.copyOf(elements.assuming),
        origins.of(check));
  }

  private final class Elements extends HooklineSwitch<Boolean> {
    private final Map<AddressSetDeclaration, AddressSet> bound;
    private final FlowLowering flow;
    private final List<FlowSet> flows = new ArrayList<>();
    private final List<Demand> demands = new ArrayList<>();
    private final List<String> assuming = new ArrayList<>();
    private boolean expectRefuted;

    Elements(Map<AddressSetDeclaration, AddressSet> bound) {
      this.bound = bound;
      this.flow = new FlowLowering(origins, bound);
    }

    @Override
    public Boolean caseFlowDeclaration(FlowDeclaration declaration) {
      flows.add(flow.lower(declaration));
      return true;
    }

    @Override
    public Boolean caseCheckProperty(CheckProperty property) {
      demands.add(new Demand(new Properties(bound).doSwitch(property), origins.whole(property)));
      return true;
    }

    @Override
    public Boolean caseExpectation(Expectation expectation) {
      expectRefuted = true;
      return true;
    }

    @Override
    public Boolean caseAssuming(Assuming assumptions) {
      assuming.addAll(assumptions.getAssumptions());
      return true;
    }
  }

  private final class Properties extends HooklineSwitch<Property> {
    private final Map<AddressSetDeclaration, AddressSet> bound;

    Properties(Map<AddressSetDeclaration, AddressSet> bound) {
      this.bound = bound;
    }

    @Override
    public Property caseDeliveredTo(DeliveredTo property) {
      return new Property.DeliveredTo(DeclaredName.of(property.getNode()));
    }

    @Override
    public Property caseDropped(Dropped property) {
      return new Property.Dropped();
    }

    @Override
    public Property caseNeverReaches(NeverReaches property) {
      return new Property.NeverReaches(DeclaredName.of(property.getNode()));
    }

    @Override
    public Property caseReplied(Replied property) {
      return new Property.Replied();
    }

    @Override
    public Property caseRefusedBy(RefusedBy property) {
      return new Property.RefusedBy(DeclaredName.of(property.getNode()));
    }

    @Override
    public Property caseEntersBy(EntersBy property) {
      return new Property.EntersBy(Ports.of(property, HKL.getEntersBy_Port()));
    }

    @Override
    public Property caseLeavesBy(LeavesBy property) {
      return new Property.LeavesBy(Ports.of(property, HKL.getLeavesBy_Port()));
    }

    @Override
    public Property caseSymmetricAt(SymmetricAt property) {
      return new Property.SymmetricAt(property.getHost().getName());
    }

    @Override
    public Property caseSourceIn(SourceIn property) {
      String written =
          property.getSources().stream().map(Origins::text).collect(Collectors.joining(", "));
      return new Property.SourceIn(
          Operands.addresses(property.getSources(), bound),
          written,
          Ports.of(property, HKL.getSourceIn_Port()));
    }

    @Override
    public Property caseHoldsConnections(HoldsConnections property) {
      return new Property.HoldsConnections(Words.CONNECTIONS.read(property.getCount()));
    }

    @Override
    public Property caseSameAs(SameAs property) {
      FlowLowering flow = new FlowLowering(origins, bound);
      return new Property.SameAs(
          property.getOther().getImportURI(),
          others.apply(property.getOther()),
          property.getExceptions().stream().map(flow::lower).toList());
    }

    @Override
    public Property caseNoLoop(NoLoop property) {
      return new Property.NoLoop();
    }
  }
}
