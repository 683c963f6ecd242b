package org.hookline.importer;

import com.google.gson.JsonObject;
import java.util.Iterator;
import java.util.List;
import java.util.Set;
import org.hookline.addr.Family;
import org.hookline.addr.Malformed;
import org.hookline.addr.Prefix;

/**
 * The output of {@code ip addr}, {@code ip -d link} and {@code bridge link}, as text or with {@code
 * -j}; each adds what it knows of an interface.
 *
 * <p>iproute2: ip/ipaddress.c print_linkinfo(), print_addrinfo()
 */
final class LinkDumps {
  /** Kinds as {@code ip -d link} prints them at the beginning of a line. */
  private static final Set<String> KINDS =
      Set.of(
          "vlan",
          "bridge",
          "veth",
          "dummy",
          "bond",
          "macvlan",
          "macvtap",
          "ipvlan",
          "tun",
          "wireguard",
          "vrf",
          "vxlan",
          "geneve",
          "ipip",
          "sit",
          "gre",
          "gretap",
          "ip6tnl",
          "ppp",
          "team",
          "ifb",
          "xfrm",
          "vti");

  private final Links links;
  private final Findings findings;

  LinkDumps(Links links, Findings findings) {
    this.links = links;
    this.findings = findings;
  }

  void read(Dump dump) {
    if (dump.isJson()) {
      JsonDump.items(dump, findings).forEach(this::item);
    } else {
      text(dump);
    }
  }

  private void text(Dump dump) {
    Links.Link current = null;
    for (Dump.Line line : dump.lines()) {
      try {
        if (line.text().matches("[0-9]+: +[^@: ].*")) {
          current = head(line);
        } else if (current != null && !line.text().isBlank()) {
          detail(current, line);
        }
      } catch (Malformed e) {
        findings.unread(line, e);
      }
    }
  }

  /** {@code 2: eth0.95@eth0: <BROADCAST,UP> mtu 1500 … master br0 …}. */
  private Links.Link head(Dump.Line line) {
    List<String> words = line.words();
    String[] names = words.get(1).replaceFirst(":$", "").split("@");
    Links.Link link = links.of(names[0], line.origin());
    if (names.length > 1 && !names[1].matches("if[0-9]+|NONE")) {
      link.parent(names[1]);
    }
    for (int i = 2; i < words.size(); i++) {
      String word = words.get(i);
      boolean last = i + 1 == words.size();
      if (word.startsWith("<")) {
        link.up(List.of(word.replaceAll("[<>]", "").split(",")).contains("UP"));
      } else if (word.equals("mtu") && !last) {
        link.mtu(words.get(i + 1));
      } else if (word.equals("master") && !last) {
        link.master(words.get(i + 1));
      }
    }
    return link;
  }

  private void detail(Links.Link link, Dump.Line line) {
    List<String> words = line.words();
    String first = words.get(0);
    if (first.startsWith("link/") && words.size() > 1) {
      link.mac(words.get(1));
    } else if (first.equals("inet") || first.equals("inet6")) {
      address(link, line, words);
    } else if (KINDS.contains(first)) {
      link.kind(first);
      int id = words.indexOf("id");
      if (first.equals("vlan") && id >= 0 && id + 1 < words.size()) {
        link.vlan(words.get(id + 1));
      }
    }
  }

  /** {@code inet 10.0.0.1 peer 10.0.0.2/32 scope global eth0}. */
  private void address(Links.Link link, Dump.Line line, List<String> words) {
    Iterator<String> rest = words.subList(1, words.size()).iterator();
    if (!rest.hasNext()) {
      throw new Malformed("bad-address", "an address is missing", "inet 10.0.0.1/24");
    }
    Prefix prefix = Prefix.parse(rest.next());
    boolean peer = words.contains("peer");
    int scope = words.indexOf("scope");
    String wide = scope < 0 || scope + 1 >= words.size() ? "global" : words.get(scope + 1);
    add(link, prefix, new Said(line, wide, peer));
  }

  /** What is said of an address besides itself. */
  private record Said(Dump.Line line, String scope, boolean peer) {}

  private void add(Links.Link link, Prefix prefix, Said said) {
    boolean sixth = prefix.family() == Family.IPV6;
    if (sixth && said.scope().equals("link")) {
      return;
    }
    if (said.peer()) {
      findings.unmodelled(
          said.line().text(), "the peer of an address is not in the model", said.line().origin());
    }
    boolean usual = said.scope().equals("global") || prefix.address().isLoopback();
    if (!usual) {
      findings.unmodelled(
          said.line().text(),
          "scope " + said.scope() + " of an address is not in the model",
          said.line().origin());
    }
    link.address(prefix, said.line().origin());
    findings.count(Counted.ADDRESSES);
  }

  private void item(JsonDump.Item item) {
    try {
      String name =
          item.text("ifname")
              .orElseThrow(
                  () -> new Malformed("bad-link", "an interface without a name", "ifname"));
      Links.Link link = links.of(name, item.origin());
      item.text("link").ifPresent(link::parent);
      item.text("master").ifPresent(link::master);
      item.text("mtu").ifPresent(link::mtu);
      item.text("address").ifPresent(link::mac);
      if (item.has("flags")) {
        link.up(item.texts("flags").contains("UP"));
      }
      if (item.json().get("linkinfo") instanceof JsonObject info) {
        JsonDump.Item.text(info, "info_kind").ifPresent(link::kind);
        if (info.get("info_data") instanceof JsonObject data) {
          JsonDump.Item.text(data, "id").filter(i -> i.matches("[0-9]{1,4}")).ifPresent(link::vlan);
        }
      }
      for (JsonObject address : item.objects("addr_info")) {
        address(link, address, item);
      }
    } catch (Malformed e) {
      findings.unread(item.line(), e);
    }
  }

  private void address(Links.Link link, JsonObject json, JsonDump.Item item) {
    String local = JsonDump.Item.text(json, "local").orElse("");
    String length = JsonDump.Item.text(json, "prefixlen").orElse("");
    Prefix prefix = Prefix.parse(length.isEmpty() ? local : local + "/" + length);
    String scope = JsonDump.Item.text(json, "scope").orElse("global");
    add(
        link,
        prefix,
        new Said(new Dump.Line(json.toString(), item.origin()), scope, json.has("address")));
  }
}
