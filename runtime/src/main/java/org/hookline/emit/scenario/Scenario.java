package org.hookline.emit.scenario;

import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.hookline.addr.Address;
import org.hookline.addr.AddressRange;
import org.hookline.addr.Mac;
import org.hookline.addr.Malformed;
import org.hookline.addr.MaskedMark;
import org.hookline.addr.PortRange;
import org.hookline.addr.Prefix;
import org.hookline.addr.Protocol;
import org.hookline.emit.AtomicFile;
import org.hookline.emit.ScriptFile;
import org.hookline.json.BadJson;
import org.hookline.json.BadText;
import org.hookline.json.JsonCodec;
import org.hookline.json.Place;
import org.hookline.kernel.KernelVersion;
import org.hookline.model.Network;
import org.hookline.model.iface.AddressScope;
import org.hookline.source.Origin;
import org.hookline.source.Problem;
import org.hookline.source.Severity;

/**
 * A network as {@code NAME.sim.json}: everything that a file of the language means, without the
 * file and without what comes out of it. Whoever reads it needs no language.
 *
 * @param schemaVersion {@link #VERSION}
 */
public record Scenario(int schemaVersion, Network network) {
  public static final int VERSION = 1;

  private static final Pattern PLACE = Pattern.compile("(.+):(\\d{1,9}):(\\d{1,9})\\+(\\d{1,9})");

  /** The text of a network; equal networks have equal texts. */
  public static String text(Network network) {
    return codec().write(new Scenario(VERSION, network));
  }

  /** Writes a file, complete or not at all. */
  public static void write(Network network, Path file) throws IOException {
    AtomicFile.write(file, ScriptFile.data(text(network)));
  }

  /**
   * Reads a file.
   *
   * @throws IOException the file cannot be read
   * @throws BadScenario its text is no network
   */
  public static Network read(Path file) throws IOException, BadScenario {
    try {
      return parse(file.toString(), Files.readString(file, StandardCharsets.UTF_8));
    } catch (CharacterCodingException e) {
      throw new BadScenario(
          problem(Origin.line(file.toString(), 1), "this is no text in UTF-8", ""));
    }
  }

  /**
   * Reads a text.
   *
   * @param file how problems name it
   */
  public static Network parse(String file, String text) throws BadScenario {
    try {
      Scenario scenario = codec().read(text, Scenario.class);
      if (scenario.schemaVersion() != VERSION) {
        Place place = JsonCodec.place(text, "$.schemaVersion");
        throw bad(file, place, "this is not the version that is read here", "" + VERSION);
      }
      Optional<Dangling> dangling = References.check(scenario.network());
      if (dangling.isPresent()) {
        Place place = JsonCodec.place(text, "$.network" + dangling.get().path());
        throw bad(file, place, dangling.get().message(), dangling.get().hint());
      }
      return scenario.network();
    } catch (BadJson e) {
      throw bad(file, e.place(), e.getMessage(), e.hint());
    }
  }

  private static BadScenario bad(String file, Place place, String message, String hint) {
    Origin origin = new Origin(file, place.line(), place.column(), 0);
    return new BadScenario(problem(origin, place.path() + ": " + message, hint));
  }

  private static Problem problem(Origin origin, String message, String hint) {
    return new Problem(Severity.ERROR, "bad-scenario", message, hint, origin);
  }

  private static JsonCodec codec() {
    return new JsonCodec()
        .text(Address.class, Address::toString, word(Address::parse))
        .text(AddressScope.class, AddressScope::toString, word(AddressScope::parse))
        .text(AddressRange.class, AddressRange::toString, word(AddressRange::parse))
        .text(KernelVersion.class, KernelVersion::toString, word(KernelVersion::parse))
        .text(Mac.class, Mac::toString, word(Mac::parse))
        .text(MaskedMark.class, MaskedMark::toString, word(MaskedMark::parse))
        .text(Origin.class, Scenario::text, Scenario::origin)
        .text(PortRange.class, PortRange::toString, word(PortRange::parse))
        .text(Prefix.class, Prefix::toString, word(Prefix::parse))
        .text(Protocol.class, Protocol::toString, word(Protocol::parse));
  }

  private static <T> JsonCodec.TextParser<T> word(Function<String, T> parse) {
    return text -> {
      try {
        return parse.apply(text);
      } catch (Malformed e) {
        throw new BadText(e.getMessage(), e.hint());
      }
    };
  }

  /** {@code FILE:LINE:COLUMN+LENGTH}; empty for what nobody wrote. */
  private static String text(Origin origin) {
    return origin.equals(Origin.NONE)
        ? ""
        : origin.file() + ":" + origin.line() + ":" + origin.column() + "+" + origin.length();
  }

  private static Origin origin(String text) throws BadText {
    if (text.isEmpty()) {
      return Origin.NONE;
    }
    Matcher place = PLACE.matcher(text);
    if (!place.matches()) {
      throw new BadText("'" + text + "' is not a place in a file", "FILE:LINE:COLUMN+LENGTH");
    }
    return new Origin(
        place.group(1), number(place.group(2)), number(place.group(3)), number(place.group(4)));
  }

  private static int number(String digits) {
    return Integer.parseInt(digits);
  }
}
