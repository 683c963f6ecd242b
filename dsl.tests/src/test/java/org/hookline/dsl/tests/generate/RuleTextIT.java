package org.hookline.dsl.tests.generate;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.hookline.addr.Address;
import org.hookline.addr.AddressRange;
import org.hookline.addr.AddressSet;
import org.hookline.addr.Family;
import org.hookline.addr.MaskedMark;
import org.hookline.addr.PortRange;
import org.hookline.addr.Prefix;
import org.hookline.addr.Protocol;
import org.hookline.dsl.generate.Scripts;
import org.hookline.importer.Dump;
import org.hookline.importer.DumpKind;
import org.hookline.importer.HostImport;
import org.hookline.kernel.KernelProfile;
import org.hookline.model.Host;
import org.hookline.model.KernelEntries;
import org.hookline.model.Network;
import org.hookline.model.Sysctls;
import org.hookline.model.rule.Chain;
import org.hookline.model.rule.IptablesTool;
import org.hookline.model.rule.PacketTable;
import org.hookline.model.rule.RejectWith;
import org.hookline.model.rule.Rule;
import org.hookline.model.rule.TableName;
import org.hookline.model.rule.match.Comment;
import org.hookline.model.rule.match.Connmark;
import org.hookline.model.rule.match.CtAddress;
import org.hookline.model.rule.match.CtPort;
import org.hookline.model.rule.match.CtStates;
import org.hookline.model.rule.match.Daddr;
import org.hookline.model.rule.match.Iif;
import org.hookline.model.rule.match.Mark;
import org.hookline.model.rule.match.Match;
import org.hookline.model.rule.match.Oif;
import org.hookline.model.rule.match.Ports;
import org.hookline.model.rule.match.Ports.End;
import org.hookline.model.rule.match.ProtocolIs;
import org.hookline.model.rule.match.Saddr;
import org.hookline.model.rule.target.Accept;
import org.hookline.model.rule.target.ConnmarkRestore;
import org.hookline.model.rule.target.ConnmarkSave;
import org.hookline.model.rule.target.ConnmarkSet;
import org.hookline.model.rule.target.Dnat;
import org.hookline.model.rule.target.Drop;
import org.hookline.model.rule.target.GotoChain;
import org.hookline.model.rule.target.Jump;
import org.hookline.model.rule.target.Log;
import org.hookline.model.rule.target.MarkSet;
import org.hookline.model.rule.target.Masquerade;
import org.hookline.model.rule.target.NatFlag;
import org.hookline.model.rule.target.NatTo;
import org.hookline.model.rule.target.Notrack;
import org.hookline.model.rule.target.Redirect;
import org.hookline.model.rule.target.Reject;
import org.hookline.model.rule.target.Return;
import org.hookline.model.rule.target.Snat;
import org.hookline.model.rule.target.Target;
import org.hookline.packet.CtState;
import org.hookline.source.Origin;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * What both kinds of iptables make of every match and target: what they save is what was written.
 */
class RuleTextIT {

  private static final AddressSet SCATTERED =
      AddressSet.of(
          AddressRange.parse("10.0.0.0/8"),
          AddressRange.parse("192.0.2.3-192.0.2.9"),
          AddressRange.parse("198.51.100.7"));

  private static final List<PortRange> TWENTY =
      IntStream.range(0, 20)
          .mapToObj(i -> new PortRange(100 * i + 1, 100 * i + i % 3 + 1))
          .toList();

  @TempDir Path directory;

  static List<Match> matches() {
    return List.of(
        new Saddr(false, AddressSet.of(Address.parse("192.0.2.1"))),
        new Saddr(true, AddressSet.of(AddressRange.parse("192.0.2.0/24"))),
        new Saddr(false, AddressSet.all(Family.IPV4)),
        new Saddr(false, SCATTERED),
        new Saddr(true, SCATTERED),
        new Daddr(false, AddressSet.of(AddressRange.parse("192.0.2.3-192.0.2.9"))),
        new Daddr(true, AddressSet.of(AddressRange.parse("192.0.2.3-192.0.2.9"))),
        new Iif(false, "eth0"),
        new Iif(true, "eth+"),
        new ProtocolIs(false, Protocol.UDP),
        new ProtocolIs(true, Protocol.TCP),
        new ProtocolIs(false, new Protocol(47)),
        new ProtocolIs(false, new Protocol(253)),
        new Ports(Protocol.TCP, End.DPORT, false, List.of(PortRange.of(80))),
        new Ports(Protocol.TCP, End.SPORT, true, List.of(new PortRange(0, 1023))),
        new Ports(Protocol.TCP, End.DPORT, true, List.of(new PortRange(49152, 65535))),
        new Ports(Protocol.TCP, End.DPORT, true, List.of(new PortRange(20, 21))),
        new Ports(Protocol.TCP, End.DPORT, false, List.of(PortRange.ANY)),
        new Ports(Protocol.UDP, End.DPORT, false, List.of(PortRange.of(53), PortRange.of(123))),
        new Ports(new Protocol(132), End.DPORT, false, List.of(PortRange.of(36412))),
        new Ports(new Protocol(136), End.DPORT, false, List.of(PortRange.of(7))),
        new Ports(Protocol.TCP, End.DPORT, false, TWENTY),
        new Ports(Protocol.TCP, End.DPORT, true, TWENTY),
        new Mark(false, MaskedMark.parse("0x10/0xf0")),
        new Mark(true, MaskedMark.exactly(5)),
        new Connmark(false, MaskedMark.parse("0/0x1")),
        new Connmark(true, MaskedMark.exactly(0xffffffffL)),
        new CtStates(false, Set.of(CtState.NEW, CtState.ESTABLISHED, CtState.INVALID)),
        new CtStates(true, Set.of(CtState.UNTRACKED, CtState.RELATED)),
        new CtAddress(CtAddress.Which.ORIGINAL_DADDR, false, Prefix.parse("192.0.2.0/24")),
        new CtAddress(CtAddress.Which.ORIGINAL_DADDR, true, Prefix.parse("192.0.2.1")),
        new CtPort(CtPort.Which.ORIGINAL_DST, false, PortRange.of(80)),
        new CtPort(CtPort.Which.REPLY_SRC, true, new PortRange(1000, 2000)),
        new Comment("plain"),
        new Comment("two words, \"quoted\", it's \\ and $(reboot) `reboot` # ; | é"));
  }

  private static NatTo to(String addresses, Optional<PortRange> ports, boolean random) {
    return new NatTo(
        Optional.of(AddressRange.parse(addresses)), ports, Optional.empty(), flags(random));
  }

  private static Set<NatFlag> flags(boolean random) {
    return random ? Set.of(NatFlag.RANDOM) : Set.of();
  }

  /** Targets with a table and chain that can have them. */
  static Map<Target, String> targets() {
    Map<Target, String> targets = new TreeMap<>((a, b) -> a.toString().compareTo(b.toString()));
    for (Target target :
        List.of(new Accept(), new Drop(), new Return(), new Jump("user"), new GotoChain("user"))) {
      targets.put(target, "filter FORWARD");
    }
    targets.put(new Log(""), "filter FORWARD");
    targets.put(new Log("it's \"in\": $(x)"), "filter FORWARD");
    for (RejectWith with : RejectWith.values()) {
      targets.put(new Reject(with), "filter FORWARD");
    }
    targets.put(new MarkSet(MaskedMark.parse("0x1/0xff")), "mangle PREROUTING");
    targets.put(new MarkSet(MaskedMark.exactly(7)), "mangle PREROUTING");
    targets.put(new ConnmarkSet(MaskedMark.parse("0x1/0xff")), "mangle PREROUTING");
    targets.put(new ConnmarkSave(0xffffffffL), "mangle PREROUTING");
    targets.put(new ConnmarkRestore(0xff), "mangle PREROUTING");
    targets.put(new Notrack(), "raw PREROUTING");
    Optional<PortRange> ports = Optional.of(new PortRange(1000, 2000));
    targets.put(new Dnat(to("192.0.2.1", Optional.empty(), false)), "nat PREROUTING");
    targets.put(new Dnat(to("192.0.2.1-192.0.2.4", ports, true)), "nat PREROUTING");
    targets.put(
        new Dnat(new NatTo(Optional.empty(), ports, Optional.empty(), Set.of())), "nat PREROUTING");
    targets.put(new Snat(to("192.0.2.1", ports, false)), "nat POSTROUTING");
    targets.put(new Snat(to("192.0.2.1-192.0.2.4", Optional.empty(), true)), "nat POSTROUTING");
    targets.put(new Masquerade(Optional.empty(), Set.of()), "nat POSTROUTING");
    targets.put(new Masquerade(ports, Set.of(NatFlag.RANDOM)), "nat POSTROUTING");
    targets.put(new Redirect(Optional.empty(), Set.of()), "nat PREROUTING");
    targets.put(new Redirect(Optional.of(PortRange.of(8080)), Set.of()), "nat PREROUTING");
    return targets;
  }

  /** The test of the importer loads the rules of that file. */
  @Test
  void everyKindOfMatchAndTargetIsHereOrAmongTheImportedRules() throws IOException {
    Set<Class<?>> kinds = new LinkedHashSet<>();
    matches().forEach(m -> kinds.add(m.getClass()));
    targets().keySet().forEach(t -> kinds.add(t.getClass()));
    for (PacketTable table : imported().packetTables()) {
      for (Chain chain : table.chains()) {
        for (Rule rule : chain.rules()) {
          rule.matches().forEach(m -> kinds.add(m.getClass()));
          kinds.add(rule.target().getClass());
        }
      }
    }
    List<Class<?>> missing = new ArrayList<>();
    missing.addAll(Arrays.asList(Match.class.getPermittedSubclasses()));
    missing.addAll(Arrays.asList(Target.class.getPermittedSubclasses()));
    missing.removeAll(kinds);
    assertThat(missing).isEmpty();
  }

  static Host imported() throws IOException {
    try (InputStream in = RuleTextIT.class.getResourceAsStream("/importer/text/iptables-save")) {
      String text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
      Dump dump = new Dump("iptables-save", text);
      return HostImport.of("h", Map.of(DumpKind.IPTABLES, dump)).host();
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"nft", "legacy"})
  void whatIsSavedIsWhatWasWritten(String variant) throws Exception {
    Path tools = Files.createDirectory(directory.resolve("tools"));
    for (String tool : List.of("save", "restore")) {
      Path real = Path.of("/usr/sbin/iptables-" + variant + "-" + tool);
      Files.writeString(tools.resolve("iptables-" + tool), "#!/bin/sh\nexec " + real + " \"$@\"\n");
      assertThat(tools.resolve("iptables-" + tool).toFile().setExecutable(true)).isTrue();
    }
    Host host = host();
    Path script = Scripts.of(network(host)).writeTo(directory).get("h");
    Map<String, String> environment = Map.of("PATH", tools + ":" + System.getenv("PATH"));
    try (Namespace box = Namespace.open(environment)) {
      box.apply(script);
      List<String> written =
          Files.readAllLines(script.resolveSibling("iptables.rules")).stream()
              .filter(line -> line.startsWith("-A"))
              .sorted()
              .toList();
      List<String> saved =
          box.must("iptables-save").lines().filter(l -> l.startsWith("-A")).sorted().toList();
      assertThat(Namespace.differences(written, saved)).isEmpty();
      assertThat(box.apply(script)).isEmpty();
    }
  }

  static Host host() {
    List<Rule> filter = matches().stream().map(m -> rule(new Accept(), m)).toList();
    Map<String, List<Rule>> byChain = new TreeMap<>();
    byChain.put("filter FORWARD", new ArrayList<>(filter));
    matches().forEach(one -> byChain.get("filter FORWARD").addAll(pairs(one)));
    targets()
        .forEach(
            (target, chain) ->
                byChain
                    .computeIfAbsent(chain, c -> new ArrayList<>())
                    .add(rule(target, new ProtocolIs(false, Protocol.TCP))));
    byChain.get("nat POSTROUTING").add(rule(new Accept(), new Oif(true, "eth0")));
    byChain.put("filter user", List.of());
    List<PacketTable> tables =
        Stream.of(TableName.RAW, TableName.MANGLE, TableName.NAT, TableName.FILTER)
            .map(name -> new PacketTable(name, chains(name, byChain), Origin.NONE))
            .toList();
    return new Host(
        "h",
        KernelProfile.DEFAULT,
        Sysctls.NONE,
        List.of(KernelEntries.loopback()),
        KernelEntries.tables(List.of(KernelEntries.loopback()), KernelProfile.DEFAULT),
        KernelEntries.rules(),
        IptablesTool.NFT,
        tables,
        List.of(),
        List.of(),
        List.of(),
        List.of(),
        Origin.NONE);
  }

  private static List<Rule> pairs(Match one) {
    return matches().stream()
        .map(other -> rule(new Drop(), one, other))
        .filter(rule -> rule.inexpressible().isEmpty())
        .toList();
  }

  private static Rule rule(Target target, Match... matches) {
    return Rule.of(target, Origin.NONE, matches);
  }

  private static List<Chain> chains(TableName table, Map<String, List<Rule>> byChain) {
    return byChain.entrySet().stream()
        .filter(e -> e.getKey().startsWith(table.word() + " "))
        .map(e -> new Chain(e.getKey().split(" ")[1], false, e.getValue(), Origin.NONE))
        .toList();
  }

  static Network network(Host host) {
    return new Network(List.of(host), List.of(), Optional.empty(), List.of(), List.of());
  }
}
