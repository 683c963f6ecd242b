package org.hookline.dsl.scoping;

import com.google.inject.Inject;
import com.google.inject.Provider;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.eclipse.emf.ecore.EClass;
import org.eclipse.emf.ecore.EObject;
import org.eclipse.emf.ecore.EReference;
import org.eclipse.xtext.diagnostics.DiagnosticMessage;
import org.eclipse.xtext.diagnostics.Severity;
import org.eclipse.xtext.linking.ILinkingDiagnosticMessageProvider;
import org.eclipse.xtext.scoping.IScopeProvider;
import org.hookline.dsl.hookline.AddressProperty;
import org.hookline.dsl.hookline.HooklinePackage;
import org.hookline.dsl.hookline.HostDeclaration;

/** What is said about a name that refers to nothing. */
public class UnknownNames implements ILinkingDiagnosticMessageProvider {
  private static final HooklinePackage HKL = HooklinePackage.eINSTANCE;
  private static final int SHOWN = 8;

  /** Code and noun of each kind of thing that a name can refer to. */
  private static final Map<EClass, Kind> KINDS =
      Map.of(
          HKL.getAddressSetDeclaration(), new Kind("unknown-set", "address or set"),
          HKL.getServiceDeclaration(), new Kind("unknown-service", "service or port"),
          HKL.getMarkDeclaration(), new Kind("unknown-mark", "mark"),
          HKL.getHostDeclaration(), new Kind("unknown-host", "host"),
          HKL.getNode(), new Kind("unknown-host", "host"),
          HKL.getInterfaceDeclaration(), new Kind("unknown-interface", "interface"),
          HKL.getTableDeclaration(), new Kind("unknown-table", "routing table"),
          HKL.getChainBlock(), new Kind("unknown-chain", "chain of this table"),
          HKL.getFrameChain(), new Kind("unknown-chain", "chain of this table"),
          HKL.getSegmentDeclaration(), new Kind("unknown-segment", "segment"));

  /** The codes of all unknown names. */
  public static List<String> codes() {
    return KINDS.values().stream().map(Kind::code).distinct().sorted().toList();
  }

  /** What a reference looks for, as a noun: host, interface. */
  public static String noun(EReference reference) {
    return KINDS.get(reference.getEReferenceType()).noun();
  }

  private final Provider<IScopeProvider> scopes;
  private final HostParts hosts;
  private final VisibleFiles files;

  @Inject
  public UnknownNames(Provider<IScopeProvider> scopes, HostParts hosts, VisibleFiles files) {
    this.files = files;
    this.scopes = scopes;
    this.hosts = hosts;
  }

  @Override
  public DiagnosticMessage getUnresolvedProxyMessage(ILinkingDiagnosticContext link) {
    Kind kind = KINDS.get(link.getReference().getEReferenceType());
    String text = "no " + kind.noun() + " is called '" + link.getLinkText() + "'" + place(link);
    return new DiagnosticMessage(text, Severity.ERROR, kind.code(), hint(link));
  }

  private String place(ILinkingDiagnosticContext link) {
    boolean ofHost =
        List.of(HKL.getInterfaceDeclaration(), HKL.getTableDeclaration(), HKL.getChainBlock())
            .contains(link.getReference().getEReferenceType());
    return ofHost
        ? hosts.hostOf(link.getContext()).map(host -> " on host " + host.getName()).orElse("")
        : "";
  }

  private String hint(ILinkingDiagnosticContext link) {
    Optional<String> host = hostInstead(link);
    if (host.isPresent()) {
      return host.get();
    }
    List<String> known = known(link.getContext(), link);
    Optional<String> near = NearestNames.of(link.getLinkText(), known.stream());
    if (near.isPresent()) {
      return "did you mean '" + near.get() + "'?";
    }
    if (known.isEmpty()) {
      return "none is declared in this file or its imports";
    }
    String some = String.join(", ", known.subList(0, Math.min(SHOWN, known.size())));
    return "one of: " + some + (known.size() > SHOWN ? ", …" : "");
  }

  /** A host's name where addresses are asked for: a host has several. */
  private Optional<String> hostInstead(ILinkingDiagnosticContext link) {
    if (link.getReference().getEReferenceType() != HKL.getAddressSetDeclaration()) {
      return Optional.empty();
    }
    return files.declarations(link.getContext(), HostDeclaration.class).stream()
        .filter(host -> link.getLinkText().equals(host.getName()))
        .findFirst()
        .map(host -> "'" + host.getName() + "' is a host; write " + addresses(host, link));
  }

  private String addresses(HostDeclaration host, ILinkingDiagnosticContext link) {
    String own =
        hosts.interfaces(host, link.getContext()).stream()
            .flatMap(iface -> iface.getProperties().stream())
            .filter(AddressProperty.class::isInstance)
            .flatMap(property -> ((AddressProperty) property).getAddresses().stream())
            .map(entry -> entry.getPrefix().replaceFirst("/.*", ""))
            .limit(SHOWN)
            .collect(Collectors.joining(", "));
    return own.isEmpty() ? "an address" : "its address: " + own;
  }

  private List<String> known(EObject context, ILinkingDiagnosticContext link) {
    List<String> names = new ArrayList<>();
    scopes
        .get()
        .getScope(context, link.getReference())
        .getAllElements()
        .forEach(element -> names.add(element.getName().toString()));
    return names;
  }

  private record Kind(String code, String noun) {}
}
