package org.hookline.dsl.lower;

import com.google.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.eclipse.emf.ecore.util.EcoreUtil;
import org.hookline.dsl.hookline.CheckDeclaration;
import org.hookline.dsl.hookline.Declaration;
import org.hookline.dsl.hookline.HooklinePackage;
import org.hookline.dsl.hookline.HostDeclaration;
import org.hookline.dsl.hookline.Import;
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
  /** Code of the help page for a file that cannot be compared with. */
  public static final String COMPARED = "compared-file";

  private static final HooklinePackage HKL = HooklinePackage.eINSTANCE;
  private static final Network EMPTY =
      new Network(List.of(), List.of(), Optional.empty(), List.of(), List.of());

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
    Function<Import, Network> others = other -> compared(other, origins, problems);
    return lower(new Declarations(root, origins, new Removals(origins, problems), others));
  }

  /** The network of a file that a check compares with, without checks of its own. */
  private Network compared(Import written, Origins origins, Problems problems) {
    Optional<NetworkFile> file = files.imported(written);
    file.ifPresent(root -> EcoreUtil.resolveAll(root.eResource()));
    if (file.filter(root -> root.eResource().getErrors().isEmpty()).isEmpty()) {
      problems.error(
          COMPARED,
          origins.whole(written),
          "\"" + written.getImportURI() + "\" has errors itself",
          "hookline check says which");
      return EMPTY;
    }
    Removals removals = new Removals(origins, problems);
    Network whole = lower(new Declarations(file.get(), origins, removals, other -> EMPTY));
    return new Network(whole.hosts(), whole.segments(), whole.internet(), List.of(), List.of());
  }

  private Network lower(Declarations all) {
    NetworkFile root = all.root;
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
    private final Function<Import, Network> others;
    private final List<Host> hosts = new ArrayList<>();
    private final List<Segment> segments = new ArrayList<>();
    private final List<Check> checks = new ArrayList<>();
    private final List<Simulation> simulations = new ArrayList<>();
    private Optional<Internet> internet = Optional.empty();

    Declarations(
        NetworkFile root, Origins origins, Removals removals, Function<Import, Network> others) {
      this.others = others;
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
      checks.addAll(new CheckLowering(origins, others).lower(check));
      return true;
    }

    @Override
    public Boolean caseSimulationDeclaration(SimulationDeclaration simulation) {
      simulations.add(new SimulationLowering(origins).lower(simulation));
      return true;
    }
  }
}
