package org.hookline.model.rule;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.hookline.addr.AddressSet;
import org.hookline.addr.Family;
import org.hookline.addr.PortRange;
import org.hookline.addr.Protocol;

/**
 * A rule in the form of {@code iptables-save}, collected match by match. iptables takes one source,
 * destination, interface each way and protocol in a rule and at most 15 ports in a match: what is
 * more becomes several rules, of which a packet matches at most one.
 */
public final class IptablesLine {
  /** What iptables prints bare; everything else it quotes. */
  private static final String BARE = "[A-Za-z0-9_-]+";

  private final Family family;
  private final AddressOption source;
  private final AddressOption destination;
  private final InterfaceOption in = new InterfaceOption("-i");
  private final InterfaceOption out = new InterfaceOption("-o");
  private final ProtocolOption protocol;
  private final FragmentOption fragment = new FragmentOption();
  private final PortOption sport;
  private final PortOption dport;
  private final List<Option> matches = new ArrayList<>();
  private Set<Protocol> needed = Set.of();
  private String target = "";

  /** A rule of iptables. */
  public IptablesLine() {
    this(Family.IPV4);
  }

  /** A rule of iptables or ip6tables. */
  public IptablesLine(Family family) {
    this.family = family;
    this.source = new AddressOption("-s", "--src-range", family);
    this.destination = new AddressOption("-d", "--dst-range", family);
    this.protocol = new ProtocolOption(family);
    this.sport = new PortOption("--sport", protocol);
    this.dport = new PortOption("--dport", protocol);
  }

  /** Whose packets the rule sees. */
  public Family family() {
    return family;
  }

  /** What only packets of one family have: no others match. */
  public IptablesLine only(Family wanted) {
    return family == wanted ? this : never();
  }

  public IptablesLine source(boolean negated, AddressSet addresses) {
    source.add(negated, addresses);
    return this;
  }

  public IptablesLine destination(boolean negated, AddressSet addresses) {
    destination.add(negated, addresses);
    return this;
  }

  /** {@code -s ADDRESS/MASK}, the mask with holes. */
  public IptablesLine maskedSource(boolean negated, String network) {
    source.addMasked(negated, network);
    return this;
  }

  /** {@code -d ADDRESS/MASK}, the mask with holes. */
  public IptablesLine maskedDestination(boolean negated, String network) {
    destination.addMasked(negated, network);
    return this;
  }

  /** {@code -i}; a name that ends in {@code +} stands for all that begin so. */
  public IptablesLine in(boolean negated, String name) {
    in.add(negated, name);
    return this;
  }

  /** {@code -o}, as {@code -i}. */
  public IptablesLine out(boolean negated, String name) {
    out.add(negated, name);
    return this;
  }

  public IptablesLine protocol(boolean negated, Protocol number) {
    protocol.add(negated, number);
    return this;
  }

  /** {@code -f} */
  public IptablesLine fragment(boolean negated) {
    fragment.add(negated);
    return this;
  }

  /** Source ports of a protocol, which the rule gets too. */
  public IptablesLine sport(Protocol number, boolean negated, List<PortRange> ports) {
    protocol.add(false, number);
    sport.add(negated, ports);
    return first(sport);
  }

  /** Destination ports of a protocol, which the rule gets too. */
  public IptablesLine dport(Protocol number, boolean negated, List<PortRange> ports) {
    protocol.add(false, number);
    dport.add(negated, ports);
    return first(dport);
  }

  /**
   * Several matches of one end become one, in the place of the first; of two that follow each other
   * the source comes first, as iptables-save has it.
   */
  private IptablesLine first(PortOption ports) {
    if (!matches.contains(ports)) {
      int end = matches.size();
      boolean behind = ports == sport && end > 0 && matches.get(end - 1) == dport;
      matches.add(behind ? end - 1 : end, ports);
    }
    return this;
  }

  /**
   * {@code -m module [!] option value}; the value may be empty. Options that follow each other
   * share one {@code -m} where the module takes several.
   */
  public IptablesLine match(String module, String option, String value, boolean negated) {
    String text = (negated ? "! " : "") + option + (value.isEmpty() ? "" : " " + value);
    return add(new Piece(module, option, text));
  }

  /** {@code -m name …} with options that stand for themselves, shared with no other match. */
  public IptablesLine apart(String text) {
    return add(Piece.apart(text));
  }

  private IptablesLine add(Piece piece) {
    matches.add(() -> List.of(piece));
    return this;
  }

  /** Other words for the modules of a line; its protocol holds as well. */
  public IptablesLine spelled(IptablesLine meaning, String text) {
    meaning.protocol.only().ifPresent(p -> protocol.add(false, p));
    return meaning.variants().isEmpty() ? never() : apart(text);
  }

  /** No packet of the family matches. */
  public IptablesLine never() {
    matches.add(List::of);
    return this;
  }

  /** {@code -j DNAT --to-destination …} or {@code -g chain}. */
  public IptablesLine target(String text) {
    target = text;
    return this;
  }

  /** The target stands only in a rule for one of these protocols. */
  public IptablesLine needs(Set<Protocol> protocols) {
    needed = protocols;
    return this;
  }

  private List<Option> collected() {
    List<Option> all = new ArrayList<>(List.of(source, destination, in, out, protocol, fragment));
    all.addAll(matches);
    return all;
  }

  /** The protocol that every packet has which matches; empty when there may be several. */
  public Optional<Protocol> protocol() {
    return protocol.only();
  }

  /** Why iptables has no words for this, if it has none. */
  public Optional<String> conflict() {
    boolean named = needed.isEmpty() || protocol.only().filter(needed::contains).isPresent();
    return collected().stream()
        .flatMap(option -> option.conflict().stream())
        .findFirst()
        .map(twice -> "would need " + twice)
        .or(() -> named ? Optional.empty() : Optional.of("needs a match of " + names(needed)));
  }

  private static String names(Set<Protocol> protocols) {
    return protocols.stream().map(Protocol::toString).sorted().collect(Collectors.joining(" or "));
  }

  /**
   * A text as one argument, quoted where iptables-save quotes it.
   *
   * <p>iptables: libxtables/xtables.c xtables_save_string()
   */
  public static String quoted(String text) {
    return text.matches(BARE) ? text : inQuotes(text);
  }

  /** A text as one argument, in quotes whatever it is. */
  public static String inQuotes(String text) {
    return '"' + text.replaceAll("([\\\\\"'])", "\\\\$1") + '"';
  }

  /** The rules without {@code -A chain}; none if no packet of the family matches. */
  public List<String> lines() {
    return variants().stream().map(this::line).toList();
  }

  private List<List<Piece>> variants() {
    List<List<Piece>> variants = List.of(List.of());
    for (Option option : collected()) {
      List<Piece> pieces = option.pieces();
      variants = variants.stream().flatMap(v -> pieces.stream().map(p -> longer(v, p))).toList();
    }
    return variants;
  }

  private static List<Piece> longer(List<Piece> variant, Piece piece) {
    List<Piece> longer = new ArrayList<>(variant);
    longer.add(piece);
    return longer;
  }

  /** Options without a module first, as iptables-save prints them. */
  private String line(List<Piece> pieces) {
    List<String> words = new ArrayList<>();
    pieces.stream().filter(Piece::plain).forEach(p -> words.add(p.text()));
    words.addAll(modules(pieces));
    words.add(target);
    return words.stream().filter(w -> !w.isEmpty()).collect(Collectors.joining(" "));
  }

  private static List<String> modules(List<Piece> pieces) {
    List<String> words = new ArrayList<>();
    Set<String> shared = new HashSet<>();
    String module = "";
    for (Piece piece : pieces) {
      if (!piece.plain()) {
        boolean joins = piece.module().equals(module) && piece.joins(shared);
        words.add(joins ? piece.text() : piece.named());
        if (!joins) {
          shared.clear();
        }
        shared.add(piece.option());
        module = piece.module();
      }
    }
    return words;
  }

  /** Only what follows the plain options: {@code -m tcp --dport 80}; empty for several rules. */
  public String modules() {
    List<List<Piece>> variants = variants();
    return variants.size() == 1 ? String.join(" ", modules(variants.get(0))) : "";
  }

  /** All rules, one a line. */
  @Override
  public String toString() {
    return String.join("\n", lines());
  }
}
