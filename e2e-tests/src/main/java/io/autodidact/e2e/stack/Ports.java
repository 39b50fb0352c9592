package io.autodidact.e2e.stack;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;

/** Ports of the loopback address that stay the same from one start to the next. */
public final class Ports {
  private Ports() {}

  /**
   * The one a program had when it last ran on the data in that directory, so that addresses people
   * have written down stay right; another one if that is taken.
   */
  public static int remembered(Path directory, String program) {
    var file = directory.resolve("ports").resolve(program);
    try {
      if (Files.exists(file)) {
        int port = Integer.parseInt(Files.readString(file).strip());
        if (isFree(port)) {
          return port;
        }
      }
      int port = Program.freePort();
      Files.createDirectories(file.getParent());
      Files.writeString(file, Integer.toString(port));
      return port;
    } catch (IOException e) {
      throw new UncheckedIOException("The port of " + program + " can not be kept in " + file, e);
    }
  }

  private static boolean isFree(int port) {
    try (var socket = new ServerSocket(port, 1, InetAddress.getLoopbackAddress())) {
      return socket.isBound();
    } catch (IOException taken) {
      return false;
    }
  }
}
