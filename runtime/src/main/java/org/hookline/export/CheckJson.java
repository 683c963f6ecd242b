package org.hookline.export;

import com.google.gson.Gson;
import com.google.gson.GsonBuilder;
import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonPrimitive;
import java.util.Collection;
import java.util.List;
import java.util.function.Function;
import org.hookline.addr.AddressRange;
import org.hookline.addr.PortRange;
import org.hookline.check.CheckResult;
import org.hookline.check.Counterexample;
import org.hookline.check.FailingFlows;
import org.hookline.check.PropertyResult;
import org.hookline.packet.Headers;
import org.hookline.source.Origin;
import org.hookline.source.Problem;

/**
 * Verdicts for machines; the form is described by {@code check.schema.json} beside this class and
 * changes only with {@link #SCHEMA_VERSION}.
 */
public final class CheckJson {
  public static final int SCHEMA_VERSION = 1;

  private static final Gson GSON =
      new GsonBuilder().setPrettyPrinting().disableHtmlEscaping().create();

  private CheckJson() {}

  /** One document for all checks, with a line end. */
  public static String of(List<CheckResult> results) {
    return of(results, List.of());
  }

  /**
   * One document for all checks of several files, with a line end.
   *
   * @param problems of the texts; a text with errors has no checks
   */
  public static String of(List<CheckResult> results, List<Problem> problems) {
    JsonObject root = new JsonObject();
    root.addProperty("schemaVersion", SCHEMA_VERSION);
    root.add("checks", array(results, CheckJson::check));
    if (!problems.isEmpty()) {
      root.add("problems", array(problems, CheckJson::problem));
    }
    return print(root);
  }

  static String print(JsonObject document) {
    return GSON.toJson(document) + "\n";
  }

  private static JsonObject problem(Problem problem) {
    JsonObject object = new JsonObject();
    object.addProperty("severity", problem.severity().word());
    object.addProperty("code", problem.code());
    object.addProperty("message", problem.message());
    object.addProperty("help", problem.hint());
    place(object, problem.origin());
    object.addProperty("column", problem.origin().column());
    object.addProperty("length", problem.origin().length());
    return object;
  }

  static <T> JsonArray array(Collection<T> items, Function<T, ? extends JsonElement> form) {
    JsonArray array = new JsonArray();
    items.forEach(item -> array.add(form.apply(item)));
    return array;
  }

  private static JsonObject check(CheckResult result) {
    JsonObject check = new JsonObject();
    check.addProperty("name", result.check().name());
    place(check, result.check().origin());
    check.addProperty("verdict", result.verdict().toString());
    check.addProperty("expected", result.check().expectRefuted() ? "refuted" : "proved");
    check.addProperty("met", result.met());
    check.addProperty("profileRecorded", result.unrecorded().isEmpty());
    check.add("unrecorded", array(result.unrecorded(), JsonPrimitive::new));
    check.add("assumptions", array(result.assumptions(), JsonPrimitive::new));
    check.add("properties", array(result.properties(), CheckJson::property));
    return check;
  }

  static void place(JsonObject object, Origin origin) {
    object.addProperty("file", origin.file());
    object.addProperty("line", origin.line());
  }

  private static JsonObject property(PropertyResult result) {
    JsonObject property = new JsonObject();
    property.addProperty("name", result.name());
    place(property, result.origin());
    property.addProperty("verdict", result.verdict().toString());
    property.add("assumptions", array(result.assumptions(), JsonPrimitive::new));
    property.add("unknown", array(result.unknown(), JsonPrimitive::new));
    property.add("failing", array(result.failing(), CheckJson::failing));
    result.counterexample().ifPresent(e -> property.add("counterexample", counterexample(e)));
    return property;
  }

  private static JsonObject failing(FailingFlows flows) {
    JsonObject box = new JsonObject();
    box.add("src", array(flows.src().ranges(), CheckJson::address));
    box.add("dst", array(flows.dst().ranges(), CheckJson::address));
    box.addProperty("proto", flows.protocol().toString());
    box.add("sport", array(flows.sport(), CheckJson::port));
    box.add("dport", array(flows.dport(), CheckJson::port));
    if (!flows.others().isEmpty()) {
      JsonObject others = new JsonObject();
      flows
          .others()
          .forEach(
              (field, values) ->
                  others.add(
                      field.name(),
                      array(values.list(), range -> new JsonPrimitive(range.toString()))));
      box.add("others", others);
    }
    return box;
  }

  /** CIDR where it is one prefix, a single address included; else first-last. */
  private static JsonPrimitive address(AddressRange range) {
    String single = range.first().equals(range.last()) ? "/" + range.first().family().bits() : "";
    return new JsonPrimitive(range + single);
  }

  private static JsonPrimitive port(PortRange range) {
    return range.first() == range.last()
        ? new JsonPrimitive(range.first())
        : new JsonPrimitive(range.toString());
  }

  private static JsonObject counterexample(Counterexample example) {
    JsonObject object = new JsonObject();
    object.add("packet", packet(example.packet()));
    example.remark().ifPresent(remark -> object.addProperty("remark", remark));
    object.addProperty("tcpdump", example.packet().tcpdumpFilter());
    object.add("story", array(Story.of(example.trace()), JsonPrimitive::new));
    object.add("trace", TraceJson.of(example.trace()));
    object.add(
        "decidedBy",
        array(
            example.deciders(),
            why -> {
              JsonObject decider = new JsonObject();
              decider.addProperty("stage", why.stage());
              decider.addProperty("text", why.text());
              place(decider, why.origin());
              return decider;
            }));
    return object;
  }

  static JsonObject packet(Headers headers) {
    JsonObject packet = new JsonObject();
    packet.addProperty("proto", headers.protocol().toString());
    packet.addProperty("src", headers.src().toString());
    packet.addProperty("sport", headers.sport());
    packet.addProperty("dst", headers.dst().toString());
    packet.addProperty("dport", headers.dport());
    packet.addProperty("ttl", headers.ttl());
    packet.addProperty("text", headers.toString());
    return packet;
  }
}
