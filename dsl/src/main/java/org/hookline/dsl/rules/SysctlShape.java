package org.hookline.dsl.rules;

import com.google.inject.Inject;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.hookline.dsl.hookline.HooklinePackage;
import org.hookline.dsl.hookline.HostDeclaration;
import org.hookline.dsl.hookline.InterfaceDeclaration;
import org.hookline.dsl.hookline.Sysctl;
import org.hookline.dsl.scoping.HostParts;
import org.hookline.dsl.scoping.NearestNames;

/** A sysctl that the language does not know, or a value that it cannot have. */
final class SysctlShape implements TreeRule<Sysctl> {
  private static final HooklinePackage HKL = HooklinePackage.eINSTANCE;

  private final HostParts hosts;

  @Inject
  SysctlShape(HostParts hosts) {
    this.hosts = hosts;
  }

  @Override
  public Class<Sysctl> type() {
    return Sysctl.class;
  }

  @Override
  public List<String> codes() {
    return List.of("unknown-sysctl", "bad-sysctl-value");
  }

  @Override
  public void check(Sysctl sysctl, Findings findings) {
    if (sysctl.getKey() == null || sysctl.getValue() == null) {
      return;
    }
    Optional<SysctlKeys.Kind> kind = SysctlKeys.of(sysctl.getKey());
    if (kind.isEmpty()) {
      Optional<String> near = NearestNames.of(sysctl.getKey(), SysctlKeys.names());
      findings
          .at(sysctl, HKL.getSysctl_Key())
          .error(
              "unknown-sysctl",
              "no sysctl is called '" + sysctl.getKey() + "'",
              near.map(name -> "did you mean '" + name + "'?")
                  .orElse("a name that sysctl -a prints"));
    } else if (!kind.get().takes(sysctl.getValue())) {
      findings
          .at(sysctl, HKL.getSysctl_Value())
          .error(
              "bad-sysctl-value",
              "'" + sysctl.getValue() + "' is no value of " + sysctl.getKey(),
              kind.get().right());
    } else {
      iface(sysctl, findings);
    }
  }

  private void iface(Sysctl sysctl, Findings findings) {
    Optional<String> name = SysctlKeys.iface(sysctl.getKey());
    Optional<HostDeclaration> host = hosts.hostOf(sysctl);
    if (name.isEmpty() || host.isEmpty()) {
      return;
    }
    List<String> known =
        Stream.concat(
                Stream.of("all", "default", "lo"),
                hosts.interfaces(host.get(), sysctl).stream().map(InterfaceDeclaration::getName))
            .toList();
    if (!known.contains(name.get())) {
      findings
          .at(sysctl, HKL.getSysctl_Key())
          .error(
              "unknown-interface",
              "no interface is called '" + name.get() + "' on host " + host.get().getName(),
              "one of: " + String.join(", ", known) + "; a dot in a name is written as a slash");
    }
  }
}
