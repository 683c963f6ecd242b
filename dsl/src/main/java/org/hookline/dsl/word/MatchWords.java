package org.hookline.dsl.word;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.hookline.addr.Malformed;
import org.hookline.addr.MaskedMark;
import org.hookline.model.rule.DscpValue;
import org.hookline.model.rule.OptionWords;
import org.hookline.model.rule.match.AddressType;
import org.hookline.model.rule.match.CtStates;
import org.hookline.model.rule.match.CtStatus;
import org.hookline.model.rule.match.IcmpType;
import org.hookline.model.rule.match.Limit;
import org.hookline.model.rule.match.Owner;
import org.hookline.model.rule.match.TcpFlagsAre;
import org.hookline.model.rule.target.NatTo;

/** The kinds of words that only packet rules have. */
public final class MatchWords {
  private static final long BYTE = 0xff;

  public static final WordType<CtStates> CT_STATE =
      new WordType<>("a conntrack state", word -> CtStates.read(value(word)));
  public static final WordType<CtStatus> CT_STATUS =
      new WordType<>(
          "expected, seen-reply, assured, confirmed or none",
          word -> CtStatus.read(value(word.replace('-', '_'))));
  public static final WordType<TcpFlagsAre.Bits> TCP_FLAG =
      new WordType<>("a TCP flag", TcpFlagsAre.Bits::parse);
  public static final WordType<IcmpType> ICMP_TYPE =
      new WordType<>("an ICMP type, or type/code", word -> IcmpType.parse(false, word));
  public static final WordType<Owner.Ids> USER_IDS =
      new WordType<>("a user or group id, or first-last", Owner.Ids::parse);
  public static final WordType<MaskedMark> TOS =
      new WordType<>("a TOS byte, or value/mask", MatchWords::tos);
  public static final WordType<DscpValue> DSCP =
      new WordType<>("a DSCP: 0 to 63, or a class such as EF", DscpValue::parse);
  public static final WordType<Long> TTL = number("a time to live", "bad-ttl", BYTE);
  public static final WordType<Long> ZONE = number("a conntrack zone", "bad-zone", 0xffff);
  public static final WordType<String> ETHER_TYPE =
      new WordType<>("a type of frame: ip, ip6, arp, vlan or 0x8863", MatchWords::etherType);
  public static final WordType<Limit.Rate> RATE =
      new WordType<>("a rate such as 3/minute", Limit.Rate::parse);
  public static final WordType<Long> BURST =
      new WordType<>("a number of packets", word -> Numbers.parse(word, "a burst", 1, 10_000));
  public static final WordType<Set<AddressType.Kind>> ADDRESS_TYPE =
      new WordType<>("a type of address", AddressType::kinds);
  public static final WordType<NatTo> NAT_TO =
      new WordType<>("an address, address:port, [address]:port or :port", NatTo::parse);
  public static final WordType<Integer> PRIORITY =
      new WordType<>("a priority such as -150 or filter", Priorities::parse);

  /** What iptables calls states, and nft statuses too. */
  public static final List<String> TRANSLATED = List.of("snat", "dnat");

  /** A status as nft knows it. */
  public static final WordType<String> CT_STATUS_WORD =
      new WordType<>(
          "a status of a connection",
          word -> {
            if (!TRANSLATED.contains(word)) {
              CT_STATUS.read(word);
            }
            return word;
          });

  private MatchWords() {}

  /** kernel: include/uapi/linux/if_ether.h ETH_P_802_3_MIN; smaller numbers are lengths */
  private static String etherType(String word) {
    boolean named = List.of("ip", "ip6", "arp", "vlan").contains(word);
    boolean number = word.matches("0[xX][0-9a-fA-F]{1,4}") && Integer.decode(word) >= 0x600;
    if (!named && !number) {
      throw new Malformed(
          "bad-ether-type",
          "'" + word + "' is not a type of frame",
          "ip, ip6, arp, vlan, or a number from 0x0600 to 0xffff");
    }
    return word;
  }

  private static OptionWords value(String word) {
    return new OptionWords(List.of(new OptionWords.Word(word, false)), Optional.empty());
  }

  private static MaskedMark tos(String word) {
    MaskedMark mark = MaskedMark.parse(word);
    return new MaskedMark(mark.value(), mark.mask() & BYTE);
  }

  private static WordType<Long> number(String what, String code, long high) {
    return new WordType<>(
        what,
        word -> {
          if (!word.matches("[0-9]{1,5}") || Long.parseLong(word) > high) {
            throw new Malformed(code, "'" + word + "' is not " + what, "0 to " + high);
          }
          return Long.valueOf(word);
        });
  }
}
