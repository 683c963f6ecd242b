package org.hookline.importer;

import com.google.gson.JsonObject;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.hookline.addr.Malformed;
import org.hookline.model.iface.PortVlan;
import org.hookline.model.iface.VlanIds;

/**
 * The output of {@code bridge vlan}, as text or with {@code -j}: the VLANs that ports of bridges,
 * and bridges themselves, are in. A port that is in none is not listed.
 *
 * <p>iproute2: bridge/vlan.c print_vlan()
 */
final class PortVlans {
  private final Map<String, SortedMap<Integer, PortVlan>> found = new HashMap<>();
  private final Findings findings;

  private PortVlans(Findings findings) {
    this.findings = findings;
  }

  static PortVlans read(Dump dump, Findings findings) {
    PortVlans vlans = new PortVlans(findings);
    if (dump.isJson()) {
      JsonDump.items(dump, findings).forEach(vlans::item);
    } else {
      vlans.text(dump);
    }
    return vlans;
  }

  boolean mentions(String link) {
    return found.containsKey(link);
  }

  /** By number, neighbours of one kind together. */
  List<PortVlan> of(String link) {
    List<PortVlan> together = new ArrayList<>();
    for (PortVlan vlan : found.getOrDefault(link, new TreeMap<>()).values()) {
      PortVlan before = together.isEmpty() ? vlan : together.get(together.size() - 1);
      if (before.ids().last() + 1 == vlan.ids().first() && alike(before, vlan)) {
        VlanIds ids = new VlanIds(before.ids().first(), vlan.ids().last());
        together.set(together.size() - 1, new PortVlan(ids, false, vlan.untagged()));
      } else {
        together.add(vlan);
      }
    }
    return together;
  }

  private static boolean alike(PortVlan one, PortVlan other) {
    return !one.pvid() && !other.pvid() && one.untagged() == other.untagged();
  }

  private void text(Dump dump) {
    String link = "";
    for (Dump.Line line : dump.lines()) {
      List<String> words = new ArrayList<>(line.words());
      boolean heading = line.text().matches("port\\s+vlan.*");
      if (!heading && !line.text().isBlank()) {
        link = line.text().matches("\\s.*") ? link : words.remove(0);
        try {
          add(link, words);
        } catch (Malformed e) {
          findings.unread(line, e);
        }
      }
    }
  }

  /** Of {@code 10 PVID Egress Untagged}; an older iproute2 says {@code None}. */
  private void add(String link, List<String> words) {
    if (!words.isEmpty() && !words.get(0).equals("None")) {
      add(link, VlanIds.parse(words.get(0)), words);
    }
  }

  private void add(String link, VlanIds ids, List<String> words) {
    SortedMap<Integer, PortVlan> all = found.computeIfAbsent(link, name -> new TreeMap<>());
    for (int id = ids.first(); id <= ids.last(); id++) {
      all.put(id, new PortVlan(VlanIds.of(id), words.contains("PVID"), words.contains("Untagged")));
    }
  }

  private void item(JsonDump.Item item) {
    try {
      String link =
          item.text("ifname")
              .orElseThrow(() -> new Malformed("bad-link", "a port without a name", "ifname"));
      for (JsonObject vlan : item.objects("vlans")) {
        String first = JsonDump.Item.text(vlan, "vlan").orElse("");
        String last = JsonDump.Item.text(vlan, "vlanEnd").orElse(first);
        String flags = String.join(" ", JsonDump.Item.texts(vlan, "flags"));
        add(link, VlanIds.parse(first + "-" + last), List.of(flags.split(" ")));
      }
    } catch (Malformed e) {
      findings.unread(item.line(), e);
    }
  }
}
