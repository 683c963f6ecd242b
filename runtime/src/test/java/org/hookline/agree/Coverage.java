package org.hookline.agree;

import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.hookline.ir.Fate;
import org.hookline.ir.Taken;

/** What a run of the agreement has seen, so that a test can ask whether it saw enough. */
public final class Coverage {
  private final Map<String, Integer> fates = new TreeMap<>();
  private final Set<String> ways = new TreeSet<>();
  private int compared;
  private int incomparable;
  private int packets;
  private int translated;
  private int replies;

  void compared(Iterable<Fate> ends, Iterable<Taken> path, Passages passages) {
    compared++;
    translated += passages.translated();
    replies += passages.replies();
    for (Fate fate : ends) {
      packets++;
      fates.merge(fate.outcome().name(), 1, Integer::sum);
    }
    for (Taken taken : path) {
      ways.add(taken.place().step() + " " + taken.way());
    }
  }

  void incomparable() {
    incomparable++;
  }

  /** Adds what another run has seen. */
  public void add(Coverage other) {
    compared += other.compared;
    incomparable += other.incomparable;
    packets += other.packets;
    translated += other.translated;
    replies += other.replies;
    other.fates.forEach((fate, count) -> fates.merge(fate, count, Integer::sum));
    ways.addAll(other.ways);
  }

  /** Flows on which both interpreters were compared. */
  public int flows() {
    return compared;
  }

  /** Packets of these flows. */
  public int packets() {
    return packets;
  }

  /** Flows that met a bound which only one interpreter has. */
  public int skipped() {
    return incomparable;
  }

  /** How many of a hundred packets NAT rewrote. */
  public int translatedShare() {
    return share(translated);
  }

  /** How many of a hundred packets went against the opening one. */
  public int replyShare() {
    return share(replies);
  }

  /** How many of a hundred packets a socket took. */
  public int deliveredShare() {
    return share(fates.getOrDefault("ACCEPTED", 0) + fates.getOrDefault("ANSWERED", 0));
  }

  private int share(int some) {
    return packets == 0 ? 0 : 100 * some / packets;
  }

  /** Packets by how they ended. */
  public Map<String, Integer> fates() {
    return fates;
  }

  /** Step and number of each way that was taken. */
  public Set<String> ways() {
    return ways;
  }

  @Override
  public String toString() {
    return compared
        + " flows, "
        + packets
        + " packets "
        + fates
        + ", "
        + translated
        + " translated, "
        + replies
        + " replies, skipped "
        + incomparable
        + " flows";
  }
}
