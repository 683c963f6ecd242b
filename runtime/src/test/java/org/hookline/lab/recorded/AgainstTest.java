package org.hookline.lab.recorded;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import com.google.gson.JsonPrimitive;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.hookline.lab.Difference;
import org.hookline.lab.Summary;
import org.hookline.lab.recorded.AgainstReport.Judgement;
import org.hookline.lab.recorded.AgainstReport.ProbeResult;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Random hosts and probes, judged by kernel 6.18 elsewhere, beside what the simulator says. */
class AgainstTest {
  private static final int DRAWN = 336;
  private static final int TRACED = 74;

  @TempDir private Path directory;

  private static Path sample(String profile) {
    try {
      return Path.of(AgainstTest.class.getResource(profile + ".jsonl.gz").toURI());
    } catch (URISyntaxException e) {
      throw new IllegalStateException(e);
    }
  }

  /** The first case of the filter profile, to be changed. */
  private static RecordedCase first() throws NotRecorded {
    try (RecordedCases cases = RecordedCases.open(sample("filter"))) {
      return cases.next().orElseThrow();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @ParameterizedTest
  @CsvSource({"routing, 68", "filter, 74"})
  void everyProbeEndsAsTheKernelSaid(String profile, int probes) throws IOException, NotRecorded {
    AgainstReport report = Against.run(List.of(sample(profile)));
    assertThat(report.of(Judgement.DIFFERED)).isEmpty();
    assertThat(report.summary()).isEqualTo(new Summary(probes, probes, 0, 0));
    assertThat(report.profiles()).containsOnlyKeys(profile);
  }

  /**
   * Cases in which the simulator once differed: recorded on 6.18.44 with random rules and probes.
   */
  @Test
  void whatOnceDifferedAgrees() throws IOException, NotRecorded {
    AgainstReport report = Against.run(List.of(sample("corners")));
    assertThat(report.of(Judgement.DIFFERED)).isEmpty();
    assertThat(report.summary()).isEqualTo(new Summary(153, 153, 0, 0));
  }

  /** The least cases of differences that random cases showed, recorded on 6.18.44. */
  @Test
  void whatRandomCasesFoundAgrees() throws IOException, NotRecorded {
    AgainstReport report = Against.run(List.of(sample("drawn")));
    assertThat(report.of(Judgement.DIFFERED)).isEmpty();
    assertThat(report.summary()).isEqualTo(new Summary(DRAWN, DRAWN, 0, 0));
    assertThat(report.ordersCompared()).isEqualTo(TRACED);
    assertThat(report.untraced())
        .isEqualTo(Map.of("nothing was written down of it", DRAWN - TRACED));
  }

  /**
   * Broadcasts that {@code bc_forwarding} lets through, and gateways that are broadcast addresses:
   * recorded on 6.18.44 with rules, REJECT, NAT, {@code rp_filter} and permanent neighbours.
   */
  @Test
  void whatGoesToEverybodyAgrees() throws IOException, NotRecorded {
    AgainstReport report = Against.run(List.of(sample("everybody")));
    assertThat(report.of(Judgement.DIFFERED)).isEmpty();
    assertThat(report.summary()).isEqualTo(new Summary(254, 254, 0, 0));
    assertThat(report.ordersCompared()).isEqualTo(253);
  }

  /** kernel: net/ipv4/route.c ip_error(), whose limit an earlier redirect has used up */
  @Test
  void whatTheKernelTellsNobodyAfterARedirectIsNoDifference() throws IOException, NotRecorded {
    AgainstReport report = Against.run(List.of(sample("limited")));
    assertThat(report.summary()).isEqualTo(new Summary(2, 2, 0, 2));
    assertThat(report.of(Judgement.NOT_COMPARABLE))
        .extracting(ProbeResult::reason)
        .containsExactly(
            Optional.of("the kernel limits what it tells 10.92.240.11 after a redirect"),
            Optional.of("the kernel limits what it tells 10.92.240.10 after a redirect"));
  }

  /** The case that was recorded when orders were seen already. */
  private static RecordedCase traced() throws IOException, NotRecorded {
    try (RecordedCases cases = RecordedCases.open(sample("drawn"))) {
      Optional<RecordedCase> last = Optional.empty();
      for (Optional<RecordedCase> next = cases.next(); next.isPresent(); next = cases.next()) {
        last = next;
      }
      return last.orElseThrow();
    }
  }

  @Test
  void anotherOrderDiffersAndItsFirstStepIsNamed() throws IOException, NotRecorded {
    RecordedCase recorded = traced();
    JsonArray order =
        recorded.probes().get(0).json().getAsJsonObject("out").getAsJsonArray("order");
    order.set(1, new JsonPrimitive("INPUT filter/INPUT/policy mangle/INPUT/policy"));
    assertThat(Against.compare(recorded).get(0).difference())
        .contains(
            new Difference(
                "order, passage 2 (INPUT) step 1", "mangle/INPUT/policy", "filter/INPUT/policy"));
  }

  @Test
  void whatWasNotTracedWhollyClaimsNothing() throws IOException, NotRecorded {
    RecordedCase recorded = traced();
    JsonObject out = recorded.probes().get(0).json().getAsJsonObject("out");
    out.getAsJsonArray("order").remove(1);
    out.addProperty("untraced", "half of it");
    ProbeResult result = Against.compare(recorded).get(0);
    assertThat(result.judgement()).isEqualTo(Judgement.AGREED);
    assertThat(result.untraced()).contains("half of it");
  }

  @Test
  void anotherResultDiffers() throws NotRecorded {
    RecordedCase recorded = first();
    JsonObject out = recorded.probes().get(0).json().getAsJsonObject("out");
    out.addProperty("res", "EMSGSIZE");
    assertThat(item(recorded, 0)).contains("result");
  }

  @Test
  void anotherPacketDiffers() throws NotRecorded {
    RecordedCase recorded = first();
    JsonObject out = recorded.probes().get(0).json().getAsJsonObject("out");
    out.getAsJsonArray("wire").add("out eth0 udp 10.0.0.1:1 10.0.0.2:2 - 64");
    assertThat(item(recorded, 0).orElseThrow()).startsWith("packet ");
  }

  @Test
  void anotherCounterDiffers() throws NotRecorded {
    RecordedCase recorded = first();
    JsonObject out = recorded.probes().get(0).json().getAsJsonObject("out");
    out.getAsJsonObject("hits").addProperty("filter/FORWARD/policy", 77);
    assertThat(item(recorded, 0)).contains("counter filter/FORWARD/policy");
  }

  @Test
  void anotherConntrackEntryDiffers() throws NotRecorded {
    RecordedCase recorded = first();
    JsonObject out = recorded.probes().get(0).json().getAsJsonObject("out");
    out.getAsJsonArray("ct").add("udp - 10.0.0.1:1 10.0.0.2:2 10.0.0.2:2 10.0.0.1:1 zone=0");
    assertThat(item(recorded, 0)).contains("conntrack");
  }

  private static Optional<String> item(RecordedCase recorded, int probe) {
    return Against.compare(recorded).get(probe).difference().map(d -> d.item());
  }

  @Test
  void aRuleThatCannotBeReadMakesItsCaseIncomparable() throws NotRecorded {
    RecordedCase recorded = first();
    JsonArray rules = new JsonArray();
    recorded
        .dumps()
        .getAsJsonArray("iptables")
        .forEach(
            line -> {
              rules.add(line);
              if (line.getAsString().equals("*filter")) {
                rules.add("-A FORWARD -j");
              }
            });
    recorded.dumps().add("iptables", rules);
    List<ProbeResult> results = Against.compare(recorded);
    assertThat(results).extracting(ProbeResult::judgement).containsOnly(Judgement.NOT_COMPARABLE);
    assertThat(results.get(0).reason().orElseThrow()).contains("-A FORWARD -j");
  }

  @Test
  void somethingElseIsNamedByItsLine() throws IOException {
    Path file = directory.resolve("other.jsonl");
    Files.writeString(file, "\n[1, 2]\n", UTF_8);
    assertThatThrownBy(() -> Against.run(List.of(file)))
        .isInstanceOf(NotRecorded.class)
        .hasMessageContaining("other.jsonl:2")
        .hasMessageContaining("no JSON object");
    Files.writeString(file, "{\"id\": \"a\"}\n", UTF_8);
    assertThatThrownBy(() -> Against.run(List.of(file)))
        .isInstanceOf(NotRecorded.class)
        .hasMessageContaining("'profile' is missing");
  }

  @Test
  void aFileThatIsNotCompressedIsNamed() throws IOException {
    Path file = directory.resolve("plain.jsonl.gz");
    Files.writeString(file, "{}\n", UTF_8);
    assertThatThrownBy(() -> Against.run(List.of(file)))
        .isInstanceOf(NotRecorded.class)
        .hasMessageContaining("not compressed");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "\"kind\": ?\"udp\" | \"kind\":\"sctp\" | 'probes[2].kind' must be tcp, udp, ping or raw",
        "\"hits\": | \"hit\": | 'probes[0].out.hits' must be an object",
        "\"links\": | \"link\": | 'build.links' must be a list",
        "\"ns\": ?\"c1\" | \"ns\":\"c9\" | is sent by 'c9', which is not in 'nb'",
      })
  void aDamagedCaseIsNamedWithItsFlaw(String part, String damaged, String flaw)
      throws IOException, NotRecorded {
    String line = first().json().toString();
    Path file = directory.resolve("damaged.jsonl");
    Files.writeString(file, line + "\n" + line.replaceFirst(part, damaged) + "\n");
    List<ProbeResult> results = Against.run(List.of(file)).results();
    int probes = first().probes().size();
    assertThat(results).hasSize(2 * probes);
    assertThat(results.subList(0, probes))
        .extracting(ProbeResult::judgement)
        .containsOnly(Judgement.AGREED);
    assertThat(results.subList(probes, 2 * probes))
        .allSatisfy(result -> assertThat(result.reason().orElseThrow()).contains(flaw))
        .extracting(ProbeResult::judgement)
        .containsOnly(Judgement.NOT_COMPARABLE);
  }

  @Test
  void aFileThatBreaksOffIsNamed() throws IOException {
    Path file = directory.resolve("half.jsonl.gz");
    Files.write(file, java.util.Arrays.copyOf(Files.readAllBytes(sample("filter")), 2000));
    assertThatThrownBy(() -> Against.run(List.of(file)))
        .isInstanceOf(NotRecorded.class)
        .hasMessageContaining("the compressed data breaks off");
  }
}
