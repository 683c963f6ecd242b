package org.hookline.routeget;

import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import org.hookline.addr.Address;
import org.hookline.addr.Protocol;
import org.hookline.sim.RouteQuestion;

/**
 * A question for both sides.
 *
 * @param text for {@code ip -batch}
 */
record Question(String text, RouteQuestion asked) {

  private static final String FAR = "8.8.4.4";

  static Question draw(Dice dice, HostDice host) {
    StringBuilder text = new StringBuilder("route get ");
    Address to =
        dice.onceIn(40)
            ? Address.parse(dice.any("255.255.255.255", "127.0.0.1", "10.1.0.255"))
            : dice.onceIn(8) ? Address.parse(FAR) : host.address();
    text.append(to);
    boolean arrives = dice.onceIn(3);
    Optional<String> iif = arrives ? Optional.of(dice.any(HostDice.LINKS)) : Optional.empty();
    Optional<Address> from = Optional.empty();
    if (arrives) {
      from = Optional.of(host.address());
    } else if (dice.onceIn(3)) {
      from = Optional.of(host.ownAddress());
    }
    Optional<String> oif = !arrives && dice.onceIn(5) ? Optional.of(host.link()) : Optional.empty();
    from.ifPresent(a -> text.append(" from ").append(a));
    iif.ifPresent(i -> text.append(" iif ").append(i));
    oif.ifPresent(o -> text.append(" oif ").append(o));
    long mark = dice.onceIn(4) ? dice.any(1L, 2L, 3L, 4L, 5L, 18L, 0xf0L) : 0;
    if (mark != 0) {
      text.append(" mark ").append(mark);
    }
    RouteQuestion.Traffic traffic = traffic(dice, text);
    return new Question(text.toString(), new RouteQuestion("h", to, from, iif, oif, mark, traffic));
  }

  private static RouteQuestion.Traffic traffic(Dice dice, StringBuilder text) {
    int tos = dice.onceIn(4) ? dice.any(4, 8, 16, 17, 18, 20, 24, 28) : 0;
    if (tos != 0) {
      text.append(String.format(" tos 0x%02x", tos));
    }
    Optional<Protocol> protocol =
        dice.onceIn(3)
            ? Optional.of(dice.any(Protocol.TCP, Protocol.UDP, Protocol.ICMP))
            : Optional.empty();
    protocol.ifPresent(p -> text.append(" ipproto ").append(p));
    OptionalInt sport =
        dice.onceIn(4) ? OptionalInt.of(dice.any(999, 1000, 1500, 2000)) : OptionalInt.empty();
    sport.ifPresent(p -> text.append(" sport ").append(p));
    OptionalInt dport =
        dice.onceIn(4) ? OptionalInt.of(dice.any(52, 53, 60, 80, 81, 2048)) : OptionalInt.empty();
    dport.ifPresent(p -> text.append(" dport ").append(p));
    OptionalLong uid =
        dice.onceIn(6) ? OptionalLong.of(dice.any(1, 5, 1000)) : OptionalLong.empty();
    uid.ifPresent(u -> text.append(" uid ").append(u));
    return new RouteQuestion.Traffic(tos, protocol, sport, dport, uid);
  }
}
