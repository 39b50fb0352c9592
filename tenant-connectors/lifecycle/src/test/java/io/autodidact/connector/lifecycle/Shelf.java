package io.autodidact.connector.lifecycle;

import io.autodidact.connector.Call;
import io.autodidact.connector.Catalogue;
import io.autodidact.connector.Connector;
import io.autodidact.connector.Effect;
import io.autodidact.connector.Operation;
import io.autodidact.connector.Outcome;
import io.autodidact.connector.Session;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Software in memory: rooms with books in them. Refuses, breaks or hangs where a test says so. */
final class Shelf implements Connector {
  /** A lifecycle: a room of its own with five books. */
  static final String ROOM_WITH_BOOKS =
      """
      {'setUp': [
         {'call': 'open_room', 'arguments': {'name': '${fake:color.name} room'},
          'bind': {'room': '/id'}},
         {'repeat': 5, 'call': 'add_book',
          'arguments': {'room': '${room}',
                        'title': {'$unique': 'The ${fake:word.adjective} ${fake:animal.name}'}},
          'bind': {'books': '/id'}}],
       'bound': {'room': 'room'}, 'hidden': ['open_*', 'close_room'], 'confined': true,
       'live': {'room': 'reading-room'},
       'tearDown': [{'call': 'close_room', 'arguments': {'room': '${room}'}}]}
      """;

  static final JsonMapper JSON = JsonMapper.builder().build();

  final List<Call> calls = new CopyOnWriteArrayList<>();
  final Map<String, List<JsonNode>> rooms = new ConcurrentHashMap<>();
  private final AtomicInteger ids = new AtomicInteger();
  private volatile Function<Call, Optional<Outcome>> trouble = call -> Optional.empty();

  static ObjectNode json(String text) {
    return (ObjectNode) JSON.readTree(text.replace('\'', '"'));
  }

  static Lifecycle lifecycle(String text) {
    return Lifecycle.of(json(text));
  }

  void trouble(Function<Call, Optional<Outcome>> with) {
    trouble = with;
  }

  List<Call> calls(String operation) {
    return calls.stream().filter(call -> call.operation().equals(operation)).toList();
  }

  /** The values of one argument over all calls of an operation. */
  List<JsonNode> sent(String operation, String argument) {
    return calls(operation).stream().map(call -> call.arguments().get(argument)).toList();
  }

  @Override
  public Catalogue operations() {
    return new Catalogue(
        List.of(
            operation("open_room", Effect.WRITE, "{'name': {'x-in': 'body'}}"),
            operation("close_room", Effect.DESTRUCTIVE, "{'room': {'x-in': 'path'}}"),
            operation(
                "add_book",
                Effect.WRITE,
                "{'room': {'x-in': 'path'}, 'title': {'x-in': 'body'}, 'body_room': {'x-in':"
                    + " 'body', 'x-name': 'room'}}"),
            operation("list_books", Effect.READ, "{'room': {'x-in': 'path'}}"),
            operation(
                "change_room",
                Effect.WRITE,
                "{'room': {'x-in': 'path'}, 'color': {'x-in': 'body'}, 'body_room': {'x-in':"
                    + " 'body', 'x-name': 'room'}}"),
            operation(
                "label_books",
                Effect.WRITE,
                "{'room': {'x-in': 'path'}, 'body_room': {'x-in': 'body', 'x-name': 'room',"
                    + " 'type': 'array'}}"),
            operation("say", Effect.READ, "{'room': {'x-in': 'body'}}"),
            operation("greet", Effect.READ, "{'who': {'x-in': 'body'}}")),
        List.of());
  }

  private static Operation operation(String name, Effect effect, String properties) {
    var schema = JSON.createObjectNode().put("type", "object");
    schema.set("properties", json(properties));
    schema.set("required", JSON.valueToTree(List.copyOf(json(properties).propertyNames())));
    return new Operation(
        name, "", "", List.of(), schema, Optional.empty(), effect, "the test says so");
  }

  @Override
  public Session open() {
    return new Session() {
      @Override
      public Outcome act(Call call) throws InterruptedException {
        calls.add(call);
        var outcome = trouble.apply(call).orElseGet(() -> acted(call));
        if (outcome instanceof Outcome.Unreachable(var message) && message.equals("hang")) {
          Thread.sleep(60_000);
        }
        return outcome;
      }

      @Override
      public void close() {
        // Rooms outlive sessions; only close_room removes them.
      }
    };
  }

  private Outcome acted(Call call) {
    var room = call.arguments().path("room").asString("");
    return switch (call.operation()) {
      case "open_room" -> {
        var id = "room-" + ids.incrementAndGet();
        rooms.put(id, new CopyOnWriteArrayList<>());
        yield new Outcome.Succeeded(201, JSON.createObjectNode().put("id", id));
      }
      case "close_room" -> {
        rooms.remove(room);
        yield new Outcome.Succeeded(204, JSON.createObjectNode());
      }
      case "add_book" -> {
        var book = JSON.createObjectNode().put("id", ids.incrementAndGet());
        book.setAll(call.arguments());
        rooms.get(room).add(book);
        yield new Outcome.Succeeded(201, book);
      }
      case "list_books" ->
          new Outcome.Succeeded(200, JSON.valueToTree(rooms.getOrDefault(room, List.of())));
      default -> new Outcome.Succeeded(200, call.arguments());
    };
  }

  @Override
  public void close() {
    // Nothing is held.
  }
}
