package org.hookline.json;

import com.google.gson.stream.JsonWriter;
import java.io.IOException;
import java.math.BigDecimal;

/** Strings, truth values and whole numbers. */
final class Scalars {
  private Scalars() {}

  static final Format STRING =
      new Format() {
        @Override
        public void write(JsonWriter out, Object value) throws IOException {
          out.value((String) value);
        }

        @Override
        public Object read(Node node) throws BadJson {
          return node.string();
        }
      };

  static final Format BOOLEAN =
      new Format() {
        @Override
        public void write(JsonWriter out, Object value) throws IOException {
          out.value((boolean) value);
        }

        @Override
        public Object read(Node node) throws BadJson {
          return node.bool();
        }
      };

  static final Format LONG =
      new Format() {
        @Override
        public void write(JsonWriter out, Object value) throws IOException {
          out.value((long) value);
        }

        @Override
        public Object read(Node node) throws BadJson {
          return whole(node, Long.MIN_VALUE, Long.MAX_VALUE);
        }
      };

  static final Format INT =
      new Format() {
        @Override
        public void write(JsonWriter out, Object value) throws IOException {
          out.value((int) value);
        }

        @Override
        public Object read(Node node) throws BadJson {
          return (int) whole(node, Integer.MIN_VALUE, Integer.MAX_VALUE);
        }
      };

  static long whole(Node node, long least, long most) throws BadJson {
    String digits = node.digits();
    if (digits.length() <= 20) {
      BigDecimal number = new BigDecimal(digits);
      boolean fits =
          number.compareTo(BigDecimal.valueOf(least)) >= 0
              && number.compareTo(BigDecimal.valueOf(most)) <= 0;
      if (fits && number.stripTrailingZeros().scale() <= 0) {
        return number.longValueExact();
      }
    }
    throw new BadJson(
        node.place(),
        "this is not a number that fits",
        "a whole number from " + least + " to " + most);
  }
}
