package org.hookline.dsl.scoping;

import com.google.inject.Inject;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.eclipse.emf.ecore.EClass;
import org.eclipse.emf.ecore.EObject;
import org.eclipse.emf.ecore.EReference;
import org.eclipse.emf.ecore.util.EcoreUtil;
import org.eclipse.xtext.EcoreUtil2;
import org.eclipse.xtext.naming.QualifiedName;
import org.eclipse.xtext.resource.EObjectDescription;
import org.eclipse.xtext.resource.IEObjectDescription;
import org.eclipse.xtext.scoping.IScope;
import org.eclipse.xtext.scoping.IScopeProvider;
import org.eclipse.xtext.scoping.impl.MapBasedScope;
import org.eclipse.xtext.util.OnChangeEvictingCache;
import org.eclipse.xtext.util.Tuples;
import org.hookline.dsl.hookline.AddressSetDeclaration;
import org.hookline.dsl.hookline.ChainBlock;
import org.hookline.dsl.hookline.CheckDeclaration;
import org.hookline.dsl.hookline.EndpointAction;
import org.hookline.dsl.hookline.FrameTableBlock;
import org.hookline.dsl.hookline.FromAny;
import org.hookline.dsl.hookline.HooklinePackage;
import org.hookline.dsl.hookline.HostDeclaration;
import org.hookline.dsl.hookline.HostElement;
import org.hookline.dsl.hookline.InterfaceDeclaration;
import org.hookline.dsl.hookline.NftTableBlock;
import org.hookline.dsl.hookline.Node;
import org.hookline.dsl.hookline.PacketTableBlock;
import org.hookline.dsl.hookline.TableDeclaration;

/**
 * What a name may refer to: names of its file and the files it imports, and of the host it stands
 * in; nothing else. An earlier declaration of a name wins over a later one.
 */
public class VisibleNames implements IScopeProvider {
  private static final HooklinePackage HKL = HooklinePackage.eINSTANCE;

  private final VisibleFiles files;
  private final HostParts hosts;
  private final KernelLibrary library;
  private final OnChangeEvictingCache cache;

  @Inject
  public VisibleNames(
      VisibleFiles files, HostParts hosts, KernelLibrary library, OnChangeEvictingCache cache) {
    this.files = files;
    this.hosts = hosts;
    this.library = library;
    this.cache = cache;
  }

  @Override
  public IScope getScope(EObject context, EReference reference) {
    EClass type = reference.getEReferenceType();
    if (type == HKL.getInterfaceDeclaration()) {
      return interfaces(context, reference);
    }
    if (type == HKL.getTableDeclaration()) {
      return ofHost(context, TableDeclaration.class);
    }
    if (type == HKL.getChainBlock()) {
      return chains(context);
    }
    if (type == HKL.getFrameChain()) {
      FrameTableBlock table = EcoreUtil2.getContainerOfType(context, FrameTableBlock.class);
      return table == null ? IScope.NULLSCOPE : inside(context, table, table.getChains());
    }
    EObject file = context.eResource().getContents().get(0);
    IScope outer = cached(context, file, type.getName(), () -> global(context, type));
    return type == HKL.getAddressSetDeclaration() ? withVariable(context, outer) : outer;
  }

  /** Inside a check the name behind {@code for} is a set too. */
  private static IScope withVariable(EObject context, IScope outer) {
    CheckDeclaration check = EcoreUtil2.getContainerOfType(context, CheckDeclaration.class);
    AddressSetDeclaration variable = check == null ? null : check.getVariable();
    boolean inside = variable != null && !EcoreUtil.isAncestor(variable, context);
    return inside && variable.getName() != null
        ? MapBasedScope.createScope(outer, List.of(described(variable.getName(), variable)))
        : outer;
  }

  private Map<String, EObject> global(EObject context, EClass type) {
    Map<String, EObject> names = new LinkedHashMap<>();
    for (EObject declaration : files.declarations(context, EObject.class)) {
      if (type.isInstance(declaration)) {
        put(names, declaration);
      }
    }
    for (EObject declaration : library.of(context).getDeclarations()) {
      if (type.isInstance(declaration) && !(declaration instanceof HostDeclaration)) {
        put(names, declaration);
      }
    }
    return names;
  }

  private IScope interfaces(EObject context, EReference reference) {
    if (seenFromOutside(reference)) {
      EObject file = context.eResource().getContents().get(0);
      return cached(context, file, "ports", () -> ports(context));
    }
    if (context instanceof FromAny any) {
      return interfacesOf(any.getHost(), context);
    }
    if (context instanceof EndpointAction action) {
      return interfacesOf(action.getNode(), context);
    }
    return ofHost(context, InterfaceDeclaration.class);
  }

  /** The interfaces of a host that is named beside; the internet has none. */
  private IScope interfacesOf(Node node, EObject context) {
    return node instanceof HostDeclaration host && !host.eIsProxy()
        ? cached(context, host, "interfaces", () -> interfaces(host, context))
        : IScope.NULLSCOPE;
  }

  /** References that name the host too: {@code mirrors.vlan10}. */
  private static boolean seenFromOutside(EReference reference) {
    return reference == HKL.getSegmentDeclaration_Ports()
        || reference == HKL.getLinkDeclaration_Left()
        || reference == HKL.getLinkDeclaration_Right()
        || reference == HKL.getFromOutside_Port()
        || reference == HKL.getEntersBy_Port()
        || reference == HKL.getLeavesBy_Port()
        || reference == HKL.getSourceIn_Port()
        || reference == HKL.getWireExpectation_Port();
  }

  private Map<String, EObject> ports(EObject context) {
    Map<String, EObject> names = new LinkedHashMap<>();
    for (HostDeclaration host : files.declarations(context, HostDeclaration.class)) {
      for (InterfaceDeclaration iface : hosts.interfaces(host, context)) {
        names.putIfAbsent(host.getName() + "." + iface.getName(), iface);
      }
    }
    return names;
  }

  private Map<String, EObject> interfaces(HostDeclaration host, EObject from) {
    Map<String, EObject> names = new LinkedHashMap<>();
    hosts.interfaces(host, from).forEach(iface -> put(names, iface));
    kernelOwn(from, InterfaceDeclaration.class).forEach(iface -> put(names, iface));
    return names;
  }

  /** Interfaces or tables of the host that the context stands in, and the kernel's own. */
  private <T extends HostElement> IScope ofHost(EObject context, Class<T> kind) {
    Optional<HostDeclaration> host = hosts.hostOf(context);
    if (host.isEmpty()) {
      return IScope.NULLSCOPE;
    }
    return cached(
        context,
        host.get(),
        kind.getName(),
        () -> {
          Map<String, EObject> names = new LinkedHashMap<>();
          EcoreUtil2.typeSelect(hosts.elements(host.get(), context), kind)
              .forEach(element -> put(names, element));
          if (!KernelLibrary.contains(context)) {
            kernelOwn(context, kind).forEach(element -> put(names, element));
          }
          return names;
        });
  }

  private <T extends HostElement> List<T> kernelOwn(EObject context, Class<T> kind) {
    List<T> own = new ArrayList<>();
    EcoreUtil2.typeSelect(library.of(context).getDeclarations(), HostDeclaration.class)
        .forEach(host -> own.addAll(EcoreUtil2.typeSelect(host.getElements(), kind)));
    return own;
  }

  /** User chains of the same table of the same host. */
  private IScope chains(EObject context) {
    NftTableBlock nft = EcoreUtil2.getContainerOfType(context, NftTableBlock.class);
    if (nft != null) {
      return inside(context, nft, nft.getChains());
    }
    Optional<HostDeclaration> host = hosts.hostOf(context);
    PacketTableBlock block = EcoreUtil2.getContainerOfType(context, PacketTableBlock.class);
    if (host.isEmpty() || block == null) {
      return IScope.NULLSCOPE;
    }
    return cached(
        context,
        host.get(),
        "chains of " + block.getName(),
        () -> {
          Map<String, EObject> names = new LinkedHashMap<>();
          EcoreUtil2.typeSelect(hosts.elements(host.get(), context), PacketTableBlock.class)
              .stream()
              .filter(table -> table.getName().equals(block.getName()))
              .flatMap(
                  table -> EcoreUtil2.typeSelect(table.getElements(), ChainBlock.class).stream())
              .forEach(chain -> put(names, chain));
          return names;
        });
  }

  /** The chains of a block that nothing else adds to. */
  private IScope inside(EObject context, EObject table, List<? extends EObject> chains) {
    return cached(
        context,
        table,
        "chains",
        () -> {
          Map<String, EObject> names = new LinkedHashMap<>();
          chains.forEach(chain -> put(names, chain));
          return names;
        });
  }

  private static void put(Map<String, EObject> names, EObject element) {
    String name = DeclaredName.of(element);
    if (name != null) {
      names.putIfAbsent(name, element);
    }
  }

  /** Kept with the file that looks: what it adds to an imported host counts for it alone. */
  private IScope cached(EObject context, EObject owner, String what, Names names) {
    return cache.get(
        Tuples.create(VisibleNames.class, owner, what),
        context.eResource(),
        () -> {
          List<IEObjectDescription> all = new ArrayList<>();
          names.get().forEach((name, element) -> all.add(described(name, element)));
          return MapBasedScope.createScope(IScope.NULLSCOPE, all);
        });
  }

  private static IEObjectDescription described(String name, EObject element) {
    return EObjectDescription.create(QualifiedName.create(name), element);
  }

  private interface Names {
    Map<String, EObject> get();
  }
}
