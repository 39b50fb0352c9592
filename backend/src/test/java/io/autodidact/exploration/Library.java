package io.autodidact.exploration;

import io.autodidact.connector.Call;
import io.autodidact.connector.Catalogue;
import io.autodidact.connector.Effect;
import io.autodidact.connector.Episode;
import io.autodidact.connector.Episodes;
import io.autodidact.connector.Operation;
import io.autodidact.connector.Outcome;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.UUID;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** A lending library in memory: shelves hold books, members borrow them; with rules that refuse. */
final class Library implements Episodes {
  private static final JsonMapper JSON = JsonMapper.builder().build();

  private final List<Operation> operations = new ArrayList<>();
  private final List<Call> calls = new ArrayList<>();

  Library() {
    var shelf = "{type:'object',properties:{id:{type:'string'},label:{type:'string'}}}";
    var book =
        "{type:'object',properties:{id:{type:'string'},title:{type:'string'},shelfId:{type:'string'}}}";
    var member = "{type:'object',properties:{id:{type:'string'},name:{type:'string'}}}";
    add("list_shelves", Effect.READ, "shelves", "", list(shelf));
    add("create_shelf", Effect.WRITE, "shelves", "label:body!", shelf);
    add("get_shelf", Effect.READ, "shelves/{shelfId}", "shelfId:path!", shelf);
    add("list_books", Effect.READ, "shelves/{shelfId}/books", "shelfId:path!", list(book));
    // Says that the title may be left out, and is wrong.
    add(
        "create_book",
        Effect.WRITE,
        "shelves/{shelfId}/books",
        "shelfId:path!,title:body,subtitle:body",
        book);
    add(
        "get_book",
        Effect.READ,
        "shelves/{shelfId}/books/{bookId}",
        "shelfId:path!,bookId:path!",
        book);
    add(
        "delete_book",
        Effect.DESTRUCTIVE,
        "shelves/{shelfId}/books/{bookId}",
        "shelfId:path!,bookId:path!",
        "{}");
    add("list_members", Effect.READ, "members", "", list(member));
    add("create_member", Effect.WRITE, "members", "name:body!", member);
    add(
        "lend_book",
        Effect.WRITE,
        "loans",
        "bookId:body!,memberId:body!",
        "{type:'object',properties:{id:{type:'string'}}}");
    add("return_book", Effect.WRITE, "loans/{loanId}/return", "loanId:path!", "{}");
    add("burn_down", Effect.DESTRUCTIVE, "fire", "", "{}");
    add("print_report", Effect.READ, "report", "", "{type:'object'}");
  }

  private static String list(String items) {
    return "{type:'array',items:" + items + "}";
  }

  private void add(String name, Effect effect, String path, String arguments, String result) {
    var schema = JSON.createObjectNode().put("type", "object");
    var properties = schema.putObject("properties");
    var required = schema.putArray("required");
    for (var argument : arguments.isEmpty() ? new String[0] : arguments.split(",")) {
      var parts = argument.replace("!", "").split(":");
      properties.putObject(parts[0]).put("type", "string").put("x-in", parts[1]);
      if (argument.endsWith("!")) {
        required.add(parts[0]);
      }
    }
    operations.add(
        new Operation(
            name, "", "", List.of(path.split("/")), schema, Optional.of(json(result)), effect, ""));
  }

  private static JsonNode json(String text) {
    return JSON.readTree(text.replace('\'', '"').replaceAll("([{,])([a-z]\\w*):", "$1\"$2\":"));
  }

  /** Every call that reached the software. */
  List<Call> calls() {
    return calls;
  }

  @Override
  public Catalogue operations() {
    return new Catalogue(operations, List.of());
  }

  @Override
  public Episode open(long seed) {
    return new State(seed);
  }

  @Override
  public Episode live() {
    return open(0);
  }

  private final class State implements Episode {
    private final SplittableRandom random;
    private final Map<String, ObjectNode> shelves = new LinkedHashMap<>();
    private final Map<String, ObjectNode> books = new LinkedHashMap<>();
    private final Map<String, ObjectNode> members = new LinkedHashMap<>();
    private final Map<String, String> loans = new LinkedHashMap<>();

    State(long seed) {
      random = new SplittableRandom(seed);
      var shelf = thing(shelves, "label", "A" + seed);
      thing(books, "title", "Dune " + seed).put("shelfId", shelf.get("id").asString());
      thing(shelves, "label", "Z" + seed);
      thing(members, "name", "Ann " + seed);
    }

    private ObjectNode thing(Map<String, ObjectNode> among, String key, String value) {
      var id = new UUID(random.nextLong(), random.nextLong()).toString();
      var thing = JSON.createObjectNode().put("id", id).put(key, value);
      among.put(id, thing);
      return thing;
    }

    @Override
    public Outcome act(Call call) {
      calls.add(call);
      var a = call.arguments();
      var shelf = shelves.get(a.path("shelfId").asString(""));
      var book = books.get(a.path("bookId").asString(""));
      if (a.has("shelfId") && shelf == null) {
        return refused(404, "No such shelf");
      }
      if (a.has("bookId") && book == null) {
        return refused(404, "No such book");
      }
      return switch (call.operation()) {
        case "list_shelves" -> all(shelves.values().stream().toList());
        case "create_shelf" -> done(thing(shelves, "label", a.get("label").asString()));
        case "get_shelf" -> done(shelf);
        case "list_members" -> all(members.values().stream().toList());
        case "create_member" -> done(thing(members, "name", a.get("name").asString()));
        case "lend_book" -> lend(a);
        case "return_book" ->
            loans.remove(a.get("loanId").asString()) == null
                ? refused(404, "No such loan")
                : done(JSON.createObjectNode());
        case "print_report" -> new Outcome.Broken(500, "Out of paper");
        default -> book(call.operation(), a, book);
      };
    }

    private Outcome book(String operation, ObjectNode a, ObjectNode book) {
      var shelf = a.path("shelfId");
      return switch (operation) {
        case "list_books" ->
            all(books.values().stream().filter(b -> b.get("shelfId").equals(shelf)).toList());
        case "create_book" ->
            a.has("title")
                ? done(
                    thing(books, "title", a.get("title").asString())
                        .put("shelfId", shelf.asString()))
                : refused(400, "The \"title\" is missing");
        case "get_book" ->
            book.get("shelfId").equals(shelf) ? done(book) : refused(404, "Not on this shelf");
        case "delete_book" -> {
          books.remove(a.get("bookId").asString());
          yield done(JSON.createObjectNode());
        }
        default -> done(JSON.createObjectNode());
      };
    }

    private Outcome lend(ObjectNode a) {
      var book = a.get("bookId").asString();
      if (!members.containsKey(a.get("memberId").asString())) {
        return refused(404, "No such member");
      }
      if (loans.containsValue(book)) {
        return refused(409, "The book is lent already");
      }
      var id = new UUID(random.nextLong(), random.nextLong()).toString();
      loans.put(id, book);
      return done(JSON.createObjectNode().put("id", id));
    }

    private Outcome all(List<ObjectNode> things) {
      var list = JSON.createArrayNode();
      things.forEach(list::add);
      return done(list);
    }

    private Outcome done(JsonNode body) {
      return new Outcome.Succeeded(200, body.deepCopy());
    }

    private Outcome refused(int code, String message) {
      return new Outcome.Refused(code, message, JSON.createObjectNode());
    }

    @Override
    public Map<String, JsonNode> variables() {
      return Map.of();
    }

    @Override
    public void close() {}
  }
}
