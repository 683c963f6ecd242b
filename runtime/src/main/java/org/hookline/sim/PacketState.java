package org.hookline.sim;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToLongFunction;
import org.hookline.ir.Algebra;
import org.hookline.ir.CallStack;
import org.hookline.ir.Choice;
import org.hookline.ir.Context;
import org.hookline.ir.Effect;
import org.hookline.ir.Label;
import org.hookline.ir.Moment;
import org.hookline.ir.Visit;
import org.hookline.ir.conntrack.Store;
import org.hookline.packet.Field;

/** One packet with the world around it: what predicates read and effects change. */
final class PacketState implements Context<Boolean, Long> {
  /** Draws of one branch until it counts as impossible. */
  private static final int TRIES = 2000;

  private final Tables tables;
  private final Oracle oracle;
  private final Map<Visit, Long> choices = new LinkedHashMap<>();
  private final List<Visit> drawn = new ArrayList<>();
  private final Values now = this::current;
  private final Values before = this::former;
  private long[] values;

  /** The values at the last {@link #save}; null before the first: few packets need any. */
  private long[] saved;

  /** Its calls may be those of a little while ago: most moments nobody asks for. */
  private Moment moment = Moment.FIRST;

  private CallStack calls = CallStack.EMPTY;
  private boolean admissible = true;
  private int attempt;

  PacketState(long[] values, Tables tables, Oracle oracle) {
    this.values = values;
    this.tables = tables;
    this.oracle = oracle;
  }

  /**
   * Applies the effects of a branch, drawing again what they choose until it is admissible.
   *
   * @param told whether somebody asks for the values {@link #before}
   * @return false when no admissible draw was found; then nothing has changed
   */
  boolean apply(List<Effect> effects, boolean told) {
    if (!told && plain(effects)) {
      for (Effect effect : effects) {
        effect.on(this);
      }
      return true;
    }
    save();
    tables.mark();
    for (attempt = 0; attempt < TRIES; attempt++) {
      drawn.clear();
      admissible = true;
      for (Effect effect : effects) {
        effect.on(this);
      }
      if (admissible) {
        break;
      }
      System.arraycopy(saved, 0, values, 0, values.length);
      tables.undo();
      if (drawn.isEmpty()) {
        break;
      }
      choices.keySet().removeAll(drawn);
    }
    attempt = 0;
    return admissible;
  }

  private static boolean plain(List<Effect> effects) {
    for (Effect effect : effects) {
      if (!effect.plain()) {
        return false;
      }
    }
    return true;
  }

  /** The values after {@code effects}, which change nothing here; null when they are impossible. */
  long[] applied(List<Effect> effects) {
    long[] kept = values.clone();
    if (!apply(effects, true)) {
      return null;
    }
    long[] result = values;
    tables.undo();
    values = kept;
    return result;
  }

  long[] values() {
    return values;
  }

  void replace(long[] next) {
    values = next;
  }

  Moment moment() {
    if (moment.calls() != calls) {
      moment = moment.under(calls);
    }
    return moment;
  }

  void move(Moment next) {
    moment = next;
    calls = next.calls();
  }

  /** Opens a call that returns to {@code back}. */
  void call(Label back) {
    calls = calls.push(back);
  }

  /**
   * Closes the innermost call.
   *
   * @return where it returns to
   */
  Label comeBack() {
    Label back = calls.back();
    calls = calls.pop();
    return back;
  }

  /** The values as they are. */
  Values now() {
    return now;
  }

  /** The values as they were at the last {@link #save} or {@link #apply}. */
  Values before() {
    return before;
  }

  private long current(Field field) {
    return values[field.id()];
  }

  private long former(Field field) {
    return saved[field.id()];
  }

  void save() {
    if (saved == null) {
      saved = values.clone();
    } else {
      System.arraycopy(values, 0, saved, 0, values.length);
    }
  }

  Map<Visit, Long> choices() {
    return choices;
  }

  @Override
  public Algebra<Boolean, Long> algebra() {
    return Arithmetic.PLAIN;
  }

  @Override
  public Long get(Field field) {
    return values[field.id()];
  }

  @Override
  public void set(Field field, Long value) {
    values[field.id()] = value & field.mask();
  }

  @Override
  public Boolean guard() {
    return admissible;
  }

  @Override
  public void narrow(Boolean by) {
    admissible &= by;
  }

  @Override
  public Store<Boolean, Long> conntrack(int host) {
    return tables.of(host);
  }

  @Override
  public Long choose(Choice choice, Long preferred) {
    return draw(choice, preferred, attempt);
  }

  /** What is computed does not change while what is chosen is drawn again. */
  @Override
  public Long compute(Choice choice, ToLongFunction<long[]> function, List<Long> inputs) {
    long[] numbers = inputs.stream().mapToLong(Long::longValue).toArray();
    return draw(choice, function.applyAsLong(numbers), 0);
  }

  private Long draw(Choice choice, long preferred, int attempt) {
    Visit visit = new Visit(choice, moment());
    Long known = choices.get(visit);
    if (known != null) {
      return known;
    }
    long value = oracle.draw(visit, preferred, attempt) & choice.mask();
    choices.put(visit, value);
    drawn.add(visit);
    return value;
  }
}
