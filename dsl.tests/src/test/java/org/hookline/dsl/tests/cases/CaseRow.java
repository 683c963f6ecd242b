package org.hookline.dsl.tests.cases;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.hookline.addr.Address;
import org.hookline.addr.PortRange;
import org.hookline.addr.Protocol;
import org.hookline.lab.Lab;
import org.hookline.lab.LabFailure;
import org.hookline.lab.Probe;
import org.hookline.model.Network;
import org.hookline.model.Port;
import org.hookline.packet.Headers;
import org.hookline.sim.Played;
import org.hookline.sim.Player;

/**
 * One thing that a case saw the kernel do: {@code NAME: STIMULUS = CLAIM; CLAIM}.
 *
 * @param sport of a socket's packet, so that no row meets the connection of another
 */
record CaseRow(String name, String stimulus, List<Claim> claims, int sport) {
  private static final Pattern ROW = Pattern.compile("-- (.+?): (.+?) = (.+)");
  private static final Pattern INJECT = Pattern.compile("inject (\\S+)\\.(\\S+) (.+)");
  private static final Pattern SOCKET =
      Pattern.compile(
          "(tcp|udp|icmp) from (\\S+)(?: ([0-9.]+))? > ([0-9.]+?)(?::(\\d+))?"
              + "(?: mark (\\d+))?(?: dev (\\S+))?");

  static CaseRow parse(String line, int sport) {
    Matcher row = ROW.matcher(line);
    if (!row.matches()) {
      throw new IllegalArgumentException("'" + line + "' is no row: '-- name: stimulus = claims'");
    }
    List<Claim> claims = new ArrayList<>();
    for (String claim : row.group(3).split("; *")) {
      claims.add(new Claim(claim));
    }
    return new CaseRow(row.group(1), row.group(2), claims, sport);
  }

  Seen predicted(Network network) {
    Matcher frame = INJECT.matcher(stimulus);
    Player player = new Player(network, 0);
    if (frame.matches()) {
      return Seen.of(player.inject(port(frame), Headers.parse(frame.group(3))), Optional.empty());
    }
    Played played = player.play(probe().action());
    return Seen.of(played.trace(), Optional.of(played.outcome()));
  }

  Seen observed(Lab lab) throws LabFailure {
    Matcher frame = INJECT.matcher(stimulus);
    return Seen.of(
        frame.matches()
            ? lab.inject(port(frame), Headers.parse(frame.group(3)))
            : lab.play(probe()));
  }

  private static Port port(Matcher frame) {
    return new Port(frame.group(1), frame.group(2));
  }

  private Probe probe() {
    Matcher socket = SOCKET.matcher(stimulus);
    if (!socket.matches()) {
      throw new IllegalArgumentException(
          "'" + stimulus + "' is no stimulus: tcp from HOST > ADDRESS:PORT");
    }
    return new Probe(
        Protocol.parse(socket.group(1)),
        socket.group(2),
        Optional.ofNullable(socket.group(3)).map(Address::parse),
        sport,
        Address.parse(socket.group(4)),
        socket.group(5) == null ? 0 : PortRange.parse(socket.group(5)).first(),
        socket.group(6) == null ? 0 : Long.parseLong(socket.group(6)),
        Optional.ofNullable(socket.group(7)));
  }

  /** The claims that do not hold of what was seen. */
  List<String> broken(Seen seen) {
    return claims.stream().filter(c -> !c.holds(seen)).map(Claim::text).toList();
  }
}
