package org.hookline.dsl.load;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Reads what a user named as input, and says plainly when it is no text. */
final class TextFile {
  /** A host of 10,000 rules takes about one. */
  static final int MEGABYTES = 8;

  static final int LIMIT = MEGABYTES << 20;

  private TextFile() {}

  static String read(Path file) throws Unreadable {
    if (Files.isDirectory(file)) {
      throw new Unreadable(file + " is a directory", "name an .hkl file in it");
    }
    if (!Files.exists(file)) {
      throw new Unreadable(file + " does not exist", "the path of an .hkl file");
    }
    try {
      if (Files.size(file) > LIMIT) {
        throw tooLarge(file.toString());
      }
      return decode(file.toString(), Files.readAllBytes(file));
    } catch (AccessDeniedException e) {
      throw new Unreadable("no permission to read " + file, "chmod, or another user");
    } catch (IOException e) {
      throw new Unreadable("cannot read " + file + ": " + e.getMessage(), "");
    }
  }

  /** The text of bytes that were read already. */
  static String decode(String name, byte[] bytes) throws Unreadable {
    if (bytes.length > LIMIT) {
      throw tooLarge(name);
    }
    try {
      String text = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
      if (text.indexOf('\0') < 0) {
        return text;
      }
    } catch (CharacterCodingException e) {
      throw noText(name);
    }
    throw noText(name);
  }

  private static Unreadable noText(String name) {
    return new Unreadable(
        name + " is no text file in UTF-8", "an .hkl file is plain text in UTF-8");
  }

  private static Unreadable tooLarge(String name) {
    return new Unreadable(
        name + " is larger than " + MEGABYTES + " MiB",
        "split it into files that import each other");
  }
}
