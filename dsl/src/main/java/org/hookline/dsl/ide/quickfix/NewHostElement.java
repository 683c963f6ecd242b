package org.hookline.dsl.ide.quickfix;

import com.google.inject.Inject;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.eclipse.emf.ecore.EObject;
import org.eclipse.xtext.EcoreUtil2;
import org.hookline.dsl.hookline.HostAmendment;
import org.hookline.dsl.hookline.HostDeclaration;
import org.hookline.dsl.hookline.HostElement;
import org.hookline.dsl.hookline.InterfaceDeclaration;
import org.hookline.dsl.hookline.TableDeclaration;
import org.hookline.dsl.ide.layout.Block;
import org.hookline.dsl.ide.layout.OwnLine;
import org.hookline.dsl.ide.text.FileEdits;
import org.hookline.dsl.scoping.HostParts;
import org.hookline.dsl.scoping.PortName;
import org.hookline.dsl.scoping.VisibleFiles;
import org.hookline.model.Port;

/** New interfaces and tables, in the host that the name was looked for in. */
final class NewHostElement {
  private static final long FIRST_TABLE = 100;

  private final HostParts hosts;
  private final VisibleFiles files;

  @Inject
  NewHostElement(HostParts hosts, VisibleFiles files) {
    this.hosts = hosts;
    this.files = files;
  }

  /** {@code eth0.95} becomes a VLAN of {@code eth0} when there is one. */
  Optional<FileEdits> iface(UnknownName unknown) {
    Optional<HostDeclaration> inside = hosts.hostOf(unknown.element());
    Port port = PortName.parse(unknown.name());
    String name = inside.isPresent() ? unknown.name() : port.iface();
    return inside
        .or(() -> named(port.host(), unknown.element()))
        .filter(host -> !name.isEmpty())
        .flatMap(
            host ->
                insert(
                    host,
                    unknown.element(),
                    InterfaceDeclaration.class,
                    "interface " + name + vlan(name, host, unknown.element())));
  }

  private Optional<HostDeclaration> named(String name, EObject from) {
    return files.declarations(from, HostDeclaration.class).stream()
        .filter(host -> name.equals(host.getName()))
        .findFirst();
  }

  private String vlan(String name, HostDeclaration host, EObject from) {
    int dot = name.lastIndexOf('.');
    String id = name.substring(dot + 1);
    boolean parent =
        dot > 0
            && id.matches("[0-9]{1,4}")
            && hosts.interfaces(host, from).stream()
                .anyMatch(i -> name.substring(0, dot).equals(i.getName()));
    return parent ? " vlan " + id + " on " + name.substring(0, dot) : "";
  }

  /** With the next free number. */
  Optional<FileEdits> table(UnknownName unknown) {
    return hosts
        .hostOf(unknown.element())
        .flatMap(
            host ->
                insert(
                    host,
                    unknown.element(),
                    TableDeclaration.class,
                    "table " + unknown.name() + " " + free(host, unknown.element()) + " { }"));
  }

  private long free(HostDeclaration host, EObject from) {
    return Math.max(
        FIRST_TABLE,
        1
            + tables(host, from)
                .map(TableDeclaration::getNumber)
                .filter(number -> number != null && number.matches("[0-9]{1,9}"))
                .mapToLong(Long::parseLong)
                .filter(number -> number < 253)
                .max()
                .orElse(FIRST_TABLE - 1));
  }

  private Stream<TableDeclaration> tables(HostDeclaration host, EObject from) {
    return EcoreUtil2.typeSelect(hosts.elements(host, from), TableDeclaration.class).stream();
  }

  /** Behind the last one of its kind in the block that the name stands in, or else of the host. */
  private Optional<FileEdits> insert(
      HostDeclaration host, EObject from, Class<? extends HostElement> kind, String line) {
    HostAmendment amendment = EcoreUtil2.getContainerOfType(from, HostAmendment.class);
    List<HostElement> elements = amendment == null ? host.getElements() : amendment.getElements();
    List<? extends HostElement> same = EcoreUtil2.typeSelect(elements, kind);
    if (!same.isEmpty() && OwnLine.has(same.get(same.size() - 1))) {
      return Optional.of(Block.after(same.get(same.size() - 1), List.of(line)));
    }
    return Block.of(amendment == null ? host : amendment).map(b -> b.append(List.of(line)));
  }
}
