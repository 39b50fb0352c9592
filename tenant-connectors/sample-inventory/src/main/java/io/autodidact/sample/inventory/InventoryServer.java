package io.autodidact.sample.inventory;

import io.autodidact.sample.inventory.api.InventoryApi;
import io.autodidact.sample.inventory.http.Router;
import io.autodidact.sample.inventory.http.WebServer;
import io.autodidact.sample.inventory.workspace.WorkspaceId;
import io.autodidact.sample.inventory.workspace.Workspaces;
import java.io.IOException;
import java.net.URI;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.random.RandomGenerator;

/**
 * The inventory as a process, or inside another one. Everything is kept in memory.
 *
 * <pre>java -Xmx64m -XX:+UseSerialGC -XX:TieredStopAtLevel=1 -jar sample-inventory-run.jar --port 0
 * </pre>
 */
public final class InventoryServer implements AutoCloseable {

  private static final int USUAL_PORT = 8085;
  private static final int MOST_WORKSPACES = 500;

  private final WebServer server;

  private InventoryServer(WebServer server) {
    this.server = server;
  }

  /** Starts on a port of the loopback address, 0 for any free one. */
  public static InventoryServer start(int port) throws IOException {
    return start(port, new SecureRandom(), Clock.tickMillis(ZoneOffset.UTC));
  }

  static InventoryServer start(int port, RandomGenerator random, InstantSource clock)
      throws IOException {
    return start(port, workspaces(random, clock));
  }

  private static Workspaces workspaces(RandomGenerator random, InstantSource clock) {
    return new Workspaces(random, clock, MOST_WORKSPACES);
  }

  private static InventoryServer start(int port, Workspaces workspaces) throws IOException {
    Router router = new Router(InventoryApi.routes(workspaces));
    return new InventoryServer(new WebServer(port, router, OpenApiDocument.documents()));
  }

  /** Where the inventory answers: {@code http://127.0.0.1:8085}. */
  public URI address() {
    return server.address();
  }

  @Override
  public void close() {
    server.close();
  }

  /**
   * Takes {@code --port N} and {@code --workspace NAME}, a workspace that is there from the start
   * and never forgotten; prints one line with the address when it answers.
   */
  public static void main(String[] arguments) {
    try {
      Arguments given = Arguments.read(arguments, USUAL_PORT);
      Workspaces workspaces = workspaces(new SecureRandom(), Clock.tickMillis(ZoneOffset.UTC));
      given.workspace().map(WorkspaceId::new).ifPresent(workspaces::keep);
      InventoryServer server = start(given.port(), workspaces);
      Runtime.getRuntime().addShutdownHook(new Thread(server::close));
      System.out.println("Inventory ready at " + server.address());
    } catch (IllegalArgumentException | IOException refused) {
      System.err.println("The inventory can not start: " + refused.getMessage());
      System.exit(2);
    }
  }
}
