package org.hookline.dsl.rules;

import com.google.inject.Inject;
import com.google.inject.Injector;
import java.util.List;
import java.util.stream.Stream;
import org.eclipse.emf.ecore.EObject;
import org.hookline.dsl.problem.Problems;
import org.hookline.model.Network;

/** All validations; adding one is a file and a line here. */
public final class Rules {
  private static final List<Class<? extends TreeRule<?>>> ON_THE_TREE =
      List.of(
          ActionShape.class,
          AddressShape.class,
          BadName.class,
          ChainLoop.class,
          CyclicService.class,
          CyclicSet.class,
          DuplicateChain.class,
          DuplicateName.class,
          EmptyFile.class,
          EmptySet.class,
          ExtensionShape.class,
          FrameShape.class,
          HairpinSubnet.class,
          HostBits.class,
          ImportCycle.class,
          ImpossibleInterface.class,
          IncompleteCheck.class,
          InterfaceShape.class,
          MalformedWord.class,
          MissingImport.class,
          MixedFamily.class,
          MixedStatus.class,
          NetmapLengths.class,
          NftHook.class,
          NftTarget.class,
          NoInternet.class,
          NoPorts.class,
          NodeExpected.class,
          OutsideOfSegment.class,
          PolicyTable.class,
          PortVlans.class,
          RepeatedOption.class,
          RepeatedSelector.class,
          RouteShape.class,
          SysctlShape.class,
          TableNumber.class,
          TargetNotAllowed.class,
          TooNew.class,
          TwoSegments.class,
          WrongChain.class);

  private static final List<NetworkRule> ON_THE_NETWORK =
      List.of(
          new DeadRule(),
          new DuplicateAddress(),
          new DuplicateRoute(),
          new TooNewHere(),
          new LostInterface(),
          new OffLinkGateway(),
          new OverlappingSubnets());

  private static final NetworkRule LAST = new Unwritable();

  private final List<? extends TreeRule<?>> rules;

  @Inject
  public Rules(Injector injector) {
    this.rules = ON_THE_TREE.stream().map(injector::getInstance).toList();
  }

  /** The codes that rules report, sorted. */
  public List<String> codes() {
    return Stream.concat(
            rules.stream().flatMap(rule -> rule.codes().stream()),
            Stream.concat(ON_THE_NETWORK.stream(), Stream.of(LAST))
                .flatMap(rule -> rule.codes().stream()))
        .distinct()
        .sorted()
        .toList();
  }

  /** Checks a network as a whole; whether it can be written only when nothing else is wrong. */
  public void check(Network network, Problems problems) {
    ON_THE_NETWORK.forEach(rule -> rule.check(network, problems));
    if (!problems.hasErrors()) {
      LAST.check(network, problems);
    }
  }

  /** Checks an element and everything in it. */
  public void check(EObject root, Findings findings) {
    Stream.Builder<EObject> all = Stream.builder();
    all.add(root);
    root.eAllContents().forEachRemaining(all);
    all.build().forEach(element -> rules.forEach(rule -> check(rule, element, findings)));
  }

  private static <T extends EObject> void check(
      TreeRule<T> rule, EObject element, Findings findings) {
    if (rule.type().isInstance(element)) {
      rule.check(rule.type().cast(element), findings);
    }
  }
}
