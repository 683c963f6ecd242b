package org.hookline.emit;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.hookline.addr.Family;
import org.hookline.emit.nft.TranslatedTables;
import org.hookline.model.Host;
import org.hookline.model.rule.Chain;
import org.hookline.model.rule.NftName;
import org.hookline.model.rule.NftTable;
import org.hookline.model.rule.PacketTable;
import org.hookline.model.rule.Rule;
import org.hookline.model.rule.TableName;
import org.hookline.model.rule.UnplayedTable;
import org.hookline.model.rule.UnplayedTable.Tool;

/**
 * Where the rules of a host stand in the kernel when its script has run. A place is a table, a
 * chain, and the number of a rule in it, from 1, or {@code policy}. The kernel's tables are called
 * {@code filter} when iptables-legacy loaded them, else {@code nft/ip/filter}; those of the model
 * {@code filter} and {@code nft/ip/own}.
 *
 * <p>Rules are found by their number: a rule of the model is one line of its table's file, several
 * where the tool has no words for all at once, or none where no packet of the family can match, and
 * the kernel keeps the order of lines.
 */
public final class Standing {
  private static final String POLICY = "policy";

  private final Host host;

  /** By the kernel's name of a chain the places of its lines, in order. */
  private final Map<String, List<String>> lines = new HashMap<>();

  /** The model's names of chains, by the kernel's. */
  private final Map<String, String> chains = new HashMap<>();

  private final Map<String, String> rules = new HashMap<>();

  private Standing(Host host) {
    this.host = host;
  }

  /** Of the scripts in a backend's words. */
  public static Standing of(Host host, Backend backend) {
    Standing standing = new Standing(host);
    host.nftTables().forEach(standing::own);
    host.packetTables().forEach(table -> standing.table(table, backend));
    return standing;
  }

  private void table(PacketTable table, Backend backend) {
    String name = table.name().word() + "/";
    for (Chain chain : table.chains()) {
      String written = backend == Backend.IPTABLES ? chain.name() : inNft(table, chain);
      List<Integer> sizes =
          chain.rules().stream().map(rule -> size(table, chain, rule, backend)).toList();
      stands(name + chain.name(), name + chain.name(), chain, sizes);
      stands("nft/ip/" + name + written, name + chain.name(), chain, sizes);
    }
  }

  private static String inNft(PacketTable table, Chain chain) {
    boolean builtIn = table.name().builtIn().contains(chain.name());
    return builtIn ? chain.name() : NftName.of(chain.name());
  }

  private static int size(PacketTable table, Chain chain, Rule rule, Backend backend) {
    return backend == Backend.IPTABLES
        ? rule.iptables(Family.IPV4).size()
        : rule.nftables(TranslatedTables.place(table, chain, Family.IPV4)).lines().size();
  }

  private void own(NftTable table) {
    String family = table.family().word();
    String title = family + " " + NftName.of(table.name());
    String kernels = "nft/" + title.replace(' ', '/') + "/";
    for (Chain chain : table.chains()) {
      String name = NftName.of(chain.name());
      List<Integer> written =
          host.unplayedTables().stream()
              .filter(t -> t.tool() == Tool.NFT && t.title().equals(title))
              .flatMap(t -> t.chains().stream())
              .filter(c -> c.name().equals(name))
              .flatMap(c -> c.rules().stream())
              .map(UnplayedTable.UnplayedRule::lines)
              .map(List::size)
              .toList();
      List<Integer> one = chain.rules().stream().map(rule -> 1).toList();
      String place = table.title().replace(' ', '/') + "/" + chain.name();
      stands(kernels + name, place, chain, written.size() == one.size() ? written : one);
    }
  }

  /** A table of nft itself that has the name of one of iptables goes first. */
  private void stands(String kernels, String place, Chain chain, List<Integer> sizes) {
    List<String> all = new ArrayList<>();
    for (int i = 0; i < sizes.size(); i++) {
      String rule = place + "/" + (i + 1);
      rules.put(rule, chain.rules().get(i).nft());
      all.addAll(IntStream.range(0, sizes.get(i)).mapToObj(line -> rule).toList());
    }
    lines.putIfAbsent(kernels, all);
    chains.putIfAbsent(kernels, place);
  }

  /** What the model calls a place of the kernel; empty when it does not know it. */
  public Optional<String> of(String seen) {
    String chain = seen.substring(0, seen.lastIndexOf('/'));
    String number = seen.substring(chain.length() + 1);
    if (number.equals(POLICY)) {
      return Optional.ofNullable(chains.get(chain)).map(c -> c + "/" + POLICY);
    }
    List<String> known = lines.getOrDefault(chain, List.of());
    int line = number.matches("\\d{1,9}") ? Integer.parseInt(number) : 0;
    return line >= 1 && line <= known.size() ? Optional.of(known.get(line - 1)) : Optional.empty();
  }

  /** The rule at a place of the model. */
  public Optional<String> rule(String place) {
    return Optional.ofNullable(rules.get(place));
  }

  /**
   * Whether a place of the kernel is the policy of a built-in chain of iptables that nobody wrote:
   * it accepts, and is there because the table is.
   */
  public boolean isUnasked(String seen) {
    String iptables = seen.replaceFirst("^nft/ip/", "");
    return Stream.of(TableName.values())
        .filter(table -> host.packetTable(table).isPresent())
        .flatMap(t -> t.builtIn().stream().map(c -> t.word() + "/" + c + "/" + POLICY))
        .anyMatch(iptables::equals);
  }

  /** Whether a place of the model is in a table of iptables. */
  public boolean isOfIptables(String place) {
    return !place.startsWith("nft/");
  }
}
