package org.hookline.routeget;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.hookline.ir.StepGraph;
import org.hookline.ir.Visit;
import org.hookline.lab.KernelLab;
import org.hookline.model.Network;
import org.hookline.path.PacketWalk;
import org.hookline.path.Paths;
import org.hookline.sim.Oracle;
import org.hookline.sim.Player;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code hookline route get} against {@code ip route get}, line by line. */
class RouteGetKernelTest {
  private static final long SEED = Long.getLong("routeget.seed", 20240718);
  private static final int HOSTS = Integer.getInteger("routeget.hosts", 100);
  private static final int QUESTIONS = 50;

  private static final List<String> SWITCHES =
      List.of(
          "rp_filter",
          "accept_local",
          "route_localnet",
          "src_valid_mark",
          "ignore_routes_with_linkdown");

  /** Draws of a hash that are tried, evenly spread. */
  private static final int DRAWS = 512;

  @TempDir Path directory;

  @Test
  void randomHostsAnswerRandomQuestionsAsTheKernelDoes() throws Exception {
    KernelLab.assumeAllowed();
    System.out.println("route get: seed " + SEED + ", " + HOSTS + " hosts of " + QUESTIONS);
    List<String> differences = new ArrayList<>();
    for (int i = 0; i < HOSTS; i++) {
      differences.addAll(differences(SEED + i));
    }
    assertThat(differences)
        .as("differences of " + HOSTS * QUESTIONS + " answers, seed " + SEED)
        .isEmpty();
  }

  private List<String> differences(long seed) throws Exception {
    Dice dice = new Dice(seed);
    HostDice host = new HostDice(dice);
    HostDraft draft = new HostDraft();
    String prepare = prepare(dice, draft);
    List<Command> commands = host.commands();
    List<Question> questions = new ArrayList<>();
    for (int i = 0; i < QUESTIONS; i++) {
      questions.add(Question.draw(dice, host));
    }
    Kernel.Said said = new Kernel(directory).ask(prepare, commands, questions);
    StringBuilder config = new StringBuilder();
    prepare
        .lines()
        .filter(l -> l.matches("echo [12].*"))
        .forEach(l -> config.append("  ").append(l).append('\n'));
    for (int i = 0; i < commands.size(); i++) {
      String refused = said.refused().get(i);
      if (refused == null) {
        commands.get(i).accepted().accept(draft);
        config.append("  ip ").append(commands.get(i).text()).append('\n');
      }
    }
    Network network = draft.network(HostDice.TABLES);
    Paths paths =
        PacketWalk.of(network, PacketWalk.number(network), new StepGraph.Builder(), List.of());
    List<String> differences = new ArrayList<>();
    for (int i = 0; i < questions.size(); i++) {
      Set<String> possible = possible(paths, questions.get(i));
      String kernel = said.answers().get(i);
      if (!possible.contains(kernel)) {
        differences.add(
            questions.get(i).text() + "\n  kernel:   " + kernel + "\n  hookline: " + possible);
      }
    }
    if (!differences.isEmpty()) {
      differences.add(0, "seed " + seed + "\n" + config);
    }
    return differences;
  }

  /** Links that exist and are up, and the switches that answers rest on. */
  private static String prepare(Dice dice, HostDraft draft) {
    StringBuilder script = new StringBuilder("ip link set lo up");
    for (String link : HostDice.LINKS) {
      boolean carrier = !dice.onceIn(5);
      draft.carrier(link, carrier);
      script.append("\nip link add ").append(link).append(" type veth peer name p").append(link);
      script.append("; ip link set p").append(link).append(carrier ? " up" : " down");
      script.append("; ip link set ").append(link).append(" up");
    }
    sysctl(draft, script, "net.ipv4.ip_forward", dice.any(0, 1, 1, 1));
    for (String key : SWITCHES) {
      sysctl(draft, script, "net.ipv4.conf.all." + key, 0);
      for (String link : HostDice.LINKS) {
        int value = dice.onceIn(4) ? (key.equals("rp_filter") ? dice.any(1, 2) : 1) : 0;
        sysctl(draft, script, "net.ipv4.conf." + link + "." + key, value);
      }
    }
    return script.toString();
  }

  private static void sysctl(HostDraft draft, StringBuilder script, String key, int value) {
    draft.sysctl(key, value);
    script.append("\necho ").append(value).append(" >/proc/sys/").append(key.replace('.', '/'));
  }

  /** The answers of all outcomes of a hash. */
  private static Set<String> possible(Paths paths, Question question) {
    Set<String> answers = new LinkedHashSet<>();
    for (int i = 0; i < DRAWS; i++) {
      Spread oracle = new Spread(i);
      answers.add(new Player(paths, oracle).route(question.asked()).text());
      if (!oracle.asked) {
        break;
      }
    }
    return answers;
  }

  /** The same part of every range. */
  private static final class Spread implements Oracle {
    private final int part;
    private boolean asked;

    Spread(int part) {
      this.part = part;
    }

    @Override
    public long draw(Visit visit, long preferred, int attempt) {
      asked = true;
      return (visit.choice().mask() + 1) * part / DRAWS;
    }
  }
}
