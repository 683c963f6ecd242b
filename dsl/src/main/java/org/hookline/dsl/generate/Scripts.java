package org.hookline.dsl.generate;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.hookline.emit.Backend;
import org.hookline.emit.HostPlan;
import org.hookline.emit.PacketRules;
import org.hookline.emit.Plans;
import org.hookline.emit.ScriptFile;
import org.hookline.emit.ScriptSet;
import org.hookline.emit.ip.IpBatches;
import org.hookline.emit.iptables.RestoreTable;
import org.hookline.model.Network;

/** The scripts of a network: what {@code hookline generate} writes and the lab runs. */
public final class Scripts {
  private Scripts() {}

  /** With packet rules for iptables. */
  public static ScriptSet of(Network network) {
    return of(network, Backend.IPTABLES);
  }

  /** Equal networks have the same bytes. */
  public static ScriptSet of(Network network, Backend backend) {
    Plans plans = Plans.of(network, backend);
    if (!plans.problems().isEmpty()) {
      return ScriptSet.refused(plans.problems());
    }
    SortedMap<String, ScriptFile> files = new TreeMap<>();
    plans.hosts().forEach(plan -> files(plan, files));
    return ScriptSet.of(files);
  }

  private static void files(HostPlan plan, SortedMap<String, ScriptFile> files) {
    String directory = plan.host() + "/";
    files.put(directory + "apply.sh", ScriptFile.script(ApplyScript.of(plan)));
    packets(directory, plan, files);
    DataFiles.settings(plan).forEach((name, text) -> files.put(directory + name, data(text)));
    batches(directory, plan.ipv4(), files);
    files.put(directory + "links.batch", data(DataFiles.batch(plan.links().lines())));
    if (!plan.vlans().bridges().isEmpty()) {
      files.put(directory + "vlans.batch", data(DataFiles.batch(plan.vlans().lines())));
      program(directory, "vlans", files);
    }
    plan.ipv6().ifPresent(ipv6 -> batches(directory, ipv6, files));
    for (String program :
        List.of("addresses", "links", "neighbours", "routes", "rules", "settings")) {
      program(directory, program, files);
    }
  }

  private static void packets(
      String directory, HostPlan plan, SortedMap<String, ScriptFile> files) {
    PacketRules packets = plan.packets();
    packets
        .iptables()
        .ifPresent(
            tables -> {
              restore(directory, plan, new Restore("iptables", tables), files);
              program(directory, "iptables", files);
            });
    packets
        .ip6tables()
        .ifPresent(tables -> restore(directory, plan, new Restore("ip6tables", tables), files));
    frames(directory, plan, new Restore("ebtables", packets.ebtables()), files);
    frames(directory, plan, new Restore("arptables", packets.arptables()), files);
    if (!packets.nft().isEmpty()) {
      files.put(directory + "nftables.nft", data(DataFiles.nft(plan)));
      program(directory, "nftables", files);
    }
  }

  private static void frames(
      String directory, HostPlan plan, Restore what, SortedMap<String, ScriptFile> files) {
    if (!what.tables().isEmpty()) {
      restore(directory, plan, what, files);
      program(directory, "frames", files);
    }
  }

  private record Restore(String tool, List<RestoreTable> tables) {}

  private static void restore(
      String directory, HostPlan plan, Restore what, SortedMap<String, ScriptFile> files) {
    String text = DataFiles.restore(plan.host(), what.tool() + "-restore", what.tables());
    files.put(directory + what.tool() + ".rules", data(text));
  }

  private static void program(
      String directory, String program, SortedMap<String, ScriptFile> files) {
    files.put(directory + program + ".awk", data(resource(program + ".awk")));
  }

  private static void batches(
      String directory, IpBatches batches, SortedMap<String, ScriptFile> files) {
    DataFiles.batches(batches).forEach((name, text) -> files.put(directory + name, data(text)));
  }

  private static ScriptFile data(String text) {
    return ScriptFile.data(text);
  }

  private static String resource(String name) {
    try (InputStream in = Scripts.class.getResourceAsStream(name)) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException("A part of the language's jar cannot be read: " + name, e);
    }
  }
}
