package org.hookline.dsl.tests.cases;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.hookline.addr.Address;
import org.hookline.addr.PortRange;
import org.hookline.addr.Protocol;
import org.hookline.lab.Lab;
import org.hookline.lab.LabFailure;
import org.hookline.lab.Observation;
import org.hookline.lab.Probe;
import org.hookline.model.Network;

/**
 * One thing that a case saw the kernel do: {@code NAME: STIMULUS = CLAIM; CLAIM}.
 *
 * @param sport of a socket's packet, so that no row meets the connection of another
 */
record CaseRow(String name, String stimulus, List<Claim> claims, int sport) {
  private static final Pattern ROW = Pattern.compile("-- (.+?): (.+?) = (.+)");
  private static final String INJECT = "inject ";
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

  Seen predicted(Simulated world) {
    return isProbe() ? world.play(probe()) : world.play(frames());
  }

  /** Rules are counted only where a claim is about them: it takes its time. */
  Seen observed(Lab lab, Network network) throws LabFailure {
    List<Frame> frames = isProbe() ? List.of() : frames();
    for (int i = 0; i < frames.size() - 1; i++) {
      send(frames.get(i), i > 0, lab);
    }
    boolean counts = claims.stream().anyMatch(Claim::isOfRules);
    Rules.Counted before = counts ? Rules.Counted.in(network, lab) : Rules.Counted.NOTHING;
    Observation observation =
        isProbe() ? lab.play(probe()) : send(frames.get(frames.size() - 1), frames.size() > 1, lab);
    Rules.Counted after = counts ? Rules.Counted.in(network, lab) : Rules.Counted.NOTHING;
    return Seen.of(observation, after.since(before));
  }

  private static Observation send(Frame frame, boolean follows, Lab lab) throws LabFailure {
    return follows || frame.quoted().isPresent()
        ? lab.follow(frame.port(), frame.packet(), frame.quoted())
        : lab.inject(frame.port(), frame.packet());
  }

  private boolean isProbe() {
    return !stimulus.startsWith(INJECT);
  }

  /** {@code inject FRAME then FRAME}: those before the last make the connections that it meets. */
  private List<Frame> frames() {
    return Stream.of(stimulus.substring(INJECT.length()).split(" then "))
        .map(Frame::parse)
        .toList();
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
