package org.hookline.lab;

import com.google.gson.JsonElement;
import com.google.gson.JsonNull;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;

/**
 * The process that owns the namespaces; Java itself cannot enter one. Requests and answers are
 * lines of JSON. Everything it made ends with it, and it ends with its input.
 */
final class Agent implements AutoCloseable {
  /** The longest that one request may take; the agent's own limits are shorter. */
  private static final Duration LIMIT = Duration.ofSeconds(60);

  /** Seconds for a command or all scripts of a network. */
  private static final int COMMAND_LIMIT = 30;

  private static final Path PYTHON = Path.of("/usr/bin/python3");
  private static final int COMPLAINT = 4000;

  /** Places in the kernel's structures; they cannot change while this virtual machine lives. */
  private static final AtomicReference<JsonElement> LAYOUT =
      new AtomicReference<>(JsonNull.INSTANCE);

  private final Process process;
  private final BufferedWriter requests;
  private final BlockingQueue<Optional<String>> answers = new LinkedBlockingQueue<>();
  private final StringBuffer complaints = new StringBuffer();

  /** Whether it got as far as its first answer. */
  private boolean answered;

  private Agent(Process process) {
    this.process = process;
    this.requests = process.outputWriter();
    inBackground("answers", () -> queue(process.inputReader()));
    inBackground("complaints", () -> keep(process.errorReader()));
  }

  /** Starts as root, or as the root of a user namespace where the kernel allows that. */
  static Agent start() throws LabFailure {
    return start(isRoot() ? List.of() : List.of("unshare", "--user", "--map-root-user"));
  }

  /** Starts by a command that gives it its rights. */
  static Agent start(List<String> rights) throws LabFailure {
    List<String> command = new ArrayList<>(rights);
    command.add(Files.isExecutable(PYTHON) ? PYTHON.toString() : "python3");
    command.addAll(List.of("-I", "-S", "-c", AgentSources.bootstrap()));
    try {
      Agent agent = new Agent(new ProcessBuilder(command).start());
      agent.send(AgentSources.modules());
      return agent;
    } catch (IOException e) {
      throw new LabFailure("the lab needs python3 and util-linux: " + e.getMessage(), e);
    }
  }

  private static boolean isRoot() throws LabFailure {
    try {
      return Files.getAttribute(Path.of("/proc/self"), "unix:uid").equals(0);
    } catch (IOException e) {
      throw new LabFailure("the lab needs Linux: " + e.getMessage(), e);
    }
  }

  private static void inBackground(String name, Runnable work) {
    Thread thread = new Thread(work, "lab agent " + name);
    thread.setDaemon(true);
    thread.start();
  }

  private void queue(BufferedReader lines) {
    try (lines) {
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        answers.add(Optional.of(line));
      }
    } catch (IOException e) {
      complaints.append(e.getMessage());
    } finally {
      answers.add(Optional.empty());
    }
  }

  private void keep(Reader text) {
    try (text) {
      char[] part = new char[COMPLAINT];
      for (int count = text.read(part); count >= 0; count = text.read(part)) {
        complaints.append(part, 0, count);
        complaints.delete(0, Math.max(0, complaints.length() - COMPLAINT));
      }
    } catch (IOException e) {
      complaints.append(e.getMessage());
    }
  }

  /**
   * The first request: what the agent found. What it had to learn of the running kernel is kept for
   * the agents to come.
   */
  JsonObject hello() throws LabFailure {
    JsonObject request = new JsonObject();
    request.add("layout", LAYOUT.get());
    JsonObject hello = ask("hello", request);
    LAYOUT.set(hello.get("layout"));
    return hello;
  }

  /**
   * Asks for one operation and waits for the answer.
   *
   * @throws LabFailure with what the agent, or the command it ran, said
   */
  JsonObject ask(String operation, JsonObject arguments) throws LabFailure {
    arguments.addProperty("op", operation);
    arguments.addProperty("timeout", COMMAND_LIMIT);
    try {
      send(arguments);
      Optional<String> line = answers.poll(LIMIT.toMillis(), TimeUnit.MILLISECONDS);
      if (line == null) {
        process.destroyForcibly().waitFor(1, TimeUnit.SECONDS);
        throw new LabFailure("the lab's agent did not answer '" + operation + "'");
      }
      JsonObject answer = JsonParser.parseString(line.orElseThrow(this::ended)).getAsJsonObject();
      answered = true;
      if (!answer.get("ok").getAsBoolean()) {
        throw new LabFailure(answer.get("failure").getAsString());
      }
      return answer;
    } catch (IOException e) {
      throw ended();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new LabFailure("interrupted", e);
    }
  }

  private void send(JsonObject line) throws IOException {
    requests.write(line.toString());
    requests.newLine();
    requests.flush();
  }

  private LabFailure ended() {
    try {
      process.waitFor(1, TimeUnit.SECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    String said = complaints.toString().strip();
    String last = said.substring(said.lastIndexOf('\n') + 1);
    String with = last.isEmpty() ? "" : " with " + last;
    if (answered) {
      String status = isAlive() ? "its output" : "by status " + process.exitValue();
      return new LabFailure("the lab's agent ended " + status + with);
    }
    return LabFailure.forLackOfRights(
        "the lab needs root, or a kernel that allows user namespaces: its agent ended" + with);
  }

  /** Whether it can be asked. */
  boolean isAlive() {
    return process.isAlive();
  }

  @Override
  public void close() {
    try {
      requests.close();
      if (process.waitFor(5, TimeUnit.SECONDS)) {
        return;
      }
    } catch (IOException e) {
      complaints.append(e.getMessage()); // it ended before us: nothing is left to close
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    process.destroyForcibly();
  }
}
