package io.autodidact.e2e.bench.credit;

import io.autodidact.connector.Call;
import io.autodidact.connector.Outcome;
import io.autodidact.task.Checks;
import io.autodidact.task.Checks.Difference;
import io.autodidact.task.Checks.EntityList;
import io.autodidact.task.Plan;
import io.autodidact.task.PlanStep;
import io.autodidact.task.Split;
import io.autodidact.task.Task;
import io.autodidact.task.TaskId;
import io.autodidact.task.ValueSource;
import io.autodidact.task.ValueSource.Constant;
import io.autodidact.task.ValueSource.FromStep;
import io.autodidact.task.ValueSource.Segment;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.IntNode;
import tools.jackson.databind.node.NullNode;
import tools.jackson.databind.node.StringNode;

/** Tasks for the stock room: a level, two levels, an order, a question, an order and a level. */
final class StockTasks {
  private static final List<String> FAMILIES =
      List.of("level", "two-levels", "order", "question", "order-and-level");

  private final long seed;
  private final Random random;
  private final JsonNode items;
  private final List<PlanStep> steps = new ArrayList<>();
  private final List<ValueSource> answer = new ArrayList<>();
  private final List<Difference> expected = new ArrayList<>();
  private final List<JsonNode> answerValues = new ArrayList<>();
  private final List<String> request = new ArrayList<>();

  private StockTasks(long seed) {
    this.seed = seed;
    this.random = new Random(seed * 31 + 7);
    try (var room = new StockRoom(seed)) {
      var call = new Call("list_items", JsonMapper.shared().createObjectNode());
      this.items = ((Outcome.Succeeded) room.act(call)).body().path("items");
    }
  }

  /** The task of that number; families take turns. */
  static Task task(int number) {
    var tasks = new StockTasks(number);
    var family = FAMILIES.get(number % FAMILIES.size());
    int first = tasks.random.nextInt(6);
    switch (family) {
      case "level" -> tasks.level(first);
      case "two-levels" -> {
        tasks.level(first);
        tasks.level((first + 1) % 6);
      }
      case "order" -> tasks.order();
      case "question" -> tasks.question(first);
      default -> {
        tasks.order();
        tasks.level(first);
      }
    }
    return tasks.task(family, number);
  }

  private void level(int item) {
    int level = 31 + random.nextInt(60);
    var name = items.get(item).path("name").asString();
    var arguments = new LinkedHashMap<String, ValueSource>();
    arguments.put("/itemId", from(lookUp("list_items"), "items", name));
    arguments.put("/reorderLevel", new Constant(IntNode.valueOf(level)));
    steps.add(new PlanStep("update_item", arguments));
    expected.add(
        new Difference(
            "list_items()/items/[%s]/reorderLevel".formatted(name),
            items.get(item).path("reorderLevel"),
            IntNode.valueOf(level)));
    request.add("Set the reorder level of %s to %d.".formatted(name, level));
  }

  private void order() {
    var supplier = List.of("Acme", "Borealis", "Corvus").get(random.nextInt(3));
    var reference = "PO-" + (1000 + random.nextInt(9000));
    int quantity = 2 + random.nextInt(20);
    var create = new LinkedHashMap<String, ValueSource>();
    create.put("/supplierId", from(lookUp("list_suppliers"), "suppliers", supplier));
    create.put("/reference", new Constant(StringNode.valueOf(reference)));
    steps.add(new PlanStep("create_order", create));
    var fill = new LinkedHashMap<String, ValueSource>();
    fill.put("/orderId", new FromStep(steps.size() - 1, List.of(new Segment.Field("id"))));
    fill.put("/quantity", new Constant(IntNode.valueOf(quantity)));
    steps.add(new PlanStep("set_order_quantity", fill));
    var place = "list_orders()/orders/[%s]/".formatted(reference);
    expected.add(created(place + "reference", StringNode.valueOf(reference)));
    expected.add(created(place + "supplier", StringNode.valueOf(supplier)));
    expected.add(created(place + "quantity", IntNode.valueOf(quantity)));
    request.add("Order %d pieces from %s as %s.".formatted(quantity, supplier, reference));
  }

  private void question(int item) {
    var name = items.get(item).path("name").asString();
    var arguments = new LinkedHashMap<String, ValueSource>();
    arguments.put("/itemId", from(lookUp("list_items"), "items", name));
    steps.add(new PlanStep("get_item", arguments));
    answer.add(new FromStep(steps.size() - 1, List.of(new Segment.Field("boxSize"))));
    try (var room = new StockRoom(seed)) {
      var id = JsonMapper.shared().createObjectNode();
      id.set("itemId", items.get(item).path("id"));
      var found = ((Outcome.Succeeded) room.act(new Call("get_item", id))).body();
      answerValues.add(found.path("boxSize"));
    }
    request.add("How many pieces come in a box of %s?".formatted(name));
  }

  private int lookUp(String operation) {
    for (int i = 0; i < steps.size(); i++) {
      if (steps.get(i).operation().equals(operation)) {
        return i;
      }
    }
    steps.add(new PlanStep(operation, Map.of()));
    return steps.size() - 1;
  }

  private static ValueSource from(int step, String list, String name) {
    return new FromStep(
        step,
        List.of(
            new Segment.Field(list),
            new Segment.Where("name", StringNode.valueOf(name)),
            new Segment.Field("id")));
  }

  private static Difference created(String place, JsonNode value) {
    return new Difference(place, NullNode.getInstance(), value);
  }

  private Task task(String family, int number) {
    var checks =
        new Checks(
            List.of(new PlanStep("list_items", Map.of()), new PlanStep("list_orders", Map.of())),
            List.of(),
            List.of(
                new EntityList("list_items", "item", List.of("items"), "id", "name"),
                new EntityList("list_orders", "order", List.of("orders"), "id", "reference")),
            expected,
            Set.of("list_orders(*)/orders/*/id"),
            answerValues);
    return new Task(
        new TaskId(new UUID(0, number)),
        family,
        steps.size() > 3 ? 2 : 1,
        Split.TRAIN,
        String.join(" ", request),
        seed,
        new Plan(steps, answer),
        checks);
  }
}
