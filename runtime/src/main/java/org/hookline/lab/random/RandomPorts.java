package org.hookline.lab.random;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonPrimitive;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Ports and identifiers that the kernel drew become classes, as recordings have them: another run
 * draws others.
 */
final class RandomPorts {
  private static final Pattern RANGE = Pattern.compile(":?(\\d{3,5})-(\\d{3,5})\\b");

  /** Ports of which the kernel takes any: of other ranges it takes the first that is free. */
  private static final Pattern DRAWN =
      Pattern.compile(
          "(-j (SNAT|MASQUERADE) [^\"]*)[:\\s]\\d+-\\d+(?=[\\s\"])|"
              + "[:\\s]\\d+-\\d+(?= --random)");

  private static final Pattern NUMBER = Pattern.compile("\\d+");
  private static final Pattern PORT =
      Pattern.compile("(\\d+\\.\\d+\\.\\d+\\.\\d+|\\d+/\\d+):(\\d+)");
  private static final int LONGEST = 1000;

  private final Set<Integer> known = new TreeSet<>();
  private final List<int[]> ranges = new ArrayList<>();

  private RandomPorts(JsonObject played) {
    JsonObject host = played.getAsJsonObject("r");
    RANGE
        .matcher(host.get("iptables").toString())
        .results()
        .forEach(r -> ranges.add(new int[] {number(r, 1), number(r, 2)}));
    NUMBER
        .matcher(
            DRAWN.matcher(host.get("iptables").toString()).replaceAll("$1 ") + host.get("listen"))
        .results()
        .filter(n -> n.group().length() <= "65535".length())
        .forEach(n -> known.add(number(n, 0)));
    for (JsonElement probe : played.getAsJsonArray("probes")) {
      for (String key : List.of("sport", "dport", "id")) {
        JsonElement value = probe.getAsJsonObject().get(key);
        if (value != null) {
          known.add(value.getAsInt());
        }
      }
    }
  }

  private static int number(MatchResult match, int group) {
    return Integer.parseInt(match.group(group));
  }

  /** Rewrites what was observed, in place. */
  static void classify(JsonObject played) {
    RandomPorts ports = new RandomPorts(played);
    for (JsonElement probe : played.getAsJsonArray("probes")) {
      JsonObject out = probe.getAsJsonObject().getAsJsonObject("out");
      for (Map.Entry<String, JsonElement> entry : out.entrySet()) {
        entry.setValue(ports.in(entry.getValue()));
      }
    }
  }

  private JsonElement in(JsonElement value) {
    if (value.isJsonArray()) {
      JsonArray array = new JsonArray();
      value.getAsJsonArray().forEach(e -> array.add(in(e)));
      return array;
    }
    if (value.isJsonObject()) {
      JsonObject object = new JsonObject();
      value.getAsJsonObject().entrySet().forEach(e -> object.add(e.getKey(), in(e.getValue())));
      return object;
    }
    boolean text = value.isJsonPrimitive() && value.getAsJsonPrimitive().isString();
    return text ? new JsonPrimitive(in(value.getAsString())) : value;
  }

  private String in(String text) {
    return PORT.matcher(text)
        .replaceAll(
            m -> Matcher.quoteReplacement(m.group(1) + ":" + word(m.group(1), number(m, 2), text)));
  }

  private String word(String before, int port, String text) {
    if (known.contains(port)) {
      return "" + port;
    }
    boolean identifier = before.contains("/") || text.startsWith("icmp ");
    if (identifier) {
      return "any";
    }
    return ranges.stream()
        .filter(r -> r[0] <= port && port <= r[1] && r[1] - r[0] < LONGEST)
        .findFirst()
        .map(r -> "R" + r[0] + "-" + r[1])
        .orElse(port < 512 ? "<512" : port < 1024 ? "<1024" : ">=1024");
  }
}
