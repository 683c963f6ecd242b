package org.hookline.importer;

import java.util.Map;
import java.util.SplittableRandom;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/** A host with many packet rules, as iptables-save prints them. */
@State(Scope.Benchmark)
@BenchmarkMode({Mode.SingleShotTime, Mode.AverageTime})
@OutputTimeUnit(TimeUnit.MILLISECONDS)
public class LargeRuleSets {

  @Param({"1000", "10000"})
  public int rules;

  private Dump saved;

  /** A hundred chains, with what firewalls mostly ask for. */
  @Setup
  public void save() {
    SplittableRandom random = new SplittableRandom(rules);
    StringBuilder text = new StringBuilder("*filter\n:FORWARD DROP [0:0]\n");
    for (int chain = 0; chain < 100; chain++) {
      text.append(":zone").append(chain).append(" - [0:0]\n");
    }
    for (int rule = 0; rule < rules; rule++) {
      text.append("-A zone").append(rule % 100).append(" -s 172.16.");
      text.append(random.nextInt(256)).append('.').append(random.nextInt(256));
      text.append("/32 -i eth0 -p tcp -m tcp --dport ").append(random.nextInt(65536));
      text.append(" -m conntrack --ctstate NEW -m comment --comment \"rule ").append(rule);
      text.append("\" -j ACCEPT\n");
    }
    saved = new Dump("iptables-save", text + "COMMIT\n");
  }

  @Benchmark
  public ImportedHost read() {
    return HostImport.of("host", Map.of(DumpKind.IPTABLES, saved));
  }
}
