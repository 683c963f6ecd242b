package org.hookline.dsl.tests.generate;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import org.hookline.addr.Address;
import org.hookline.addr.Mac;
import org.hookline.addr.Prefix;
import org.hookline.dsl.generate.Scripts;
import org.hookline.emit.ScriptFile;
import org.hookline.emit.ScriptSet;
import org.hookline.kernel.KernelProfile;
import org.hookline.model.Host;
import org.hookline.model.KernelEntries;
import org.hookline.model.Neighbour;
import org.hookline.model.Network;
import org.hookline.model.Setting;
import org.hookline.model.Sysctls;
import org.hookline.model.Unmodelled;
import org.hookline.model.iface.AddressScope;
import org.hookline.model.iface.Interface;
import org.hookline.model.iface.InterfaceAddress;
import org.hookline.model.iface.InterfaceKind;
import org.hookline.model.iface.LinkSettings;
import org.hookline.model.iface.LinkVlans;
import org.hookline.model.route.NextHop;
import org.hookline.model.route.Route;
import org.hookline.model.route.RouteOptions;
import org.hookline.model.route.RouteTable;
import org.hookline.model.route.RouteType;
import org.hookline.model.rule.Chain;
import org.hookline.model.rule.IptablesTool;
import org.hookline.model.rule.PacketTable;
import org.hookline.model.rule.Rule;
import org.hookline.model.rule.TableName;
import org.hookline.model.rule.UnplayedTable;
import org.hookline.model.rule.match.ByTraffic;
import org.hookline.model.rule.match.Comment;
import org.hookline.model.rule.match.Iif;
import org.hookline.model.rule.target.Aside;
import org.hookline.model.rule.target.Jump;
import org.hookline.model.rule.target.Log;
import org.hookline.source.Origin;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Names and texts that mean something to a shell or tool are refused, or are nothing but text. */
class InjectionTest {

  private static final List<String> NASTY =
      List.of(
          "$(canary)",
          "`canary`",
          "'; canary; '",
          "\"; canary; \"",
          "x; canary",
          "x && canary",
          "x|canary",
          "x\ncanary",
          "x\r\ncanary",
          "x\u2028canary",
          "x\tcanary",
          "x\0canary",
          "-canary",
          "--help",
          "../../canary",
          "/canary",
          ".",
          "..",
          "",
          " ",
          "x canary",
          "#canary",
          "x # canary",
          "\\",
          "x\\",
          "%s%n",
          "eth%d",
          "*",
          "~root",
          "!",
          "x\n-A INPUT -j ACCEPT",
          "x\nCOMMIT\n*raw",
          "x\nroute del default",
          "$IFS",
          "${PATH}",
          "\u001b[31m",
          "é",
          "x".repeat(300));

  private static final List<String> TOOLS =
      List.of(
          "canary", "ip", "sysctl", "iptables-save", "iptables-restore", "id", "reboot", "touch");

  private static final Origin HERE = new Origin("h.hkl", 1, 1, 1);

  @TempDir Path directory;

  @BeforeEach
  void toolsThatOnlyTellThatTheyWereCalled() throws IOException {
    Path tools = Files.createDirectory(directory.resolve("tools"));
    for (String tool : TOOLS) {
      String body = tool.equals("id") ? "echo 0" : "cat >/dev/null";
      Path file = tools.resolve(tool);
      String log = "printf '%s\\n' " + tool + " >>" + directory.resolve("called") + "\n";
      Files.writeString(file, "#!/bin/sh\n" + log + body + "\n");
      assertThat(file.toFile().setExecutable(true)).isTrue();
    }
  }

  @Test
  void nastyTextsInEveryPlaceAreRefusedOrHarmless() throws IOException {
    for (Place place : Place.values()) {
      for (String nasty : NASTY) {
        harmless(place, nasty);
      }
    }
  }

  @Test
  void randomTextsInEveryPlaceAreRefusedOrHarmless() throws IOException {
    long seed = 20261120;
    RandomGenerator random = RandomGeneratorFactory.of("L64X128MixRandom").create(seed);
    String letters = "abcXYZ09 _-+.:/@%!#$&'\"`\\()[]{}<>|;*?~^=,\n\r\t\0é";
    for (int i = 0; i < 300; i++) {
      StringBuilder text = new StringBuilder();
      for (int length = random.nextInt(20); length >= 0; length--) {
        text.append(letters.charAt(random.nextInt(letters.length())));
      }
      Place place = Place.values()[random.nextInt(Place.values().length)];
      harmless(place, text.toString());
    }
  }

  private void harmless(Place place, String nasty) throws IOException {
    String where = place + " '" + nasty + "'";
    ScriptSet scripts = Scripts.of(place.with(nasty));
    if (!scripts.problems().isEmpty()) {
      assertThat(scripts.files()).as(where).isEmpty();
      scripts
          .problems()
          .forEach(
              p -> assertThat(p.message() + p.hint()).as(where).doesNotMatch("(?s).*\\p{Cc}.*"));
      return;
    }
    for (Map.Entry<String, ScriptFile> file : scripts.files().entrySet()) {
      file.getValue().content().lines().forEach(line -> wellFormed(file.getKey(), line, where));
    }
    if (!place.inScript()) {
      return;
    }
    Path run = Files.createTempDirectory(directory, "run");
    Path script = scripts.writeTo(run).values().iterator().next();
    assertThat(script.normalize().startsWith(run)).as(where).isTrue();
    Files.deleteIfExists(directory.resolve("called"));
    Map<String, String> environment =
        Map.of("PATH", directory.resolve("tools") + ":" + System.getenv("PATH"));
    Ended ended = Ended.run(environment, "", List.of("sh", script.toString()));
    assertThat(ended.errors()).as(where).doesNotContain("yntax error", "not found");
    List<String> called = Files.readAllLines(directory.resolve("called"));
    assertThat(called).as(where).contains("ip").doesNotContain("canary", "reboot", "touch");
  }

  private static void wellFormed(String file, String line, String where) {
    String form =
        file.endsWith(".batch")
            ? "(|(address|link|neighbour|route|rule|tuntap) (add|append|del|replace|set) .*)"
            : file.endsWith(".conf")
                ? "(|#.*|net[^ ]* = .*)"
                : file.endsWith(".rules")
                    ? "(|#.*|\\*[a-z]+|:[^ ]+ [A-Z-]+( \\[0:0\\])?|-A .*|COMMIT)"
                    : "(?s).*";
    assertThat(line).as(where + " in " + file).matches(form);
  }

  /** Where a text of the user gets into a script. */
  private enum Place {
    HOST,
    INTERFACE,
    PARENT,
    PEER,
    PORT,
    NEIGHBOUR_DEVICE,
    TABLE,
    SYSCTL_KEY,
    SYSCTL_VALUE,
    CHAIN,
    JUMP,
    MATCHED_INTERFACE,
    COMMENT,
    LOG_PREFIX,
    OPAQUE_TYPE,
    UNMODELLED,
    LINK_OPTIONS,
    ALIAS,
    LABEL,
    ROUTE_PROTOCOL,
    EXTENSION_MATCH,
    EXTENSION_TARGET,
    UNPLAYED_RULE,
    FILE;

    /** The others are only in data files, whose lines have their form. */
    boolean inScript() {
      return List.of(HOST, INTERFACE, OPAQUE_TYPE, UNMODELLED, FILE).contains(this);
    }

    Network with(String text) {
      Origin origin = this == FILE ? new Origin(text, 1, 1, 1) : HERE;
      List<Interface> interfaces = new ArrayList<>(List.of(KernelEntries.loopback()));
      interfaces.add(iface(or(INTERFACE, text, "eth0"), new InterfaceKind.Physical(), origin));
      interfaces.add(iface("v", new InterfaceKind.Vlan(or(PARENT, text, "eth0"), 5), origin));
      interfaces.add(iface("p", new InterfaceKind.Veth(or(PEER, text, "q")), origin));
      interfaces.add(iface("b", new InterfaceKind.Bridge(List.of(or(PORT, text, "eth0"))), origin));
      interfaces.add(iface("o", new InterfaceKind.Opaque(or(OPAQUE_TYPE, text, "tun")), origin));
      interfaces.add(
          iface(
              "x",
              new InterfaceKind.Opaque(
                  "vxlan", Optional.empty(), Optional.of(or(LINK_OPTIONS, text, "id 5"))),
              origin));
      interfaces.add(
          new Interface(
              "a",
              new InterfaceKind.Dummy(),
              List.of(labelled(or(LABEL, text, "a:1"), origin)),
              Optional.empty(),
              0,
              true,
              new LinkSettings(
                  0,
                  Optional.of(or(ALIAS, text, "an alias")),
                  new TreeMap<>(),
                  LinkVlans.NONE,
                  List.of()),
              origin));
      TreeMap<String, Setting> settings = new TreeMap<>();
      settings.put(
          or(SYSCTL_KEY, text, "net.ipv4.tcp_sack"),
          new Setting(or(SYSCTL_VALUE, text, "1"), origin));
      String chain = or(CHAIN, text, "user");
      Rule rule =
          Rule.of(
              new Jump(or(JUMP, text, chain)),
              origin,
              new Iif(false, or(MATCHED_INTERFACE, text, "eth+")),
              new Comment(or(COMMENT, text, "c")),
              new ByTraffic(
                  new ByTraffic.Module("recent"), or(EXTENSION_MATCH, text, "--set --name x")));
      Rule aside =
          Rule.of(
              new Aside(new Aside.Name("NFLOG"), or(EXTENSION_TARGET, text, "--nflog-group 1")),
              origin);
      List<Chain> chains =
          List.of(
              new Chain("INPUT", false, List.of(rule, aside), origin),
              new Chain(
                  chain,
                  false,
                  List.of(Rule.of(new Log(or(LOG_PREFIX, text, "l")), origin)),
                  origin));
      List<RouteTable> tables =
          new ArrayList<>(KernelEntries.tables(interfaces, KernelProfile.DEFAULT));
      RouteOptions options =
          new RouteOptions(
              Optional.empty(),
              Optional.of(or(ROUTE_PROTOCOL, text, "static")),
              Optional.empty(),
              Optional.empty(),
              List.of());
      Route route =
          new Route(
              RouteType.UNICAST,
              Prefix.parse("10.9.0.0/16"),
              List.of(NextHop.link("eth0")),
              Optional.empty(),
              0,
              0,
              false,
              options,
              origin);
      tables.add(new RouteTable(or(TABLE, text, "t"), 100, List.of(route), origin));
      Host host =
          new Host(
              or(HOST, text, "h"),
              KernelProfile.DEFAULT,
              new Sysctls(settings),
              interfaces,
              tables,
              KernelEntries.rules(),
              IptablesTool.NFT,
              List.of(new PacketTable(TableName.FILTER, chains, origin)),
              List.of(),
              List.of(),
              List.of(
                  new Neighbour(
                      Address.parse("192.0.2.9"),
                      Mac.parse("02:00:00:00:00:09"),
                      or(NEIGHBOUR_DEVICE, text, "eth0"),
                      origin)),
              List.of(new Unmodelled(or(UNMODELLED, text, "u"), or(UNMODELLED, text, "w"), origin)),
              List.of(
                  new UnplayedTable(
                      UnplayedTable.Tool.EBTABLES,
                      "filter",
                      List.of(
                          new UnplayedTable.UnplayedChain(
                              "INPUT",
                              Optional.of("ACCEPT"),
                              List.of(
                                  new UnplayedTable.UnplayedRule(
                                      List.of(or(UNPLAYED_RULE, text, "-j DROP")),
                                      Optional.empty(),
                                      List.of(),
                                      origin)),
                              origin)),
                      origin)),
              origin);
      Network network =
          new Network(List.of(host), List.of(), Optional.empty(), List.of(), List.of());
      return network;
    }

    private String or(Place place, String text, String usual) {
      return this == place ? text : usual;
    }

    private static InterfaceAddress labelled(String label, Origin origin) {
      return new InterfaceAddress(
          Prefix.parse("10.8.0.1/24"),
          Optional.empty(),
          Optional.empty(),
          AddressScope.GLOBAL,
          Optional.of(label),
          false,
          origin);
    }

    private static Interface iface(String name, InterfaceKind kind, Origin origin) {
      List<InterfaceAddress> addresses =
          kind instanceof InterfaceKind.Physical
              ? List.of(new InterfaceAddress(Prefix.parse("192.0.2.1/24"), origin))
              : List.of();
      return new Interface(name, kind, addresses, Optional.empty(), 0, true, origin);
    }
  }
}
