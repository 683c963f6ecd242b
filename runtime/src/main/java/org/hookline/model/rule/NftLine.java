package org.hookline.model.rule;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.hookline.addr.AddressRange;
import org.hookline.addr.AddressSet;
import org.hookline.addr.Family;
import org.hookline.addr.PortRange;
import org.hookline.addr.Protocol;

/**
 * A rule as nft itself reads it, collected match by match. What nft can say only in two ways at
 * once becomes several rules, of which a packet matches at most one.
 */
public final class NftLine {
  /** kernel: include/uapi/linux/netfilter/nf_tables.h; nft: NFTNL_UDATA_COMMENT_MAXLEN */
  private static final int COMMENT_BYTES = 128;

  private final NftPlace place;
  private final List<List<String>> matches = new ArrayList<>();
  private final List<String> comments = new ArrayList<>();
  private final Set<Protocol> protocols = new LinkedHashSet<>();
  private final Set<Protocol> excluded = new LinkedHashSet<>();
  private Set<Protocol> needed = Set.of();
  private Optional<String> speechless = Optional.empty();
  private String target = "";

  public NftLine(NftPlace place) {
    this.place = place;
  }

  /** Where the rule is to stand. */
  public NftPlace place() {
    return place;
  }

  /** One more match; nothing for an empty text. */
  public NftLine match(String words) {
    return words.isEmpty() ? this : either(List.of(words));
  }

  /** One of these holds, and no packet matches two of them. */
  public NftLine either(List<String> words) {
    matches.add(words);
    return this;
  }

  /** What only packets of one family have. */
  public NftLine match(Family family, String words) {
    return place.families().contains(family) ? match(words) : never();
  }

  /** No packet matches. */
  public NftLine never() {
    return either(List.of());
  }

  /**
   * An address is in a set.
   *
   * @param end {@code saddr} or {@code daddr}
   */
  public NftLine address(String end, boolean negated, AddressSet set) {
    List<String> words = new ArrayList<>();
    for (Family family : place.families()) {
      AddressSet own = set.only(family);
      boolean all = own.equals(AddressSet.all(family));
      if (negated ? own.isEmpty() : all) {
        words.add(place.only(family));
      } else if (negated ? !all : !own.isEmpty()) {
        words.add(NftPlace.word(family) + " " + end + (negated ? " != " : " ") + text(own));
      }
    }
    return words.equals(List.of("")) ? this : either(words);
  }

  private static String text(AddressSet set) {
    List<String> ranges = set.ranges().stream().map(AddressRange::toString).toList();
    return ranges.size() == 1 ? ranges.get(0) : "{ " + String.join(", ", ranges) + " }";
  }

  /** Port ranges as nft has them behind a key: {@code 22}, {@code { 22, 80-90 }}. */
  public static String ports(List<PortRange> ports) {
    String text = ports.stream().map(PortRange::toString).collect(Collectors.joining(", "));
    return ports.size() == 1 ? text : "{ " + text + " }";
  }

  /** {@code meta l4proto tcp}; by number where distributions differ in the names. */
  public static String layer4(Protocol protocol) {
    boolean known = protocol.hasPorts() || protocol.equals(Protocol.ICMP);
    return "meta l4proto " + (known ? protocol.toString() : "" + protocol.number());
  }

  /** Every packet that matches is of this protocol; the words say so. */
  public NftLine protocol(Protocol protocol, String words) {
    protocols.add(protocol);
    return match(words);
  }

  /** No packet that matches is of this protocol. */
  public NftLine notProtocol(Protocol protocol) {
    excluded.add(protocol);
    return match(layer4(protocol).replace("l4proto ", "l4proto != "));
  }

  /** What needs the protocol to be known, and known to be one of these. */
  public NftLine needs(Set<Protocol> any) {
    needed = any;
    return this;
  }

  /** A comment; one that nft could not keep is left out. */
  public NftLine comment(String text) {
    comments.add(text);
    return this;
  }

  /** Other rules that mean the same together, matches only. */
  public NftLine oneOf(List<NftLine> lines) {
    List<String> words = new ArrayList<>();
    for (NftLine line : lines) {
      words.addAll(line.variants());
      line.speechless.ifPresent(this::speechless);
      line.protocols.forEach(protocols::add);
    }
    return either(words);
  }

  public NftLine target(String words) {
    target = words;
    return this;
  }

  /** nft has no words for a part of the rule. */
  public NftLine speechless(String what) {
    speechless = speechless.or(() -> Optional.of("nft has no words for " + what));
    return this;
  }

  /** Why nft has no words for this, if it has none. */
  public Optional<String> conflict() {
    boolean named = needed.isEmpty() || protocols.stream().anyMatch(needed::contains);
    return speechless.or(() -> named ? Optional.empty() : Optional.of("needs a protocol in nft"));
  }

  /** The rules; none if no packet matches. */
  public List<String> lines() {
    boolean contradiction = protocols.size() > 1 || protocols.stream().anyMatch(excluded::contains);
    return contradiction ? List.of() : variants().stream().map(this::line).toList();
  }

  private List<String> variants() {
    List<String> variants = List.of("");
    for (List<String> words : matches) {
      variants =
          variants.stream()
              .flatMap(before -> words.stream().map(word -> (before + " " + word).strip()))
              .toList();
    }
    return variants;
  }

  /** Ports are read only behind the name of their protocol. */
  private String line(String words) {
    String protocol =
        needed.isEmpty() || protocols.isEmpty() ? "" : layer4(protocols.iterator().next());
    String said = words.startsWith(protocol) ? words : (protocol + " " + words).strip();
    return (said + " " + target + comment()).strip();
  }

  private String comment() {
    String text = String.join("; ", comments);
    boolean fits =
        !text.isEmpty()
            && text.getBytes(java.nio.charset.StandardCharsets.UTF_8).length <= COMMENT_BYTES
            && text.indexOf('"') < 0;
    return fits ? " comment \"" + text + "\"" : "";
  }
}
