package org.hookline.check;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.hookline.check.set.Assignment;
import org.hookline.check.set.Diagrams;
import org.hookline.check.set.Vec;
import org.hookline.check.set.Vectors;
import org.hookline.ir.Moment;
import org.hookline.ir.StepGraph;
import org.hookline.ir.conntrack.Found;
import org.hookline.ir.conntrack.Part;
import org.hookline.ir.conntrack.Store;
import org.hookline.ir.conntrack.Tuple;
import org.hookline.packet.Fields;
import org.hookline.sim.HashStore;
import org.hookline.sim.Tables;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;

/**
 * What {@link Store} promises, asked of both stores: of the hash table alone, and of the slots at
 * every value of their variables, against a hash table that lives through the same.
 */
class StoreLawsTest {
  private static final int HOST = 1;
  private static final int SLOTS = 4;

  private final StepGraph graph = graph();
  private final Inputs inputs = new Inputs(Map.of(Fields.TOS, InputSpec.ANY));
  private final Diagrams diagrams = new Diagrams();
  private final Vectors vectors = new Vectors(diagrams);
  private final Arena arena = new Arena(graph, diagrams, vectors, inputs);

  private static StepGraph graph() {
    StepGraph.Builder builder = new StepGraph.Builder();
    builder.conntrack(HOST, SLOTS);
    return builder.build();
  }

  private static Tuple<Long> tuple(long src, long dst) {
    return new Tuple<>(0L, 6L, 0L, src, 1000L, dst, 80L);
  }

  private static void write(HashStore store, long entry, Tuple<Long> original, Tuple<Long> reply) {
    store.write(entry, Part.PROTO, original.proto());
    store.write(entry, Part.ORIGINAL_SRC, original.src());
    store.write(entry, Part.ORIGINAL_SPORT, original.sport());
    store.write(entry, Part.ORIGINAL_DST, original.dst());
    store.write(entry, Part.ORIGINAL_DPORT, original.dport());
    store.write(entry, Part.REPLY_SRC, reply.src());
    store.write(entry, Part.REPLY_SPORT, reply.sport());
    store.write(entry, Part.REPLY_DST, reply.dst());
    store.write(entry, Part.REPLY_DPORT, reply.dport());
  }

  private static long confirmed(HashStore store, Tuple<Long> original, Tuple<Long> reply) {
    long entry = store.create(true);
    write(store, entry, original, reply);
    store.write(entry, Part.CONFIRMED, 1L);
    return entry;
  }

  @Test
  void anEntryIsFoundByEitherTupleFromItsConfirmationOnAndNeverBefore() {
    HashStore store = new Tables().of(HOST);
    long entry = store.create(true);
    write(store, entry, tuple(1, 2), tuple(3, 1));
    assertThat(store.find(true, tuple(1, 2))).isEmpty();

    store.write(entry, Part.CONFIRMED, 1L);
    assertThat(store.find(true, tuple(1, 2))).containsExactly(new Found<>(true, entry, false));
    assertThat(store.find(true, tuple(3, 1))).containsExactly(new Found<>(true, entry, true));
    assertThat(store.find(true, tuple(2, 1))).isEmpty();
    assertThat(store.find(false, tuple(1, 2))).isEmpty();

    store.write(entry, Part.REPLY_SRC, 9L);
    assertThat(store.find(true, tuple(3, 1))).isEmpty();
    assertThat(store.find(true, tuple(9, 1))).hasSize(1);
  }

  /**
   * Measured on 6.18: of three datagrams that a socket on lo sends to itself, the second and third
   * are ESTABLISHED and travel in reply direction.
   */
  @Test
  void whereBothDirectionsLookTheSameTheAnswerIsFound() {
    Tuple<Long> mirrored = new Tuple<>(0L, 17L, 0L, 5L, 5000L, 5L, 5000L);
    HashStore store = new Tables().of(HOST);
    long entry = confirmed(store, mirrored, mirrored);
    assertThat(store.find(true, mirrored)).containsExactly(new Found<>(true, entry, true));
  }

  /** A ping of an address to itself, with identifier 0 (kernel: the type is in the tuple). */
  @Test
  void anEchoRequestIsNotTakenForItsReply() {
    Tuple<Long> request = new Tuple<>(0L, 1L, 0L, 5L, 0L, 5L, 0L);
    Tuple<Long> reply = new Tuple<>(0L, 1L, 1L, 5L, 0L, 5L, 0L);
    HashStore store = new Tables().of(HOST);
    long entry = confirmed(store, request, reply);
    assertThat(store.find(true, request)).containsExactly(new Found<>(true, entry, false));
    assertThat(store.find(true, reply)).containsExactly(new Found<>(true, entry, true));
  }

  @Test
  void entryNoneReadsAsZeroAndCannotBeWritten() {
    HashStore store = new Tables().of(HOST);
    store.write(0L, Part.MARK, 7L);
    assertThat(store.read(0L, Part.MARK)).isZero();
    assertThat(store.create(true)).isEqualTo(1L);
    assertThat(store.read(1L, Part.MARK)).isZero();
  }

  /** Slots, hash tables for every value of the eight variables, and their entries so far. */
  private final class Lives {
    private final SplittableRandom random;
    private final SymbolicContext state;
    private final List<HashStore> tables = new ArrayList<>();
    private final List<Vec> entries = new ArrayList<>();
    private final List<Map<Integer, Long>> numbers = new ArrayList<>();
    private int hits;

    Lives(long seed) {
      random = new SplittableRandom(seed);
      Vec[] env = inputs.env(arena.layout(), vectors);
      state = new SymbolicContext(arena, Moment.FIRST, env, Diagrams.TRUE);
      for (int i = 0; i < 256; i++) {
        tables.add(new Tables().of(HOST));
        numbers.add(new LinkedHashMap<>());
      }
    }

    private Store<Integer, Vec> store() {
      return state.conntrack(HOST);
    }

    private Assignment at(int point) {
      Assignment values = new Assignment();
      values.set(inputs.blocks().get(Fields.TOS), point);
      return values;
    }

    private boolean holds(int guard, int point) {
      return diagrams.holds(guard, at(point));
    }

    private int guard() {
      Vec input = state.get(Fields.TOS);
      return switch (random.nextInt(3)) {
        case 0 -> Diagrams.TRUE;
        case 1 -> vectors.masked(input, random.nextInt(256), 1L << random.nextInt(8));
        default -> vectors.inRange(input, random.nextInt(100), 100 + random.nextInt(156));
      };
    }

    private Vec value(int width) {
      Vec input = vectors.fit(state.get(Fields.TOS), width);
      Vec constant = vectors.value(width, random.nextInt(4));
      return switch (random.nextInt(3)) {
        case 0 -> constant;
        case 1 -> vectors.mix(input, constant, ~3);
        default -> vectors.ifThenElse(guard(), constant, vectors.value(width, random.nextInt(4)));
      };
    }

    private long number(Vec vec, int point) {
      return vectors.numberAt(vec, at(point));
    }

    void create() {
      int guard = guard();
      guard = diagrams.minus(guard, store().full(guard));
      if (guard == Diagrams.FALSE) {
        return;
      }
      Vec entry = store().create(guard);
      int no = entries.size();
      entries.add(vectors.ifThenElse(guard, entry, vectors.value(32, 0)));
      for (int point = 0; point < 256; point++) {
        if (holds(guard, point)) {
          numbers.get(point).put(no, tables.get(point).create(true));
        }
      }
      for (Part part : Part.values()) {
        readTheSame(no, part);
      }
    }

    private long entryAt(int no, int point) {
      return numbers.get(point).getOrDefault(no, 0L);
    }

    private void readTheSame(int no, Part part) {
      Vec read = store().read(entries.get(no), part);
      for (int point = 0; point < 256; point++) {
        assertThat(number(read, point)).isEqualTo(tables.get(point).read(entryAt(no, point), part));
      }
    }

    void write(Part part) {
      if (entries.isEmpty()) {
        return;
      }
      int no = random.nextInt(entries.size());
      Vec value = part == Part.CONFIRMED ? vectors.value(1, 1) : value(part.width());
      store().write(entries.get(no), part, value);
      for (int point = 0; point < 256; point++) {
        tables.get(point).write(entryAt(no, point), part, number(value, point));
      }
      for (int other = 0; other < entries.size(); other++) {
        readTheSame(other, part);
      }
    }

    void findAnything() {
      find(
          new Tuple<>(
              vectors.value(16, random.nextInt(2)),
              vectors.value(8, random.nextInt(2)),
              vectors.value(1, random.nextInt(2)),
              value(32),
              value(16),
              value(32),
              value(16)));
    }

    private void find(Tuple<Vec> key) {
      int guard = guard();
      List<Found<Integer, Vec>> found = store().find(guard, key);
      for (int point = 0; point < 256; point++) {
        Tuple<Long> concrete =
            new Tuple<>(
                number(key.zone(), point),
                number(key.proto(), point),
                number(key.answer(), point),
                number(key.src(), point),
                number(key.sport(), point),
                number(key.dst(), point),
                number(key.dport(), point));
        List<String> simulated = new ArrayList<>();
        for (Found<Boolean, Long> one : tables.get(point).find(holds(guard, point), concrete)) {
          simulated.add(contents(tables.get(point), one.entry()) + one.reply());
        }
        List<String> checked = new ArrayList<>();
        for (Found<Integer, Vec> one : found) {
          if (holds(one.where(), point)) {
            checked.add(contents(one.entry(), point) + one.reply());
          }
        }
        assertThat(checked).isEqualTo(simulated);
        hits += simulated.size();
      }
    }

    private String contents(HashStore table, long entry) {
      StringBuilder text = new StringBuilder();
      for (Part part : Part.values()) {
        text.append(table.read(entry, part)).append(' ');
      }
      return text.toString();
    }

    private String contents(Vec entry, int point) {
      StringBuilder text = new StringBuilder();
      for (Part part : Part.values()) {
        text.append(number(store().read(entry, part), point)).append(' ');
      }
      return text.toString();
    }

    /** Entries that no other one equals, as the confirmation of conntrack sees to. */
    void confirmed() {
      create();
      int no = entries.size() - 1;
      if (no < 0) {
        return;
      }
      long unique = 16 * (no + 1);
      write(no, Part.ORIGINAL_SRC, vectors.value(32, unique + random.nextInt(4)));
      write(no, Part.REPLY_SRC, vectors.mix(vectors.value(32, unique + 8), value(32), 3));
      write(no, Part.CONFIRMED, vectors.value(1, 1));
    }

    private void write(int no, Part part, Vec value) {
      store().write(entries.get(no), part, value);
      for (int point = 0; point < 256; point++) {
        tables.get(point).write(entryAt(no, point), part, number(value, point));
      }
    }

    void findStored() {
      if (entries.isEmpty()) {
        return;
      }
      Vec entry = entries.get(random.nextInt(entries.size()));
      boolean reply = random.nextBoolean();
      Vec proto = random.nextInt(3) == 0 ? vectors.value(8, 1) : store().read(entry, Part.PROTO);
      int icmp = reply ? vectors.masked(proto, 1, 0xff) : Diagrams.FALSE;
      Tuple<Vec> key =
          new Tuple<>(
              store().read(entry, Part.ZONE),
              proto,
              vectors.ifThenElse(icmp, vectors.value(1, 1), vectors.value(1, 0)),
              store().read(entry, reply ? Part.REPLY_SRC : Part.ORIGINAL_SRC),
              store().read(entry, reply ? Part.REPLY_SPORT : Part.ORIGINAL_SPORT),
              store().read(entry, reply ? Part.REPLY_DST : Part.ORIGINAL_DST),
              store().read(entry, reply ? Part.REPLY_DPORT : Part.ORIGINAL_DPORT));
      find(key);
    }
  }

  @RepeatedTest(30)
  void slotsAreAHashTableAtEveryValueOfTheirVariables(RepetitionInfo repetition) {
    Lives lives = new Lives(repetition.getCurrentRepetition());
    for (int i = 0; i < 40; i++) {
      switch (lives.random.nextInt(4)) {
        case 0 -> lives.confirmed();
        case 1 -> lives.write(Part.MARK);
        case 2 -> lives.findStored();
        default -> lives.findAnything();
      }
    }
    assertThat(lives.hits).as("tuples that were found").isPositive();
  }
}
