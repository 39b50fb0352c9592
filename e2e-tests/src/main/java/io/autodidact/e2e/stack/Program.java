package io.autodidact.e2e.stack;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** A Java program running as a process of its own, its output in a file. */
public final class Program implements AutoCloseable {
  private static final Duration POLL = Duration.ofMillis(100);
  private static final int LAST_WORDS = 25;

  private final String name;
  private final Process process;
  private final Path log;

  private Program(String name, Process process, Path log) {
    this.name = name;
    this.process = process;
    this.log = log;
  }

  /**
   * Starts a program.
   *
   * @param jvm options of the virtual machine
   * @param arguments of the program
   */
  public static Program start(
      String name, List<String> jvm, Path jar, List<String> arguments, Path log) {
    var command = new ArrayList<String>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(jvm);
    command.add("-jar");
    command.add(jar.toString());
    command.addAll(arguments);
    try {
      Files.createDirectories(log.getParent());
      var process =
          new ProcessBuilder(command)
              .redirectErrorStream(true)
              .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()))
              .start();
      return new Program(name, process, log);
    } catch (IOException e) {
      throw new UncheckedIOException(name + " did not start", e);
    }
  }

  /** Waits until that address answers 200. */
  public void awaitAnswer(URI address, Duration limit) throws InterruptedException {
    var request = HttpRequest.newBuilder(address).timeout(Duration.ofSeconds(2)).build();
    long deadline = System.nanoTime() + limit.toNanos();
    try (var http = HttpClient.newHttpClient()) {
      while (System.nanoTime() < deadline) {
        if (!process.isAlive()) {
          throw new IllegalStateException(name + " ended at its start. It said:\n" + lastWords());
        }
        if (answers(http, request)) {
          return;
        }
        Thread.sleep(POLL);
      }
    }
    throw new IllegalStateException(
        name + " did not answer within " + limit.toSeconds() + " s. It said:\n" + lastWords());
  }

  private static boolean answers(HttpClient http, HttpRequest request) throws InterruptedException {
    try {
      return http.send(request, BodyHandlers.discarding()).statusCode() == 200;
    } catch (IOException notYet) {
      return false;
    }
  }

  private String lastWords() {
    try {
      var lines = Files.readAllLines(log, StandardCharsets.UTF_8);
      return String.join("\n", lines.subList(Math.max(0, lines.size() - LAST_WORDS), lines.size()));
    } catch (IOException e) {
      return "(its output in " + log + " can not be read: " + e.getMessage() + ")";
    }
  }

  /** Ends it at once, as a crash would. */
  public void kill() throws InterruptedException {
    process.destroyForcibly().waitFor();
  }

  /** Ends any process at once and waits until it is gone. */
  static void kill(ProcessHandle process) throws InterruptedException {
    process.destroyForcibly();
    while (process.isAlive()) {
      Thread.sleep(POLL);
    }
  }

  /** What it runs itself. */
  List<ProcessHandle> children() {
    return process.children().toList();
  }

  public long pid() {
    return process.pid();
  }

  /** Asks it to end, and insists after a while. */
  @Override
  public void close() {
    process.destroy();
    try {
      if (!process.waitFor(20, TimeUnit.SECONDS)) {
        process.destroyForcibly();
      }
    } catch (InterruptedException e) {
      process.destroyForcibly();
      Thread.currentThread().interrupt();
    }
  }

  /** A port of the loopback address that is free now. */
  public static int freePort() {
    try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    } catch (IOException e) {
      throw new UncheckedIOException("No free port on the loopback address", e);
    }
  }
}
