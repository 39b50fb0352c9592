package io.autodidact.e2e.bench;

import io.autodidact.connector.Effect;
import io.autodidact.connector.Episode;
import io.autodidact.connector.Operation;
import io.autodidact.connector.Outcome;
import io.autodidact.task.EntityKind;
import io.autodidact.task.Plan;
import io.autodidact.task.PlanStep;
import io.autodidact.task.Task;
import io.autodidact.task.TaskWorkshop;
import io.autodidact.task.ValueSource;
import io.autodidact.task.ValueSource.Constant;
import io.autodidact.task.ValueSource.FromStep;
import io.autodidact.task.ValueSource.Segment;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.random.RandomGenerator;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.BooleanNode;
import tools.jackson.databind.node.DecimalNode;
import tools.jackson.databind.node.StringNode;

/** Plans that go wrong in one place. */
final class Mutations {
  static final String MISSING = "step missing";
  static final String VALUE = "wrong value";
  static final String ENTITY = "wrong entity";
  static final String EXTRA = "extra write";

  /** The result of a step that was left out. */
  private static final int NOWHERE = Integer.MAX_VALUE;

  private final TaskWorkshop workshop;
  private final Set<String> writes;
  private final RandomGenerator random;

  Mutations(TaskWorkshop workshop, List<Operation> operations, RandomGenerator random) {
    this.workshop = workshop;
    this.random = random;
    this.writes =
        operations.stream()
            .filter(operation -> operation.effect() != Effect.READ)
            .map(Operation::name)
            .collect(Collectors.toSet());
  }

  /**
   * A plan with one mistake.
   *
   * @param kind one of the constants here and in {@link FramedMutations}
   */
  record Mutated(String kind, Plan plan) {}

  /** All single mistakes of that plan; the episode shows which other entities there are. */
  List<Mutated> of(Task task, Episode episode) throws InterruptedException {
    var plan = task.plan();
    var mutated = new ArrayList<Mutated>();
    for (int step = 0; step < plan.steps().size(); step++) {
      if (writes.contains(plan.steps().get(step).operation())) {
        mutated.add(new Mutated(MISSING, without(plan, step)));
        mutated.addAll(wrongValues(plan, step));
      }
    }
    if (plan.answer().size() > 1) {
      mutated.add(
          new Mutated(
              MISSING,
              new Plan(plan.steps(), plan.answer().subList(1, plan.answer().size()))));
    }
    for (EntityKind kind : workshop.domain().kinds()) {
      mutated.addAll(wrongEntities(plan, kind, episode));
    }
    mutated.addAll(new FramedMutations(workshop, writes, random).of(task, episode));
    extra(plan, episode).forEach(one -> mutated.add(new Mutated(EXTRA, one)));
    return mutated;
  }

  private static Plan without(Plan plan, int missing) {
    var steps = new ArrayList<PlanStep>();
    for (int i = 0; i < plan.steps().size(); i++) {
      if (i != missing) {
        steps.add(shifted(plan.steps().get(i), missing));
      }
    }
    return new Plan(steps, plan.answer().stream().map(source -> shifted(source, missing)).toList());
  }

  private static PlanStep shifted(PlanStep step, int missing) {
    var arguments = new LinkedHashMap<String, ValueSource>();
    step.arguments().forEach((pointer, source) -> arguments.put(pointer, shifted(source, missing)));
    return new PlanStep(step.operation(), arguments);
  }

  private static ValueSource shifted(ValueSource source, int missing) {
    if (!(source instanceof FromStep(int step, List<Segment> path)) || step < missing) {
      return source;
    }
    return new FromStep(step == missing ? NOWHERE : step - 1, path);
  }

  private List<Mutated> wrongValues(Plan plan, int at) {
    var mutated = new ArrayList<Mutated>();
    var step = plan.steps().get(at);
    for (Map.Entry<String, ValueSource> argument : step.arguments().entrySet()) {
      if (argument.getValue() instanceof Constant(JsonNode value)) {
        var arguments = new LinkedHashMap<>(step.arguments());
        arguments.put(argument.getKey(), new Constant(wrong(value)));
        var steps = new ArrayList<>(plan.steps());
        steps.set(at, new PlanStep(step.operation(), arguments));
        mutated.add(new Mutated(VALUE, new Plan(steps, plan.answer())));
      }
    }
    return mutated;
  }

  private JsonNode wrong(JsonNode value) {
    if (value.isBoolean()) {
      return BooleanNode.valueOf(!value.asBoolean());
    }
    if (value.isNumber()) {
      return DecimalNode.valueOf(
          value.decimalValue().add(java.math.BigDecimal.valueOf(1 + random.nextInt(9))));
    }
    var text = value.asString();
    var at = text.indexOf('@') > 0 ? 0 : text.length() - 1;
    var other =
        text.charAt(at) == '7'
            ? '3'
            : Character.isDigit(text.charAt(at)) ? '7' : text.charAt(at) == 'x' ? 'y' : 'x';
    return StringNode.valueOf(text.substring(0, at) + other + text.substring(at + 1));
  }

  private List<Mutated> wrongEntities(Plan plan, EntityKind kind, Episode episode)
      throws InterruptedException {
    var keys = keys(kind, episode);
    var mutated = new ArrayList<Mutated>();
    for (String key : keys) {
      if (plan.toString().contains("value=\"" + key + "\"") && keys.size() > 1) {
        var others = keys.stream().filter(other -> !other.equals(key)).toList();
        var other = others.get(random.nextInt(others.size()));
        mutated.add(new Mutated(ENTITY, renamed(plan, kind, key, other)));
      }
    }
    return mutated;
  }

  /** The read of all of them. */
  static PlanStep all(EntityKind kind) {
    var arguments = new LinkedHashMap<String, ValueSource>();
    kind.whole().forEach((pointer, value) -> arguments.put(pointer, new Constant(value)));
    return new PlanStep(kind.list().operation(), arguments);
  }

  static List<String> keys(EntityKind kind, Episode episode) throws InterruptedException {
    var call = all(kind).call(List.of()).orElseThrow();
    if (!(episode.act(call) instanceof Outcome.Succeeded(int code, JsonNode body))) {
      return List.of();
    }
    for (String field : kind.list().path()) {
      body = body.path(field);
    }
    return body.valueStream().map(row -> row.path(kind.list().key()).asString("")).toList();
  }

  private static Plan renamed(Plan plan, EntityKind kind, String from, String to) {
    var steps = new ArrayList<PlanStep>();
    for (PlanStep step : plan.steps()) {
      var arguments = new LinkedHashMap<String, ValueSource>();
      step.arguments()
          .forEach(
              (pointer, source) ->
                  arguments.put(
                      pointer,
                      renamed(source, step.operation().equals(kind.list().operation()), from, to)));
      steps.add(new PlanStep(step.operation(), arguments));
    }
    return new Plan(
        steps, plan.answer().stream().map(one -> renamed(one, false, from, to)).toList());
  }

  private static ValueSource renamed(ValueSource source, boolean lookUp, String from, String to) {
    return switch (source) {
      case Constant(JsonNode value) when lookUp && value.asString("").equals(from) ->
          new Constant(StringNode.valueOf(to));
      case Constant constant -> constant;
      case FromStep(int step, List<Segment> path) ->
          new FromStep(step, path.stream().map(segment -> renamed(segment, from, to)).toList());
    };
  }

  private static Segment renamed(Segment segment, String from, String to) {
    return segment instanceof Segment.Where(String field, JsonNode value)
            && value.asString("").equals(from)
        ? new Segment.Where(field, StringNode.valueOf(to))
        : segment;
  }

  /** The plan and then a write that nobody asked for. */
  private List<Plan> extra(Plan plan, Episode episode) throws InterruptedException {
    var simple =
        workshop.families().stream()
            .filter(family -> family.difficulty() == 1 && !family.name().startsWith("ask_"))
            .toList();
    var extra = workshop.plan(simple.get(random.nextInt(simple.size())), episode, random);
    if (extra.isEmpty()) {
      return List.of();
    }
    return List.of(followed(plan, extra.get()));
  }

  /** The one plan and then the other, with what the first answers. */
  static Plan followed(Plan plan, Plan other) {
    var steps = new ArrayList<>(plan.steps());
    for (PlanStep step : other.steps()) {
      var arguments = new LinkedHashMap<String, ValueSource>();
      step.arguments()
          .forEach(
              (pointer, source) ->
                  arguments.put(
                      pointer,
                      source instanceof FromStep(int at, List<Segment> path)
                          ? new FromStep(at + plan.steps().size(), path)
                          : source));
      steps.add(new PlanStep(step.operation(), arguments));
    }
    return new Plan(steps, plan.answer());
  }
}
