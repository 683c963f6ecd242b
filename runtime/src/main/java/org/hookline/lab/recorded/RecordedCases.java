package org.hookline.lab.recorded;

import com.google.gson.JsonElement;
import com.google.gson.JsonParseException;
import com.google.gson.JsonParser;
import java.io.BufferedReader;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Optional;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;
import java.util.zip.ZipException;

/** The cases of a file, one a line, compressed when its name ends in {@code .gz}. */
public final class RecordedCases implements AutoCloseable {
  private final Path file;
  private final BufferedReader lines;
  private int number = 0;

  private RecordedCases(Path file, BufferedReader lines) {
    this.file = file;
    this.lines = lines;
  }

  /**
   * @throws IOException when the file cannot be read
   * @throws NotRecorded when it is not compressed although its name says so
   */
  public static RecordedCases open(Path file) throws IOException, NotRecorded {
    InputStream raw = Files.newInputStream(file);
    try {
      InputStream in = file.toString().endsWith(".gz") ? new GZIPInputStream(raw) : raw;
      return new RecordedCases(
          file, new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8)));
    } catch (ZipException e) {
      raw.close();
      throw new NotRecorded(file.toString(), "it is not compressed by gzip");
    }
  }

  /**
   * The next case; empty at the end.
   *
   * @throws NotRecorded when a line is no recorded case
   */
  public Optional<RecordedCase> next() throws IOException, NotRecorded {
    for (String line = line(); line != null; line = line()) {
      number++;
      if (!line.isBlank()) {
        return Optional.of(recorded(line, file + ":" + number));
      }
    }
    return Optional.empty();
  }

  private String line() throws IOException, NotRecorded {
    try {
      return lines.readLine();
    } catch (EOFException | ZipException e) {
      throw new NotRecorded(file + ":" + (number + 1), "the compressed data breaks off");
    }
  }

  private static RecordedCase recorded(String line, String place) throws NotRecorded {
    JsonElement json;
    try {
      json = JsonParser.parseString(line);
    } catch (JsonParseException e) {
      throw new NotRecorded(place, "the line is no JSON");
    }
    if (!json.isJsonObject()) {
      throw new NotRecorded(place, "the line is no JSON object");
    }
    Optional<String> flaw = CaseForm.stranger(json.getAsJsonObject());
    if (flaw.isPresent()) {
      throw new NotRecorded(place, flaw.get());
    }
    return new RecordedCase(json.getAsJsonObject());
  }

  /**
   * Writes cases, one a line, compressed when the name ends in {@code .gz}; the file appears
   * complete or not at all.
   *
   * @throws IOException when it cannot be written
   */
  public static void write(Path file, List<RecordedCase> cases) throws IOException {
    Path unfinished = file.resolveSibling(file.getFileName() + ".new");
    try (OutputStream raw = Files.newOutputStream(unfinished);
        OutputStream out = file.toString().endsWith(".gz") ? new GZIPOutputStream(raw) : raw) {
      for (RecordedCase recorded : cases) {
        out.write((recorded.json() + "\n").getBytes(StandardCharsets.UTF_8));
      }
    }
    Files.move(unfinished, file, StandardCopyOption.ATOMIC_MOVE);
  }

  @Override
  public void close() throws IOException {
    lines.close();
  }
}
