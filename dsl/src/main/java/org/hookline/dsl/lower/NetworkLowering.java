package org.hookline.dsl.lower;

import com.google.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.hookline.dsl.hookline.CheckDeclaration;
import org.hookline.dsl.hookline.Declaration;
import org.hookline.dsl.hookline.HooklinePackage;
import org.hookline.dsl.hookline.HostDeclaration;
import org.hookline.dsl.hookline.InternetDeclaration;
import org.hookline.dsl.hookline.LinkDeclaration;
import org.hookline.dsl.hookline.NetworkFile;
import org.hookline.dsl.hookline.SegmentDeclaration;
import org.hookline.dsl.hookline.SimulationDeclaration;
import org.hookline.dsl.hookline.util.HooklineSwitch;
import org.hookline.dsl.problem.Problems;
import org.hookline.dsl.scoping.HostParts;
import org.hookline.dsl.scoping.VisibleFiles;
import org.hookline.model.Host;
import org.hookline.model.Internet;
import org.hookline.model.Network;
import org.hookline.model.Port;
import org.hookline.model.Segment;
import org.hookline.model.flow.Simulation;
import org.hookline.model.property.Check;

/**
 * The one place where the text becomes records; nothing after it sees an element of the syntax
 * tree. Expects a text that parsed, linked and passed the rules on the tree.
 */
public final class NetworkLowering {
  private static final HooklinePackage HKL = HooklinePackage.eINSTANCE;

  private final VisibleFiles files;
  private final HostParts parts;

  @Inject
  public NetworkLowering(VisibleFiles files, HostParts parts) {
    this.files = files;
    this.parts = parts;
  }

  /**
   * The network of a file and everything it imports.
   *
   * @param problems gets amendments that do not fit what they amend
   */
  public Network lower(NetworkFile root, Origins origins, Problems problems) {
    Declarations all = new Declarations(root, origins, new Removals(origins, problems));
    for (NetworkFile file : files.of(root)) {
      for (Declaration declaration : file.getDeclarations()) {
        all.doSwitch(declaration);
      }
    }
    return new Network(
        List.copyOf(all.hosts),
        List.copyOf(all.segments),
        all.internet,
        List.copyOf(all.checks),
        List.copyOf(all.simulations));
  }

  private final class Declarations extends HooklineSwitch<Boolean> {
    private final NetworkFile root;
    private final Origins origins;
    private final Removals removals;
    private final List<Host> hosts = new ArrayList<>();
    private final List<Segment> segments = new ArrayList<>();
    private final List<Check> checks = new ArrayList<>();
    private final List<Simulation> simulations = new ArrayList<>();
    private Optional<Internet> internet = Optional.empty();

    Declarations(NetworkFile root, Origins origins, Removals removals) {
      this.root = root;
      this.origins = origins;
      this.removals = removals;
    }

    @Override
    public Boolean caseHostDeclaration(HostDeclaration host) {
      hosts.add(new HostLowering(origins, removals).lower(host, parts.elements(host, root)));
      return true;
    }

    @Override
    public Boolean caseSegmentDeclaration(SegmentDeclaration segment) {
      List<Port> ports =
          IntStream.range(0, segment.getPorts().size())
              .mapToObj(i -> Ports.of(segment, HKL.getSegmentDeclaration_Ports(), i))
              .toList();
      segments.add(new Segment(segment.getName(), ports, origins.of(segment)));
      return true;
    }

    @Override
    public Boolean caseLinkDeclaration(LinkDeclaration link) {
      Port left = Ports.of(link, HKL.getLinkDeclaration_Left());
      Port right = Ports.of(link, HKL.getLinkDeclaration_Right());
      segments.add(new Segment(left + " -- " + right, List.of(left, right), origins.whole(link)));
      return true;
    }

    @Override
    public Boolean caseInternetDeclaration(InternetDeclaration declaration) {
      internet = Optional.of(new InternetLowering(origins).lower(declaration));
      return true;
    }

    @Override
    public Boolean caseCheckDeclaration(CheckDeclaration check) {
      checks.addAll(new CheckLowering(origins).lower(check));
      return true;
    }

    @Override
    public Boolean caseSimulationDeclaration(SimulationDeclaration simulation) {
      simulations.add(new SimulationLowering(origins).lower(simulation));
      return true;
    }
  }
}
