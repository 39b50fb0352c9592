package io.autodidact.environment;

import io.autodidact.connector.Call;
import io.autodidact.connector.Catalogue;
import io.autodidact.connector.Connector;
import io.autodidact.connector.ConnectorException;
import io.autodidact.connector.ConnectorException.Fault;
import io.autodidact.connector.ConnectorFactory;
import io.autodidact.connector.Defect;
import io.autodidact.connector.Effect;
import io.autodidact.connector.Operation;
import io.autodidact.connector.Outcome;
import io.autodidact.connector.Session;
import io.autodidact.connector.Surroundings;
import io.autodidact.tenant.StoredJson;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Software with workspaces, in memory. Its description is the text {@code good}; every other is
 * refused. A secret that it is given must be {@code right}.
 */
final class ScratchSoftware implements ConnectorFactory {
  private static final String IN_WORKSPACE =
      "\"X-Workspace\":{\"type\":\"string\",\"x-in\":\"header\"}";
  private static final String NAME =
      ",\"name\":{\"type\":\"string\",\"x-in\":\"body\"},\"price\":{\"type\":\"integer\",\"minimum\":2,\"maximum\":9,\"x-in\":\"body\"}";
  static final Catalogue CATALOGUE =
      new Catalogue(
          List.of(
              operation("list_status", Effect.READ, "GET only reads", List.of("status"), "", ""),
              operation(
                  "create_workspace",
                  Effect.WRITE,
                  "POST creates or changes something",
                  List.of("workspaces"),
                  "",
                  ""),
              operation(
                  "delete_workspace",
                  Effect.DESTRUCTIVE,
                  "DELETE takes something away",
                  List.of("workspaces", "{workspaceId}"),
                  "\"workspaceId\":{\"type\":\"string\",\"x-in\":\"path\"}",
                  "\"workspaceId\""),
              operation(
                  "list_items",
                  Effect.READ,
                  "GET only reads",
                  List.of("items"),
                  IN_WORKSPACE,
                  "\"X-Workspace\""),
              operation(
                  "create_item",
                  Effect.WRITE,
                  "POST creates or changes something",
                  List.of("items"),
                  IN_WORKSPACE + NAME,
                  "\"X-Workspace\",\"name\",\"price\""),
              operation(
                  "delete_item",
                  Effect.DESTRUCTIVE,
                  "DELETE takes something away",
                  List.of("items", "{itemId}"),
                  IN_WORKSPACE + ",\"itemId\":{\"type\":\"string\",\"x-in\":\"path\"}",
                  "\"X-Workspace\",\"itemId\"")),
          List.of(new Defect("GET /odd", "It has no answer; describe one.")));

  final ConcurrentHashMap<String, Integer> workspaces = new ConcurrentHashMap<>();
  private final AtomicInteger made = new AtomicInteger();

  /** Set to have it refuse to delete. */
  boolean clings;

  private static Operation operation(
      String name,
      Effect effect,
      String reason,
      List<String> path,
      String properties,
      String required) {
    var schema =
        "{\"type\":\"object\",\"properties\":{%s},\"required\":[%s]}"
            .formatted(properties, required);
    JsonNode result =
        StoredJson.MAPPER.readTree(
            "{\"type\":\"object\",\"properties\":{\"id\":{\"type\":\"string\"}}}");
    return new Operation(
        name,
        name.replace('_', ' '),
        "",
        path,
        (ObjectNode) StoredJson.MAPPER.readTree(schema),
        Optional.of(result),
        effect,
        reason);
  }

  @Override
  public String kind() {
    return "openapi";
  }

  @Override
  public Connector connect(JsonNode settings, Surroundings surroundings) {
    if (!settings.path("document").asString("").equals("good")) {
      throw new ConnectorException(Fault.DESCRIPTION, "This is not an OpenAPI document.");
    }
    var auth = settings.path("auth");
    boolean welcome =
        auth.path("type").asString().equals("none")
            || surroundings.secrets().reveal(auth.path("secret").asString()).equals("right");
    return new Connector() {
      @Override
      public Catalogue operations() {
        return CATALOGUE;
      }

      @Override
      public Session open() {
        return new Use(welcome);
      }

      @Override
      public void close() {}
    };
  }

  private final class Use implements Session {
    private final boolean welcome;

    Use(boolean welcome) {
      this.welcome = welcome;
    }

    @Override
    public Outcome act(Call call) {
      if (!welcome) {
        return refused(401, "Sign in first");
      }
      return switch (call.operation()) {
        case "create_workspace" -> {
          var id = "w" + made.incrementAndGet();
          workspaces.put(id, 0);
          yield done(id);
        }
        case "delete_workspace" -> delete(call.arguments().path("workspaceId").asString());
        case "create_item" -> {
          workspaces.merge(call.arguments().path("X-Workspace").asString(), 1, Integer::sum);
          yield done("i" + made.incrementAndGet());
        }
        default -> done("");
      };
    }

    private Outcome delete(String workspace) {
      if (clings) {
        return refused(409, "It is still in use");
      }
      workspaces.remove(workspace);
      return done("");
    }

    private Outcome refused(int code, String message) {
      return new Outcome.Refused(code, message, StoredJson.MAPPER.createObjectNode());
    }

    private Outcome done(String id) {
      return new Outcome.Succeeded(200, StoredJson.MAPPER.createObjectNode().put("id", id));
    }

    @Override
    public void close() {}
  }
}
