package io.autodidact.e2e.bench;

import io.autodidact.connector.Episode;
import io.autodidact.e2e.bench.Mutations.Mutated;
import io.autodidact.task.EntityKind;
import io.autodidact.task.Frame;
import io.autodidact.task.Plan;
import io.autodidact.task.PlanStep;
import io.autodidact.task.Task;
import io.autodidact.task.TaskFamily;
import io.autodidact.task.TaskWorkshop;
import io.autodidact.task.ValueSource;
import io.autodidact.task.ValueSource.FromStep;
import io.autodidact.task.ValueSource.Segment;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.random.RandomGenerator;
import tools.jackson.databind.node.StringNode;

/**
 * Mistakes in what speaks of several entities or of a condition: one entity too many, the wrong
 * branch. One too few is a step that is missing.
 */
final class FramedMutations {
  static final String TOO_MANY = "one too many";
  static final String BRANCH = "wrong branch";

  /** So often a change is drawn until it is one of the entity that the condition is about. */
  private static final int DRAWS = 60;

  private final TaskWorkshop workshop;
  private final Set<String> writes;
  private final RandomGenerator random;

  FramedMutations(TaskWorkshop workshop, Set<String> writes, RandomGenerator random) {
    this.workshop = workshop;
    this.writes = writes;
    this.random = random;
  }

  List<Mutated> of(Task task, Episode episode) throws InterruptedException {
    var family = workshop.family(task.family()).orElseThrow();
    return switch (family.frame()) {
      case Frame.Plain _ -> List.of();
      case Frame.ForEach each -> oneTooMany(task.plan(), each, episode);
      case Frame.OnlyIf _ -> wrongBranch(task, family, episode);
    };
  }

  private List<Mutated> oneTooMany(Plan plan, Frame.ForEach each, Episode episode)
      throws InterruptedException {
    var kind = kind(each.selection().noun());
    var last = plan.steps().getLast();
    var members = keys(plan, kind);
    var others = new ArrayList<>(Mutations.keys(kind, episode));
    others.removeAll(members);
    if (others.isEmpty()) {
      return List.of();
    }
    var other = others.get(random.nextInt(others.size()));
    var arguments = new LinkedHashMap<String, ValueSource>();
    last.arguments()
        .forEach(
            (pointer, source) ->
                arguments.put(
                    pointer,
                    source instanceof FromStep from && isOf(from, members, kind)
                        ? redirected(from, plan.steps().size(), kind, other)
                        : source));
    var steps = new ArrayList<>(plan.steps());
    steps.add(Mutations.all(kind));
    steps.add(new PlanStep(last.operation(), arguments));
    return List.of(new Mutated(TOO_MANY, new Plan(steps, plan.answer())));
  }

  private EntityKind kind(String noun) {
    return workshop.domain().kinds().stream()
        .filter(one -> one.noun().equals(noun))
        .findFirst()
        .orElseThrow();
  }

  /** The keys by which the plan's writes look entities of that kind up. */
  private List<String> keys(Plan plan, EntityKind kind) {
    return plan.steps().stream()
        .filter(step -> writes.contains(step.operation()))
        .flatMap(step -> step.arguments().values().stream())
        .filter(FromStep.class::isInstance)
        .map(FromStep.class::cast)
        .filter(
            from ->
                plan.steps().get(from.step()).operation().equals(kind.list().operation()))
        .flatMap(from -> from.path().stream())
        .filter(Segment.Where.class::isInstance)
        .map(segment -> ((Segment.Where) segment).value().asString())
        .toList();
  }

  private static boolean isOf(FromStep from, List<String> keys, EntityKind kind) {
    return from.path().stream()
        .anyMatch(
            segment ->
                segment instanceof Segment.Where where
                    && where.field().equals(kind.list().key())
                    && keys.contains(where.value().asString()));
  }

  private static FromStep redirected(FromStep from, int step, EntityKind kind, String key) {
    return new FromStep(
        step,
        from.path().stream()
            .map(
                segment ->
                    segment instanceof Segment.Where
                        ? new Segment.Where(kind.list().key(), StringNode.valueOf(key))
                        : segment)
            .toList());
  }

  private List<Mutated> wrongBranch(Task task, TaskFamily family, Episode episode)
      throws InterruptedException {
    var plan = task.plan();
    if (!plan.deciding().isEmpty()) {
      var reads =
          plan.steps().stream().filter(step -> !writes.contains(step.operation())).toList();
      return List.of(new Mutated(BRANCH, new Plan(reads, plan.deciding())));
    }
    return change(family, plan, episode)
        .map(change -> List.of(new Mutated(BRANCH, Mutations.followed(plan, change))))
        .orElse(List.of());
  }

  /** What the condition would have brought about, for the entity that the plan looked at. */
  private Optional<Plan> change(TaskFamily family, Plan plan, Episode episode)
      throws InterruptedException {
    var unframed =
        workshop.family(family.name().substring(0, family.name().lastIndexOf(" if "))).orElseThrow();
    var looked = new HashSet<>(keysOf(plan.answer()));
    looked.addAll(keysOf(sources(plan)));
    for (int draw = 0; draw < DRAWS; draw++) {
      var drawn = workshop.plan(unframed, episode, random);
      if (drawn.filter(one -> keysOf(sources(one)).containsAll(looked)).isPresent()) {
        return drawn;
      }
    }
    return Optional.empty();
  }

  private static List<ValueSource> sources(Plan plan) {
    return plan.steps().stream().flatMap(step -> step.arguments().values().stream()).toList();
  }

  private static List<String> keysOf(List<ValueSource> sources) {
    return sources.stream()
        .filter(FromStep.class::isInstance)
        .flatMap(source -> ((FromStep) source).path().stream())
        .filter(Segment.Where.class::isInstance)
        .map(segment -> ((Segment.Where) segment).value().asString())
        .toList();
  }
}
