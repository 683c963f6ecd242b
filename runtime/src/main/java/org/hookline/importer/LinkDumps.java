package org.hookline.importer;

import com.google.gson.JsonObject;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.hookline.addr.Malformed;
import org.hookline.model.iface.InterfaceAddress;

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
        List<String> flags = List.of(word.replaceAll("[<>]", "").split(","));
        link.up(flags.contains("UP"));
        link.switches(LinkSwitches.ofFlags(flags));
      } else if (word.equals("mtu") && !last) {
        link.mtu(words.get(i + 1));
      } else if (word.equals("master") && !last) {
        link.master(words.get(i + 1));
      } else if (word.equals("group") && !last) {
        link.group(words.get(i + 1));
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
      add(link, AddressDumps.of(line, link.name(), findings));
    } else if (first.equals("alias")) {
      link.alias(line.text().strip().replaceFirst("^alias +", ""));
    } else if (first.equals("bridge_slave") || first.equals("hairpin")) {
      link.switches(LinkSwitches.ofWords(words));
    } else if (KINDS.contains(first)) {
      link.kind(first);
      int id = words.indexOf("id");
      if (first.equals("vlan") && id >= 0 && id + 1 < words.size()) {
        link.vlan(words.get(id + 1));
      } else if (first.equals("bridge")) {
        link.switches(LinkSwitches.ofWords(words));
        int usual = words.indexOf("vlan_default_pvid");
        if (usual >= 0 && usual + 1 < words.size()) {
          link.usualVlan(words.get(usual + 1));
        }
      }
    }
  }

  private void add(Links.Link link, Optional<InterfaceAddress> address) {
    address.ifPresent(
        found -> {
          link.address(found);
          findings.count(Counted.ADDRESSES);
        });
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
        link.switches(LinkSwitches.ofFlags(item.texts("flags")));
      }
      item.text("group").ifPresent(link::group);
      item.text("ifalias").ifPresent(link::alias);
      if (item.json().get("linkinfo") instanceof JsonObject info) {
        details(link, info);
      }
      for (JsonObject address : item.objects("addr_info")) {
        add(link, AddressDumps.of(address, name, item.origin()));
      }
    } catch (Malformed e) {
      findings.unread(item.line(), e);
    }
  }

  private void details(Links.Link link, JsonObject info) {
    JsonDump.Item.text(info, "info_kind").ifPresent(link::kind);
    if (info.get("info_data") instanceof JsonObject data) {
      JsonDump.Item.text(data, "id").filter(i -> i.matches("[0-9]{1,4}")).ifPresent(link::vlan);
      JsonDump.Item.text(data, "vlan_default_pvid").ifPresent(link::usualVlan);
      link.switches(LinkSwitches.of(data));
    }
    if (info.get("info_slave_data") instanceof JsonObject data) {
      link.switches(LinkSwitches.of(data));
    }
  }
}
