package io.autodidact.attribution;

import io.autodidact.connector.Call;
import io.autodidact.connector.Catalogue;
import io.autodidact.connector.Effect;
import io.autodidact.connector.Operation;
import io.autodidact.connector.Outcome;
import io.autodidact.context.TokenAccount;
import io.autodidact.rollout.Action;
import io.autodidact.rollout.Observation;
import io.autodidact.rollout.Rollout;
import io.autodidact.rollout.Rollout.Ending;
import io.autodidact.rollout.Rollout.Origin;
import io.autodidact.rollout.Rollout.Purpose;
import io.autodidact.rollout.RolloutId;
import io.autodidact.rollout.Step;
import io.autodidact.task.Checks;
import io.autodidact.task.Judgement;
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
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;
import tools.jackson.databind.node.StringNode;

/** Tasks and attempts in a small stock-keeping software, turn by turn. */
final class Attempts {
  private static final JsonMapper JSON = JsonMapper.shared();
  private static final TaskId TASK = new TaskId(new UUID(0, 1));
  static final Catalogue CATALOGUE =
      new Catalogue(
          List.of(
              operation("search_items", Effect.READ),
              operation("get_item", Effect.READ),
              operation("list_warehouses", Effect.READ),
              operation("list_suppliers", Effect.READ),
              operation("set_stock", Effect.WRITE),
              operation("activate_supplier", Effect.WRITE),
              operation("create_order", Effect.WRITE),
              operation("add_line", Effect.WRITE),
              operation("delete_order", Effect.DESTRUCTIVE)),
          List.of());

  private final List<Step> steps = new ArrayList<>();

  /** "Set the stock of Blue Bolt in Harbour to 40." */
  static Task stockTask() {
    return task(
        "Set the stock of Blue Bolt in Harbour to 40.",
        new Plan(
            List.of(
                step("search_items", Map.of("/name", constant("\"Blue Bolt\""))),
                step("list_warehouses", Map.of()),
                step(
                    "set_stock",
                    Map.of(
                        "/itemId", from(0, "Blue Bolt", "id"),
                        "/warehouseId", from(1, "Harbour", "id"),
                        "/quantity", constant("40")))),
            List.of()),
        List.of("stock(Blue Bolt, Harbour)/quantity"),
        List.of());
  }

  /** "How many pieces come in a box of Blue Bolt?" */
  static Task question() {
    return task(
        "How many pieces come in a box of Blue Bolt?",
        new Plan(
            List.of(
                step("search_items", Map.of("/name", constant("\"Blue Bolt\""))),
                step("get_item", Map.of("/itemId", from(0, "Blue Bolt", "id")))),
            List.of(from(1, "boxSize"))),
        List.of(),
        List.of(json("250")));
  }

  static Task task(String request, Plan plan, List<String> expected, List<JsonNode> answer) {
    var differences =
        expected.stream()
            .map(place -> new Checks.Difference(place, json("null"), json("1")))
            .toList();
    return new Task(
        TASK,
        "family",
        1,
        Split.TRAIN,
        request,
        7,
        plan,
        new Checks(List.of(), List.of(), List.of(), differences, Set.of(), answer));
  }

  static PlanStep step(String operation, Map<String, ValueSource> arguments) {
    return new PlanStep(operation, new LinkedHashMap<>(arguments));
  }

  static ValueSource constant(String json) {
    return new Constant(json(json));
  }

  static ValueSource from(int step, String field) {
    return new FromStep(step, List.of(new Segment.Field(field)));
  }

  static ValueSource from(int step, String named, String field) {
    return new FromStep(
        step,
        List.of(new Segment.Where("name", StringNode.valueOf(named)), new Segment.Field(field)));
  }

  /** A read, or a write that left the checks as they were at the beginning. */
  Attempts call(String operation, String arguments, String result) {
    return write(operation, arguments, result, List.of(), List.of());
  }

  Attempts write(
      String operation,
      String arguments,
      String result,
      List<Integer> held,
      List<String> unexpected) {
    return add(
        operate(operation, arguments),
        new Observation(
            "", Optional.of(new Outcome.Succeeded(200, json(result))), held, unexpected));
  }

  Attempts refused(String operation, String arguments, String message) {
    return add(operate(operation, arguments), seen(new Outcome.Refused(409, message, json("{}"))));
  }

  Attempts broken(String operation, String arguments) {
    return add(operate(operation, arguments), seen(new Outcome.Broken(500, "Internal error")));
  }

  Attempts malformed() {
    return add(
        new Action.Malformed("stock?", "There is no operation stock"),
        new Observation("", Optional.empty(), List.of(), List.of()));
  }

  Attempts consult(String query) {
    return add(
        new Action.Consult("search_operations", query),
        new Observation("", Optional.empty(), List.of(), List.of()));
  }

  Attempts finish(String answer) {
    return add(
        new Action.Finish(json(answer)),
        new Observation("", Optional.empty(), List.of(), List.of()));
  }

  Rollout succeeded(Task task) {
    var all = Stream.iterate(0, i -> i + 1).limit(task.checks().expected().size()).toList();
    return rollout(new Judgement(1, all, List.of(), true), Ending.FINISHED, 0);
  }

  Rollout failed(List<Integer> held, List<String> unexpected, boolean answerRight) {
    return rollout(new Judgement(0, held, unexpected, answerRight), Ending.FINISHED, 0);
  }

  Rollout rollout(Judgement judgement, Ending ending, int givenSteps) {
    var origin = new Origin(Purpose.PRACTICE, "trained", 0, 1, 0, false, givenSteps, 3);
    return new Rollout(
        new RolloutId(new UUID(0, 2)),
        TASK,
        Split.TRAIN,
        origin,
        steps,
        ending,
        judgement,
        List.of(),
        TokenAccount.EMPTY);
  }

  static JsonNode json(String text) {
    return JSON.readTree(text);
  }

  private static Action operate(String operation, String arguments) {
    return new Action.Operate(new Call(operation, (ObjectNode) json(arguments)));
  }

  private static Observation seen(Outcome outcome) {
    return new Observation("", Optional.of(outcome), List.of(), List.of());
  }

  private Attempts add(Action action, Observation observation) {
    steps.add(
        new Step(steps.size(), "", action, observation, new int[1], new int[1], new float[1], 5));
    return this;
  }

  private static Operation operation(String name, Effect effect) {
    return new Operation(
        name, "", "", List.of(), JSON.createObjectNode(), Optional.empty(), effect, "");
  }
}
