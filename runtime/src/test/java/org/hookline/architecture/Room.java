package org.hookline.architecture;

import java.util.Arrays;
import java.util.stream.Stream;

/**
 * The rooms of the runtime, from the bottom up. A room uses only rooms of a lower layer, so each
 * can be read, tested and replaced knowing only what lies below it.
 */
enum Room {
  ADDR(1, "addr", "addresses are values that anything may hold"),
  SOURCE(1, "source", "every element may say where it was written"),
  JSON(1, "json", "records become text without anybody knowing what they mean"),
  PACKET(2, "packet", "what is on the wire knows nothing of the host that handles it"),
  IR(
      3,
      "ir",
      "the narrow waist speaks of packets and fields, never of the rules that became steps"),
  KERNEL(
      3,
      "kernel",
      "kernel behaviour is a table that the packet path asks, not the other way round"),
  MODEL(4, "model", "a host lowers itself into the waist and does not know who reads it"),
  TRACE(4, "trace", "what happened is data, whoever made it happen"),
  PATH(5, "path", "one description of the packet path, which knows neither of its interpreters"),
  SIM(6, "sim", "the concrete interpreter must not lean on the symbolic one, or both err together"),
  CHECK(7, "check", "the checker replays its witnesses in the simulator"),
  IMPORTER(8, "importer", "a saved rule set becomes the same model that the language makes"),
  EMIT(8, "emit", "scripts are written from the model, so that they cannot disagree with it"),
  LAB(9, "lab", "the lab runs the emitted scripts and compares them with the simulator"),
  EXPORT(10, "export", "results are written in many formats, and no engine knows any of them"),
  API(11, "api", "the façade stands before everything and nothing stands on it");

  private static final String BASE = "org.hookline.";

  private final int layer;
  private final String directory;
  private final String reason;

  Room(int layer, String directory, String reason) {
    this.layer = layer;
    this.directory = directory;
    this.reason = reason;
  }

  String reason() {
    return reason;
  }

  /** This room and everything under it, as an ArchUnit package identifier. */
  String packages() {
    return BASE + directory + "..";
  }

  /** The packages that this room must not use: those of every other room on its layer or above. */
  String[] outOfReach() {
    return Arrays.stream(values())
        .filter(other -> other != this && other.layer >= layer)
        .map(Room::packages)
        .toArray(String[]::new);
  }

  static String[] allPackages() {
    return Stream.of(values()).map(Room::packages).toArray(String[]::new);
  }

  @Override
  public String toString() {
    return BASE + directory;
  }
}
