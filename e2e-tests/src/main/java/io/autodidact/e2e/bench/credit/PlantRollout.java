package io.autodidact.e2e.bench.credit;

import io.autodidact.connector.Call;
import io.autodidact.connector.Effect;
import io.autodidact.connector.Outcome;
import io.autodidact.e2e.bench.credit.Attempt.Planted;
import io.autodidact.task.Task;
import io.autodidact.task.ValueSource;
import io.autodidact.task.ValueSource.FromStep;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.IntNode;
import tools.jackson.databind.node.NullNode;
import tools.jackson.databind.node.ObjectNode;
import tools.jackson.databind.node.StringNode;

/** Carries out a reference plan with known mistakes planted into it. */
final class PlantRollout {
  private final Task task;
  private final Random random;
  private final boolean succeeds;
  private final int noise;
  private final Attempt attempt;
  private final List<JsonNode> results = new ArrayList<>();

  private PlantRollout(Task task, Random random, boolean succeeds, int noise, Attempt attempt) {
    this.task = task;
    this.random = random;
    this.succeeds = succeeds;
    this.noise = noise;
    this.attempt = attempt;
  }

  /**
   * @param noise at most so many useless, repeated or faulty steps before each step of the plan
   */
  static Planted of(Task task, int sample, boolean succeeds, int noise)
      throws InterruptedException {
    var random = new Random(task.episodeSeed() * 1009 + sample);
    try (var attempt = new Attempt(task)) {
      new PlantRollout(task, random, succeeds, noise, attempt).carryOut();
      return attempt.planted(sample);
    }
  }

  private void carryOut() throws InterruptedException {
    int last = task.plan().steps().size() - 1;
    var needed = neededBy(succeeds || asks() ? last : last - 1);
    for (int i = 0; i <= last; i++) {
      plantNoise();
      var call = task.plan().steps().get(i).call(results).orElseThrow();
      if (!isWrite(call)) {
        var planting =
            succeeds || needed.contains(i)
                ? Optional.of(Planting.NEEDED)
                : Optional.<Planting>empty();
        results.add(body(attempt.call(call, planting)));
      } else if (i < last || succeeds) {
        if (random.nextInt(3) == 0) {
          plantWrongThenRepaired(call);
        }
        results.add(body(attempt.call(call, Optional.of(Planting.DECISIVE))));
      } else if (random.nextBoolean()) {
        attempt.call(withWrongValue(call), Optional.of(Planting.WRONG));
      }
    }
    plantNoise();
    attempt.finish(answer(), succeeds ? Planting.DECISIVE : Planting.WRONG_END);
  }

  private boolean asks() {
    return !task.plan().answer().isEmpty();
  }

  private JsonNode answer() {
    if (!asks()) {
      return NullNode.getInstance();
    }
    var right = task.checks().answer().getFirst();
    return succeeds ? right : IntNode.valueOf(right.asInt() + 100);
  }

  /**
   * Reads whose values a write up to that step needs. A wrong answer makes none of them certain.
   */
  private Set<Integer> neededBy(int last) {
    var needed = new HashSet<Integer>();
    for (int i = last; i >= 0; i--) {
      var step = task.plan().steps().get(i);
      if (needed.contains(i) || isWrite(step.operation())) {
        step.arguments().values().forEach(source -> addSource(source, needed));
      }
    }
    return needed;
  }

  private static void addSource(ValueSource source, Set<Integer> needed) {
    if (source instanceof FromStep(int step, var path)) {
      needed.add(step);
    }
  }

  private void plantNoise() throws InterruptedException {
    for (int i = random.nextInt(noise + 1); i > 0; i--) {
      switch (random.nextInt(4)) {
        case 0 -> attempt.call(uselessRead(), Optional.of(Planting.USELESS));
        case 1 -> repeat();
        case 2 -> attempt.call(refusedCall(), Optional.of(Planting.FAULTY));
        default -> attempt.malformed();
      }
    }
  }

  private void repeat() throws InterruptedException {
    var reads = attempt.readsSinceLastWrite();
    if (!reads.isEmpty()) {
      attempt.call(reads.get(random.nextInt(reads.size())), Optional.of(Planting.REPEATED));
    }
  }

  /** A read that the plan has no use for: of another list, or of an item, found or guessed. */
  private Call uselessRead() {
    var unused =
        List.of("list_warehouses", "list_suppliers", "list_orders").stream()
            .filter(
                operation ->
                    task.plan().steps().stream()
                        .noneMatch(step -> step.operation().equals(operation)))
            .toList();
    boolean looks =
        task.plan().steps().stream().anyMatch(step -> step.operation().equals("get_item"));
    var found = results.isEmpty() ? NullNode.getInstance() : results.getFirst().path("items");
    if (found.isArray() && !looks && random.nextBoolean()) {
      return call("get_item", "itemId", found.get(random.nextInt(found.size())).path("id"));
    }
    return call(unused.get(random.nextInt(unused.size())), "", NullNode.getInstance());
  }

  private Call refusedCall() {
    return call("get_item", "itemId", IntNode.valueOf(900 + random.nextInt(90)));
  }

  private void plantWrongThenRepaired(Call right) throws InterruptedException {
    switch (right.operation()) {
      case "create_order" -> {
        var made = body(attempt.call(withWrongValue(right), Optional.of(Planting.WRONG)));
        attempt.call(
            call("delete_order", "orderId", made.path("id")), Optional.of(Planting.REPAIR));
      }
      case "update_item" -> {
        if (random.nextBoolean()) {
          wrongItem(right);
        } else {
          attempt.call(withWrongValue(right), Optional.of(Planting.WRONG));
        }
      }
      default -> attempt.call(withWrongValue(right), Optional.of(Planting.WRONG));
    }
  }

  private void wrongItem(Call right) throws InterruptedException {
    var others =
        results.stream()
            .flatMap(result -> result.path("items").valueStream())
            .filter(item -> !item.path("id").equals(right.arguments().path("itemId")))
            .filter(item -> !task.request().contains(item.path("name").asString()))
            .toList();
    var other = others.get(random.nextInt(others.size()));
    attempt.call(with(right, "itemId", other.path("id")), Optional.of(Planting.WRONG));
    var restored = with(right, "itemId", other.path("id"));
    attempt.call(
        with(restored, "reorderLevel", other.path("reorderLevel")), Optional.of(Planting.REPAIR));
  }

  private Call withWrongValue(Call right) {
    return switch (right.operation()) {
      case "create_order" ->
          with(right, "reference", StringNode.valueOf("PO-" + (10 + random.nextInt(80))));
      case "update_item" -> with(right, "reorderLevel", IntNode.valueOf(200 + random.nextInt(50)));
      default -> with(right, "quantity", IntNode.valueOf(50 + random.nextInt(50)));
    };
  }

  private static Call with(Call call, String name, JsonNode value) {
    var arguments = call.arguments().deepCopy();
    arguments.set(name, value);
    return new Call(call.operation(), arguments);
  }

  private static Call call(String operation, String name, JsonNode value) {
    ObjectNode arguments = JsonMapper.shared().createObjectNode();
    if (!name.isEmpty()) {
      arguments.set(name, value);
    }
    return new Call(operation, arguments);
  }

  private static boolean isWrite(Call call) {
    return isWrite(call.operation());
  }

  private static boolean isWrite(String operation) {
    return StockRoom.CATALOGUE.find(operation).orElseThrow().effect() != Effect.READ;
  }

  private static JsonNode body(Outcome outcome) {
    if (outcome instanceof Outcome.Succeeded(int code, var body)) {
      return body;
    }
    throw new IllegalStateException("A planted call did not succeed: " + outcome);
  }
}
