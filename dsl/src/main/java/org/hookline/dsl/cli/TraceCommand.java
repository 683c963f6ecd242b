package org.hookline.dsl.cli;

import com.google.gson.GsonBuilder;
import java.io.IOException;
import java.util.concurrent.Callable;
import org.hookline.api.Hookline;
import org.hookline.dsl.load.Unreadable;
import org.hookline.export.TraceJson;
import org.hookline.export.TraceText;
import org.hookline.model.Network;
import org.hookline.model.Port;
import org.hookline.packet.Headers;
import org.hookline.trace.Trace;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code hookline trace FILE --at HOST --in IFACE PACKET}: one packet and what follows from it. */
@Command(name = "trace", description = "Shows a packet's way through the network, step by step.")
final class TraceCommand implements Callable<Integer> {
  private final Io io;
  private final Language language;

  @Mixin private OutputOptions output;

  @Mixin private FormatOption format;

  @Option(
      names = "--at",
      required = true,
      paramLabel = "HOST",
      description = "The host that the packet comes to.")
  private String host;

  @Option(
      names = "--in",
      required = true,
      paramLabel = "INTERFACE",
      description = "The interface that it comes in by.")
  private String iface;

  @Option(
      names = "--seed",
      paramLabel = "N",
      defaultValue = "0",
      description = "What the kernel would draw at random; the same seed gives the same result.")
  private long seed;

  @Parameters(index = "0", paramLabel = "FILE", description = "A file (.hkl); - is standard input.")
  private String file;

  @Parameters(
      index = "1",
      paramLabel = "PACKET",
      description = "Such as 'tcp 202.38.70.7:40000 > 202.141.160.110:50000'.")
  private String packet;

  TraceCommand(Io io, Language language) {
    this.io = io;
    this.language = language;
  }

  @Override
  public Integer call() throws IOException, Unreadable, InvalidModel, Misuse {
    Headers headers = Headers.parse(packet);
    Network network = language.network(file, output.ink(io));
    Known.iface(Known.host(network, host), iface);
    Trace trace = Hookline.of(network).trace(new Port(host, iface), headers, seed);
    output.write(
        io,
        format.json()
            ? new GsonBuilder()
                    .setPrettyPrinting()
                    .disableHtmlEscaping()
                    .create()
                    .toJson(TraceJson.of(trace))
                + "\n"
            : String.join("\n", new TraceText(output.ink(io)).lines(trace)) + "\n");
    return Exit.GOOD.code();
  }
}
