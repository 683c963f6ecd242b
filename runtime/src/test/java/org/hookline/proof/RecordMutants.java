package org.hookline.proof;

import static org.hookline.proof.HostBend.chains;
import static org.hookline.proof.HostBend.packetRules;
import static org.hookline.proof.HostBend.routes;
import static org.hookline.proof.HostBend.ruleList;
import static org.hookline.proof.HostBend.rules;
import static org.hookline.proof.HostBend.sysctls;
import static org.hookline.proof.Mutant.ofHost;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.UnaryOperator;
import org.hookline.addr.AddressRange;
import org.hookline.addr.MaskedMark;
import org.hookline.model.Host;
import org.hookline.model.Setting;
import org.hookline.model.route.PolicyRule;
import org.hookline.model.route.Route;
import org.hookline.model.route.RouteType;
import org.hookline.model.route.RuleAction;
import org.hookline.model.route.Selector;
import org.hookline.model.rule.Chain;
import org.hookline.model.rule.Rule;
import org.hookline.model.rule.match.CtAddress;
import org.hookline.model.rule.match.Daddr;
import org.hookline.model.rule.match.Mark;
import org.hookline.model.rule.match.Match;
import org.hookline.model.rule.target.Accept;
import org.hookline.model.rule.target.ConnmarkRestore;
import org.hookline.model.rule.target.ConnmarkSave;
import org.hookline.model.rule.target.Drop;
import org.hookline.model.rule.target.GotoChain;
import org.hookline.model.rule.target.Jump;
import org.hookline.model.rule.target.Log;
import org.hookline.model.rule.target.MarkSet;
import org.hookline.model.rule.target.Masquerade;
import org.hookline.model.rule.target.NatTo;
import org.hookline.model.rule.target.Notrack;
import org.hookline.model.rule.target.Reject;
import org.hookline.model.rule.target.Return;
import org.hookline.model.rule.target.Snat;
import org.hookline.model.rule.target.Target;

/** Mistakes in what a route, a rule or a setting means. */
final class RecordMutants {
  private RecordMutants() {}

  static List<Mutant> all() {
    List<Mutant> all = new ArrayList<>(routing());
    all.addAll(settings());
    all.addAll(tables());
    return all;
  }

  private static List<Mutant> routing() {
    return List.of(
        ofHost("policy rules are asked backwards", RecordMutants::backwards),
        ofHost("the higher metric wins", h -> routes(h, RecordMutants::otherMetric)),
        ofHost("suppress_prefixlength is ignored", h -> rules(h, RecordMutants::unsuppressed)),
        ofHost("goto is ignored", h -> rules(h, RecordMutants::stay)),
        ofHost("a throw route ends the lookup", typed(RouteType.THROW, RouteType.UNREACHABLE)),
        ofHost("a blackhole is answered", typed(RouteType.BLACKHOLE, RouteType.UNREACHABLE)),
        ofHost("prohibit says unreachable", typed(RouteType.PROHIBIT, RouteType.UNREACHABLE)),
        ofHost("not is ignored", selector(s -> with(s, false, s.iif(), s.fwmark()))),
        ofHost("iif is ignored", selector(s -> with(s, s.not(), Optional.empty(), s.fwmark()))),
        ofHost(
            "the mask of fwmark is ignored",
            selector(
                s ->
                    with(
                        s, s.not(), s.iif(), s.fwmark().map(m -> MaskedMark.exactly(m.value()))))));
  }

  private static List<Mutant> settings() {
    return List.of(
        ofHost("rp_filter is the minimum of all and the interface", RecordMutants::minimum),
        ofHost("strict is loose", h -> sysctls(h, s -> replaced(s, "rp_filter", "1", "2"))),
        ofHost("loose is off", h -> sysctls(h, s -> replaced(s, "rp_filter", "2", "0"))),
        ofHost("loose is strict", h -> sysctls(h, s -> replaced(s, "rp_filter", "2", "1"))),
        ofHost("src_valid_mark is ignored", h -> without(h, "src_valid_mark")),
        ofHost("src_valid_mark is on", h -> added(h, "net.ipv4.conf.all.src_valid_mark")),
        ofHost("accept_local is ignored", h -> without(h, "accept_local")),
        ofHost("route_localnet is ignored", h -> without(h, "route_localnet")),
        ofHost("every interface forwards alike", h -> without(h, "forwarding")),
        ofHost("every host forwards", h -> added(h, "net.ipv4.ip_forward")),
        ofHost("conntrack is always loose", h -> without(h, "nf_conntrack_tcp_loose")));
  }

  private static List<Mutant> tables() {
    return List.of(
        ofHost("connmark is not restored", targets(ConnmarkRestore.class, t -> new Log(""))),
        ofHost(
            "all bits of a mark are saved",
            targets(ConnmarkSave.class, t -> new ConnmarkSave(MaskedMark.ALL))),
        ofHost(
            "all bits of a mark are restored",
            targets(ConnmarkRestore.class, t -> new ConnmarkRestore(MaskedMark.ALL))),
        ofHost(
            "a mark's bits are set, not flipped",
            targets(
                MarkSet.class,
                t ->
                    new MarkSet(
                        new MaskedMark(t.mark().value(), t.mark().mask() | t.mark().value())))),
        ofHost("return is accept", targets(Return.class, t -> new Accept())),
        ofHost("a goto is a jump", targets(GotoChain.class, t -> new Jump(t.chain()))),
        ofHost("a jump is a goto", targets(Jump.class, t -> new GotoChain(t.chain()))),
        ofHost("reject is silent", targets(Reject.class, t -> new Drop())),
        ofHost("notrack is ignored", targets(Notrack.class, t -> new Accept())),
        ofHost("policies accept", h -> chains(h, RecordMutants::accepting)),
        ofHost("the last rule that matches decides", h -> chains(h, RecordMutants::reversed)),
        ofHost(
            "the original destination is the present one",
            matches(
                CtAddress.class,
                m -> new Daddr(m.negated(), org.hookline.addr.AddressSet.of(m.prefix().range())))),
        ofHost(
            "a match below a mask ignores the bits outside",
            matches(
                Mark.class,
                m ->
                    new Mark(
                        m.negated(),
                        new MaskedMark(m.mark().value() & m.mark().mask(), m.mark().mask())))),
        ofHost("masquerading takes the route's source", RecordMutants::byRoute));
  }

  private static Host backwards(Host host) {
    return ruleList(
        host,
        rules -> {
          List<PolicyRule> written = rules.stream().filter(r -> r.origin().known()).toList();
          List<PolicyRule> turned = new ArrayList<>(written);
          Collections.reverse(turned);
          List<PolicyRule> all = new ArrayList<>(rules);
          for (int i = 0; i < written.size(); i++) {
            all.set(rules.indexOf(written.get(i)), turned.get(i));
          }
          return all;
        });
  }

  private static Route otherMetric(Route r) {
    return new Route(
        r.type(),
        r.destination(),
        r.hops(),
        r.source(),
        1000 - r.metric(),
        r.tos(),
        r.byKernel(),
        r.origin());
  }

  private static PolicyRule acting(PolicyRule rule, RuleAction action) {
    return new PolicyRule(rule.preference(), rule.selector(), action, rule.origin());
  }

  private static PolicyRule unsuppressed(PolicyRule rule) {
    return rule.action() instanceof RuleAction.Lookup lookup
        ? acting(rule, new RuleAction.Lookup(lookup.table(), OptionalInt.empty()))
        : rule;
  }

  private static PolicyRule stay(PolicyRule rule) {
    return rule.action() instanceof RuleAction.Goto ? acting(rule, new RuleAction.Nop()) : rule;
  }

  private static UnaryOperator<Host> typed(RouteType from, RouteType to) {
    return host ->
        routes(
            host,
            r ->
                new Route(
                    r.type() == from ? to : r.type(),
                    r.destination(),
                    r.hops(),
                    r.source(),
                    r.metric(),
                    r.tos(),
                    r.byKernel(),
                    r.origin()));
  }

  private static UnaryOperator<Host> selector(UnaryOperator<Selector> change) {
    return host ->
        rules(
            host,
            r ->
                new PolicyRule(r.preference(), change.apply(r.selector()), r.action(), r.origin()));
  }

  private static Selector with(
      Selector s, boolean not, Optional<String> iif, Optional<MaskedMark> fwmark) {
    return new Selector(
        not,
        s.from(),
        s.to(),
        iif,
        s.oif(),
        fwmark,
        s.tos(),
        s.ipproto(),
        s.sport(),
        s.dport(),
        s.uidrange());
  }

  /** The host with rp_filter of each interface as the smaller of the two. */
  private static Host minimum(Host host) {
    return sysctls(
        host,
        settings -> {
          int all = host.sysctls().number("net.ipv4.conf.all.rp_filter");
          settings.remove("net.ipv4.conf.all.rp_filter");
          host.interfaces()
              .forEach(
                  i -> {
                    String key = "net.ipv4.conf." + i.name() + ".rp_filter";
                    int least = Math.min(all, host.sysctls().number(key));
                    settings.put(key, new Setting("" + least, host.origin()));
                  });
          return settings;
        });
  }

  private static Map<String, Setting> replaced(
      Map<String, Setting> settings, String key, String from, String to) {
    settings.replaceAll(
        (name, s) ->
            name.endsWith("." + key) && s.value().equals(from) ? new Setting(to, s.origin()) : s);
    return settings;
  }

  private static Host without(Host host, String key) {
    return sysctls(
        host,
        settings -> {
          settings.keySet().removeIf(name -> name.endsWith("." + key));
          return settings;
        });
  }

  private static Host added(Host host, String name) {
    return sysctls(
        host,
        settings -> {
          settings.put(name, new Setting("1", host.origin()));
          return settings;
        });
  }

  private static <T extends Target> UnaryOperator<Host> targets(
      Class<T> kind, java.util.function.Function<T, Target> change) {
    return host ->
        packetRules(
            host,
            r ->
                kind.isInstance(r.target())
                    ? new Rule(
                        r.matches(), change.apply(kind.cast(r.target())), r.policy(), r.origin())
                    : r);
  }

  private static <M extends Match> UnaryOperator<Host> matches(
      Class<M> kind, java.util.function.Function<M, Match> change) {
    return host ->
        packetRules(
            host,
            r ->
                new Rule(
                    r.matches().stream()
                        .map(m -> kind.isInstance(m) ? change.apply(kind.cast(m)) : m)
                        .toList(),
                    r.target(),
                    r.policy(),
                    r.origin()));
  }

  private static Chain accepting(Chain chain) {
    return new Chain(chain.name(), false, chain.rules(), chain.origin());
  }

  private static Chain reversed(Chain chain) {
    List<Rule> rules = new ArrayList<>(chain.rules());
    Collections.reverse(rules);
    return new Chain(chain.name(), chain.policyDrop(), rules, chain.origin());
  }

  /** MASQUERADE as SNAT to the {@code src} of a route in main. */
  private static Host byRoute(Host host) {
    Optional<AddressRange> source =
        host.table("main").stream()
            .flatMap(t -> t.routes().stream())
            .filter(r -> !r.byKernel())
            .flatMap(r -> r.source().stream())
            .map(a -> new AddressRange(a, a))
            .findFirst();
    return source.isEmpty()
        ? host
        : targets(Masquerade.class, t -> new Snat(new NatTo(source, t.ports(), false))).apply(host);
  }
}
