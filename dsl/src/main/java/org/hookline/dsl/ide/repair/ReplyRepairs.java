package org.hookline.dsl.ide.repair;

import com.google.inject.Inject;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.eclipse.emf.ecore.EObject;
import org.eclipse.xtext.resource.XtextResource;
import org.hookline.addr.Address;
import org.hookline.dsl.hookline.MarkDeclaration;
import org.hookline.dsl.ide.text.FileEdits;
import org.hookline.dsl.scoping.VisibleFiles;
import org.hookline.model.Host;
import org.hookline.model.route.PolicyRule;

/**
 * Ways to send the replies of published addresses out by the uplink that they were asked on. Each
 * is an edit that may or may not help; whether it does is for the checker to say.
 */
public final class ReplyRepairs {
  private final VisibleFiles files;

  @Inject
  ReplyRepairs(VisibleFiles files) {
    this.files = files;
  }

  /** An edit with what it does. */
  public record Repair(String title, FileEdits edits) {}

  /** All ways for these addresses of one host, the simplest first. */
  public List<Repair> of(List<Published> published, XtextResource file) {
    Map<Address, Published> byTarget = new LinkedHashMap<>();
    Set<Address> ambiguous = new LinkedHashSet<>();
    for (Published each : published) {
      Published other = byTarget.putIfAbsent(each.target(), each);
      if (other != null && !other.table().name().equals(each.table().name())) {
        ambiguous.add(each.target());
      }
    }
    byTarget.keySet().removeAll(ambiguous);
    byTarget.values().removeIf(ReplyRepairs::isRouted);
    List<Repair> repairs = new ArrayList<>();
    if (!byTarget.isEmpty()) {
      List<Published> missing = List.copyOf(byTarget.values());
      repairs.add(rules(missing, file, false));
      repairs.add(rules(missing, file, true));
    }
    if (published.stream().noneMatch(each -> each.inside().isEmpty())) {
      repairs.add(connmark(published, file));
    }
    return repairs;
  }

  /** Whether a rule sends the target's packets to the uplink's table already. */
  private static boolean isRouted(Published published) {
    return published.host().rules().stream().anyMatch(rule -> routes(rule, published));
  }

  private static boolean routes(PolicyRule rule, Published published) {
    return rule.action().lookedUp().filter(published.table().name()::equals).isPresent()
        && rule.selector().from().filter(from -> from.contains(published.target())).isPresent();
  }

  private static Repair rules(List<Published> missing, XtextResource file, boolean mainFirst) {
    HostPatch patch = new HostPatch();
    for (Published each : missing) {
      patch.rule("from " + each.target() + " lookup " + each.table().name());
    }
    if (mainFirst) {
      patch.rule("lookup main suppress_prefixlength 0");
    }
    boolean one = missing.size() == 1;
    String title =
        "Route replies "
            + (one ? "from " + missing.get(0).target() + " " : "")
            + "by their uplink: add "
            + (one ? "an ip rule" : missing.size() + " ip rules")
            + (mainFirst ? " behind main's own routes" : "");
    return new Repair(title, patch.into(file, host(missing).name()));
  }

  private Repair connmark(List<Published> published, XtextResource file) {
    Map<String, Published> uplinks = new LinkedHashMap<>();
    Set<String> insides = new LinkedHashSet<>();
    for (Published each : published) {
      uplinks.putIfAbsent(each.uplink(), each);
      insides.add(each.inside());
    }
    Set<String> taken = marks(file.getContents().get(0));
    HostPatch patch = new HostPatch();
    uplinks.forEach(
        (uplink, each) -> {
          String mark = free("via-" + each.table().name(), taken);
          patch.mark("mark " + mark + " = " + each.table().id());
          patch.prerouting("iif " + uplink + " ct state new ct mark set " + mark);
          patch.rule("fwmark " + mark + " lookup " + each.table().name());
        });
    insides.forEach(inside -> patch.prerouting("iif " + inside + " mark set ct mark"));
    return new Repair(
        "Let connections remember their uplink: add marks and ip rules",
        patch.into(file, host(published).name()));
  }

  private static Host host(List<Published> published) {
    return published.get(0).host();
  }

  private Set<String> marks(EObject root) {
    Set<String> names = new LinkedHashSet<>();
    files.declarations(root, MarkDeclaration.class).forEach(mark -> names.add(mark.getName()));
    return names;
  }

  private static String free(String name, Set<String> taken) {
    String free = name;
    for (int i = 2; !taken.add(free); i++) {
      free = name + "-" + i;
    }
    return free;
  }
}
