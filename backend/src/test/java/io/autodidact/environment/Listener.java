package io.autodidact.environment;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.atomic.AtomicInteger;

/** Listens on every address of this machine and counts who connects. */
final class Listener implements AutoCloseable {
  private static final byte[] ANSWER =
      "HTTP/1.1 200 OK\r\nContent-Length: 2\r\nConnection: close\r\n\r\n{}"
          .getBytes(StandardCharsets.UTF_8);

  private final ServerSocket socket;
  private final AtomicInteger connections = new AtomicInteger();

  Listener() throws IOException {
    socket = new ServerSocket(0);
    Thread.ofVirtual().start(this::accept);
  }

  private void accept() {
    while (!socket.isClosed()) {
      try (var connection = socket.accept()) {
        connections.incrementAndGet();
        connection.getOutputStream().write(ANSWER);
      } catch (IOException e) {
        if (!socket.isClosed()) {
          throw new UncheckedIOException(e);
        }
      }
    }
  }

  int port() {
    return socket.getLocalPort();
  }

  /** Connections until now: one of our own, waited for, shows that none before it was missed. */
  int connections() throws IOException {
    try (var own = new Socket(InetAddress.getLoopbackAddress(), port())) {
      own.getInputStream().readAllBytes();
    }
    return connections.decrementAndGet();
  }

  @Override
  public void close() throws IOException {
    socket.close();
  }
}
