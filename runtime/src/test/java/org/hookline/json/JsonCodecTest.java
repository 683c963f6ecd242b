package org.hookline.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class JsonCodecTest {

  enum Colour {
    RED,
    DARK_BLUE
  }

  sealed interface Shape {}

  record Circle(long radius) implements Shape {}

  record LongLine(int length, Optional<Colour> colour) implements Shape {}

  /** Has a text of its own. */
  record Even(int number) {
    static Even parse(String text) throws BadText {
      if (!text.matches("[0-9]*[02468]")) {
        throw new BadText("'" + text + "' is not even", "2");
      }
      return new Even(Integer.parseInt(text));
    }
  }

  record Positive(int number) {
    Positive {
      if (number <= 0) {
        throw new IllegalArgumentException(number + " is not positive");
      }
    }
  }

  record Everything(
      String text,
      boolean truth,
      int small,
      long large,
      OptionalInt maybe,
      Optional<String> nothing,
      List<Shape> shapes,
      Set<Colour> colours,
      SortedMap<String, Positive> byName,
      Even even,
      List<Everything> inner) {}

  private static final JsonCodec CODEC =
      new JsonCodec().text(Even.class, e -> "" + e.number(), Even::parse);

  private static Everything sample() {
    TreeMap<String, Positive> byName = new TreeMap<>();
    byName.put("b", new Positive(2));
    byName.put("a", new Positive(1));
    Everything small =
        new Everything(
            "",
            false,
            Integer.MIN_VALUE,
            Long.MAX_VALUE,
            OptionalInt.empty(),
            Optional.empty(),
            List.of(),
            Set.of(),
            new TreeMap<>(),
            new Even(0),
            List.of());
    return new Everything(
        "a \"quoted\" line\nand <another> é",
        true,
        7,
        -1,
        OptionalInt.of(5),
        Optional.of("something"),
        List.of(new Circle(3), new LongLine(4, Optional.of(Colour.DARK_BLUE))),
        Set.of(Colour.RED),
        byName,
        new Even(42),
        List.of(small));
  }

  @Test
  void whatWasWrittenReadsBackEqual() throws BadJson {
    String text = CODEC.write(sample());
    assertThat(CODEC.read(text, Everything.class)).isEqualTo(sample());
    assertThat(CODEC.write(CODEC.read(text, Everything.class))).isEqualTo(text);
  }

  @Test
  void theTextIsInOrderAndReadable() {
    assertThat(CODEC.write(new LongLine(4, Optional.of(Colour.DARK_BLUE))))
        .isEqualTo("{\n  \"length\": 4,\n  \"colour\": \"dark-blue\"\n}\n");
    assertThat(CODEC.write(sample()))
        .contains("\"kind\": \"long-line\"")
        .contains("\"even\": \"42\"")
        .contains("<another> é")
        .contains("\"byName\": {\n    \"a\"");
  }

  @Test
  void membersMayStandInAnyOrder() throws BadJson {
    String text = "{\"colour\": \"red\", \"length\": 9}";
    assertThat(CODEC.read(text, LongLine.class))
        .isEqualTo(new LongLine(9, Optional.of(Colour.RED)));
  }

  @ParameterizedTest
  @CsvSource(
      quoteCharacter = '`',
      delimiter = '|',
      value = {
        "{\"length\": 4, \"colour\": \"green\"}|$.colour|'green' is not known here|one of red, dark-blue",
        "{\"length\": \"4\"}|$.length|a string cannot stand here|a number",
        "{\"length\": 4.5}|$.length|this is not a number that fits|a whole number from -2147483648 to 2147483647",
        "{\"length\": 1e99}|$.length|this is not a number that fits|a whole number from -2147483648 to 2147483647",
        "{\"length\": null}|$.length|null cannot stand here|a number",
        "{}|$|'length' is missing|\"length\": …",
        "{\"length\": 1, \"width\": 2}|$.width|'width' is not known here|one of length, colour",
        "{\"length\": 1, \"length\": 2}|$.length|'length' stands here twice|one of them",
        "[]|$|a list cannot stand here|an object",
        "{\"length\": 1} x|$|this is not JSON|",
        "{\"length\": 1|$.length|the text ends before its value does|",
        "{length: 1}|$|this is not JSON|",
        "``|$|the text ends before its value does|"
      })
  void whatIsWrongIsNamedWithItsPlace(String text, String path, String message, String hint) {
    assertThatExceptionOfType(BadJson.class)
        .isThrownBy(() -> CODEC.read(text, LongLine.class))
        .satisfies(
            bad -> {
              assertThat(bad.getMessage()).isEqualTo(message);
              assertThat(bad.hint()).isEqualTo(hint == null ? "" : hint);
              assertThat(bad.place().path()).isEqualTo(path);
            });
  }

  @Test
  void aPlaceHasALineAndAColumn() {
    String text = CODEC.write(sample()).replace("\"42\"", "\"43\"");
    assertThatExceptionOfType(BadJson.class)
        .isThrownBy(() -> CODEC.read(text, Everything.class))
        .satisfies(
            bad -> {
              int before = text.substring(0, text.indexOf("\"43\"")).split("\n").length;
              assertThat(bad.place().line()).isEqualTo(before);
              assertThat(bad.getMessage()).isEqualTo("'43' is not even");
              assertThat(bad.hint()).isEqualTo("2");
            });
  }

  @Test
  void aRecordThatRefusesItsPartsIsAnErrorInTheText() {
    String text = CODEC.write(sample()).replace("\"number\": 2", "\"number\": -2");
    assertThatExceptionOfType(BadJson.class)
        .isThrownBy(() -> CODEC.read(text, Everything.class))
        .withMessage("this is no positive: -2 is not positive")
        .satisfies(bad -> assertThat(bad.place().path()).isEqualTo("$.byName.b"));
  }

  @Test
  void aTextThatIsNestedTooDeepEndsAsAnError() {
    assertThatExceptionOfType(BadJson.class)
        .isThrownBy(() -> CODEC.read("[".repeat(1_000_000), LongLine.class));
  }

  @Test
  void placesAreFoundByPath() throws BadJson {
    String text = "{\"a\": [1,\n {\"b\": 2}]}";
    assertThat(JsonCodec.place(text, "$.a[1].b").line()).isEqualTo(2);
    assertThat(JsonCodec.place(text, "$.a[1].c").path()).isEqualTo("$.a[1]");
    assertThat(JsonCodec.place(text, "$.x").path()).isEqualTo("$");
  }
}
