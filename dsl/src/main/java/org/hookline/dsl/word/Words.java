package org.hookline.dsl.word;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.hookline.addr.Address;
import org.hookline.addr.AddressRange;
import org.hookline.addr.Endpoint;
import org.hookline.addr.Family;
import org.hookline.addr.Mac;
import org.hookline.addr.Malformed;
import org.hookline.addr.MaskedMark;
import org.hookline.addr.PortRange;
import org.hookline.addr.Prefix;
import org.hookline.addr.Protocol;
import org.hookline.kernel.KernelPatches;
import org.hookline.kernel.KernelVersion;
import org.hookline.model.flow.Action;
import org.hookline.model.flow.Circumstances;
import org.hookline.model.iface.AddressScope;
import org.hookline.model.iface.VlanIds;
import org.hookline.model.route.Selector;
import org.hookline.model.rule.RejectWith;

/** The kinds of words that the language knows. */
public final class Words {
  public static final WordType<Address> ADDRESS = new WordType<>("an address", Address::parse);
  public static final WordType<Prefix> PREFIX =
      new WordType<>("a prefix such as 10.8.0.0/16", Prefix::parse);

  /** {@code all} as iproute2 prints it, or a prefix. */
  public static final WordType<Optional<Prefix>> SELECTED_PREFIX =
      new WordType<>(
          "a prefix, or all",
          word -> word.equals("all") ? Optional.empty() : Optional.of(Prefix.parse(word)));

  /** {@code default} is everything of IPv4. */
  public static final WordType<Prefix> DESTINATION =
      new WordType<>(
          "a prefix, or default",
          word -> word.equals("default") ? Prefix.all(Family.IPV4) : Prefix.parse(word));

  public static final WordType<AddressRange> ADDRESSES =
      new WordType<>("an address, a prefix or first-last", AddressRange::parse);
  public static final WordType<PortRange> PORTS =
      new WordType<>("a port, or first-last", PortRange::parse);
  public static final WordType<Endpoint> ENDPOINT =
      new WordType<>("an address, address:port, [address]:port or :port", Endpoint::parse);
  public static final WordType<PortRange> PORTS_ONLY =
      new WordType<>("ports behind a colon: :1024-65535", Words::portsOnly);
  public static final WordType<Endpoint> SOCKET =
      new WordType<>("an address, or address:port", Words::socket);
  public static final WordType<MaskedMark> MARK =
      new WordType<>("a mark, or mark/mask", MaskedMark::parse);
  public static final WordType<Long> MASK =
      new WordType<>("a mask", word -> MaskedMark.parse(word).value());
  public static final WordType<Mac> MAC = new WordType<>("an Ethernet address", Mac::parse);
  public static final WordType<Protocol> PROTOCOL =
      new WordType<>("an IP protocol", Protocol::parse);
  public static final WordType<KernelVersion> KERNEL =
      new WordType<>("a kernel version", KernelVersion::parse);
  public static final WordType<RejectWith> REJECT_WITH =
      new WordType<>(
          "what REJECT answers",
          word ->
              oneOf(
                  word,
                  "bad-reject-type",
                  "something that reject can answer with",
                  List.of(RejectWith.values())));
  public static final WordType<Action.Expectation> OUTCOME =
      new WordType<>(
          "what the originator sees",
          word -> oneOf(word, "bad-outcome", "an outcome", List.of(Action.Expectation.values())));
  public static final WordType<Selector.UidRange> UIDS =
      new WordType<>("user ids: 1000-1999", Words::uids);
  public static final WordType<Integer> RP_FILTER =
      new WordType<>("off, strict or loose", Words::rpFilter);
  public static final WordType<AddressScope> SCOPE =
      new WordType<>("a scope: global, site, link or host", AddressScope::parse);
  public static final WordType<Integer> GROUP =
      new WordType<>(
          "an interface group",
          word ->
              word.equals("default")
                  ? 0
                  : (int) Numbers.parse(word, "an interface group", 0, Integer.MAX_VALUE));
  public static final WordType<String> PATCH =
      new WordType<>("a patch of the kernel", word -> KernelPatches.named(word).code());
  public static final WordType<String> ROUTE_PREFERENCE =
      new WordType<>("a preference of IPv6 routes", Words::routePreference);
  public static final WordType<Circumstances.Moment> TIME =
      new WordType<>("a time: 500ms, 2s or 5m", Words::time);
  public static final WordType<Long> TIMES = number("how many times", 1, 10000);
  public static final WordType<Long> CONNECTIONS =
      number("a number of connections", 1, 0xffffffffL);
  public static final WordType<Long> COUNTED = number("a count", 0, 0xffffffffL);
  public static final WordType<Long> ROUTE_METRIC = number("a metric of a route", 0, 0xffffffffL);
  public static final WordType<Long> TUNNEL_ID = number("a tunnel id", 0, 0xffffffffL);
  public static final WordType<Long> TABLE_NUMBER = number("a table number", 1, 0xffffffffL);
  public static final WordType<Long> PREFERENCE = number("a preference", 0, 0xffffffffL);
  public static final WordType<Long> METRIC = number("a metric", 0, 0xffffffffL);
  public static final WordType<Long> VLAN_ID = number("a VLAN id", 1, 4094);
  public static final WordType<VlanIds> VLAN_IDS = new WordType<>("VLAN ids", VlanIds::parse);
  public static final WordType<Long> USUAL_VLAN = number("a VLAN id, or 0 for none", 0, 4094);
  public static final WordType<Long> MTU = number("an MTU", 68, 65535);
  public static final WordType<Long> WEIGHT = number("a weight", 1, 256);
  public static final WordType<Long> PREFIX_LENGTH = number("a prefix length", 0, 128);
  public static final WordType<Integer> RULE_TOS =
      new WordType<>("a TOS of bits 0x1c", Words::ruleTos);

  private static final Pattern TIME_TEXT = Pattern.compile("([0-9]{1,9})(ms|s|m|h)");

  private Words() {}

  private static WordType<Long> number(String what, long low, long high) {
    return new WordType<>(what, word -> Numbers.parse(word, what, low, high));
  }

  /** kernel: net/ipv4/fib_rules.c fib4_rule_configure() refuses other bits than IPTOS_RT_MASK. */
  private static int ruleTos(String word) {
    int tos = (int) Numbers.parse(word, "a TOS", 0, 255);
    if ((tos & ~0x1c) != 0) {
      throw new Malformed(
          "bad-tos",
          "the kernel routes by bits 0x1c of the TOS only, and " + word + " has others",
          "a value such as 0x10, 0x08 or 0x04");
    }
    return tos;
  }

  private static String routePreference(String word) {
    if (!List.of("low", "medium", "high").contains(word)) {
      throw new Malformed(
          "bad-route-preference",
          "'" + word + "' is not a preference of a route",
          "low, medium or high");
    }
    return word;
  }

  private static Circumstances.Moment time(String word) {
    Matcher time = TIME_TEXT.matcher(word);
    if (!time.matches()) {
      throw new Malformed("bad-time", "'" + word + "' is not a time", "500ms, 2s, 5m or 1h");
    }
    long unit =
        switch (time.group(2)) {
          case "ms" -> 1;
          case "s" -> 1000;
          case "m" -> 60_000;
          default -> 3_600_000;
        };
    return new Circumstances.Moment(Long.parseLong(time.group(1)) * unit);
  }

  private static PortRange portsOnly(String word) {
    if (!word.startsWith(":")) {
      throw new Malformed(
          "bad-port", "'" + word + "' is not a port behind a colon", ":3128 or :1024-65535");
    }
    return PortRange.parse(word.substring(1));
  }

  private static Endpoint socket(String word) {
    Endpoint endpoint = Endpoint.parse(word);
    boolean single =
        endpoint.addresses().filter(a -> a.first().equals(a.last())).isPresent()
            && endpoint.ports().filter(p -> p.first() != p.last()).isEmpty();
    if (!single) {
      throw new Malformed(
          "bad-socket",
          "'" + word + "' is not one address with one port",
          "such as 202.38.95.110:50000");
    }
    return endpoint;
  }

  private static Selector.UidRange uids(String word) {
    String[] ends = word.split("-", -1);
    long first = Numbers.parse(ends[0], "a user id", 0, 0xfffffffeL);
    long last = Numbers.parse(ends[ends.length - 1], "a user id", 0, 0xfffffffeL);
    if (ends.length > 2 || first > last) {
      throw new Malformed(
          "bad-uidrange",
          "'" + word + "' is no range of user ids",
          "the lower one first: 1000-1999");
    }
    return new Selector.UidRange(first, last);
  }

  private static int rpFilter(String word) {
    return switch (word) {
      case "off", "0" -> 0;
      case "strict", "1" -> 1;
      case "loose", "2" -> 2;
      default ->
          throw new Malformed(
              "bad-rp-filter", "'" + word + "' is no mode of rp_filter", "off, strict or loose");
    };
  }

  private static <E extends Enum<E>> E oneOf(
      String word, String code, String what, List<E> values) {
    return values.stream()
        .filter(value -> spelled(value).equals(word))
        .findFirst()
        .orElseThrow(
            () ->
                new Malformed(
                    code,
                    "'" + word + "' is not " + what,
                    "one of " + String.join(", ", values.stream().map(Words::spelled).toList())));
  }

  private static String spelled(Enum<?> value) {
    return value.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
