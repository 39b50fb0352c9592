package io.autodidact.engine;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/**
 * How to run an engine on this machine.
 *
 * @param command the program and its arguments; {@code {port}} in them becomes the port to listen
 *     on
 * @param environment variables added to the backend's own
 * @param log file that gets what the program prints
 * @param port to listen on, on the loopback address
 */
public record EngineProgram(
    List<String> command, Map<String, String> environment, Path log, int port) {
  public EngineProgram {
    command = List.copyOf(command);
    environment = Map.copyOf(environment);
  }

  /** On a port that is free now; a restarted engine listens on the same one. */
  public static EngineProgram onFreePort(
      List<String> command, Map<String, String> environment, Path log) {
    try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return new EngineProgram(command, environment, log, socket.getLocalPort());
    } catch (IOException e) {
      throw new EngineException(true, "No free port for the engine on the loopback address", e);
    }
  }

  /** Where the engine answers. */
  public URI root() {
    return URI.create("http://127.0.0.1:" + port);
  }

  Process start() throws IOException {
    Files.createDirectories(log.toAbsolutePath().getParent());
    var arguments = command.stream().map(a -> a.replace("{port}", Integer.toString(port))).toList();
    var builder = new ProcessBuilder(arguments).redirectErrorStream(true);
    builder.redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()));
    builder.environment().putAll(environment);
    return builder.start();
  }
}
