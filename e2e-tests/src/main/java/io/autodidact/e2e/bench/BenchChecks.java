package io.autodidact.e2e.bench;

import io.autodidact.connector.Effect;
import io.autodidact.connector.Episode;
import io.autodidact.connector.Episodes;
import io.autodidact.exploration.ExploreSettings;
import io.autodidact.exploration.Explorer;
import io.autodidact.exploration.WordAffinity;
import io.autodidact.goal.GoalData;
import io.autodidact.task.Frame;
import io.autodidact.task.FreshTasks;
import io.autodidact.task.Plan;
import io.autodidact.task.PlanReplay;
import io.autodidact.task.PlanStep;
import io.autodidact.task.ReplayCheck;
import io.autodidact.task.Syllabus;
import io.autodidact.task.Task;
import io.autodidact.task.TaskWorkshop;
import io.autodidact.task.WriteTasks;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.TreeMap;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * Whether checks tell right from wrong: over kept tasks the reference plan must pass, doing nothing
 * must fail, and plans with one mistake must fail, by difficulty. Figures are rates of passing, in
 * 0..1.
 *
 * <p>{@code BenchChecks --target sample|keycloak --tasks 100 --seed 1 --json FILE}
 */
public final class BenchChecks {
  private static final JsonMapper JSON = JsonMapper.builder().build();
  private static final int EXPLORE_CALLS = 1000;

  private final Learnable software;
  private final Episodes episodes;
  private final CheckFigures figures = new CheckFigures();
  private final Map<String, Integer> families = new TreeMap<>();

  private BenchChecks(Learnable software) {
    this.software = software;
    this.episodes = software.episodes();
  }

  /** See the class. */
  public static void main(String[] arguments) throws IOException, InterruptedException {
    var options = Learnable.options(arguments);
    var seed = Long.parseLong(options.getOrDefault("seed", "1"));
    var tasks = Integer.parseInt(options.getOrDefault("tasks", "100"));
    try (var software = Learnable.start(options.getOrDefault("target", "sample"))) {
      var report = new BenchChecks(software).measure(tasks, seed);
      if (options.containsKey("json")) {
        Files.writeString(Path.of(options.get("json")), JSON.writeValueAsString(report));
      }
    }
  }

  private ObjectNode measure(int number, long seed) throws InterruptedException {
    var exploration =
        Explorer.explore(
            episodes,
            software::allows,
            new WordAffinity(software.goals().stream().map(GoalData::text).toList()),
            ExploreSettings.guided(EXPLORE_CALLS, seed));
    var began = System.nanoTime();
    var workshop = TaskWorkshop.open(episodes, exploration, software::allows, seed);
    var wanted = new WriteTasks.Wanted(software.goals(), operation -> true);
    var fresh = new FreshTasks(workshop, new Syllabus(wanted.families(workshop), 0, seed), 0);
    var tasks = new ArrayList<Task>();
    while (tasks.size() < number) {
      var task = fresh.take();
      if (task.isEmpty()) {
        break;
      }
      tasks.add(task.get().task());
    }
    var written = System.nanoTime() - began;
    var random = new SplittableRandom(seed);
    var mutations = new Mutations(workshop, episodes.operations().operations(), random);
    for (Task task : tasks) {
      families.merge(task.family(), 1, Integer::sum);
      judge(task, mutations);
    }
    return report(workshop, tasks.size(), fresh.next(), written / 1e9);
  }

  private void judge(Task task, Mutations mutations) throws InterruptedException {
    try (Episode episode = episodes.open(task.episodeSeed())) {
      var check = ReplayCheck.begin(episode, task.checks());
      figures.nothing(task, check.judge(JsonNodeFactory.instance.nullNode()).reward() == 1);
      var replay = PlanReplay.of(task.plan(), check.episode());
      figures.reference(task, check.judge(said(replay.answer())).reward() == 1);
    }
    List<Mutations.Mutated> wrong;
    try (Episode episode = episodes.open(task.episodeSeed())) {
      wrong = mutations.of(task, episode);
    }
    for (Mutations.Mutated one : wrong) {
      judge(task, one);
    }
  }

  private void judge(Task task, Mutations.Mutated wrong) throws InterruptedException {
    try (Episode episode = episodes.open(task.episodeSeed())) {
      var check = ReplayCheck.begin(episode, task.checks());
      var replay = PlanReplay.of(wrong.plan(), check.episode());
      if (isEquivalent(task, wrong, replay)) {
        figures.equivalent();
        return;
      }
      var passed = check.judge(said(replay.answer())).reward() == 1;
      figures.mutated(task, wrong.kind(), passed, calls(replay));
    }
  }

  /** A question that another entity answers alike, or an extra write that the software refused. */
  private boolean isEquivalent(Task task, Mutations.Mutated wrong, PlanReplay replay) {
    var refusedExtra =
        wrong.kind().equals(Mutations.EXTRA) && !extraSucceeded(task.plan(), replay);
    var sameAnswer =
        wrong.kind().equals(Mutations.ENTITY)
            && !task.checks().answer().isEmpty()
            && replay.answer().equals(task.checks().answer())
            && changes(wrong.plan()).equals(changes(task.plan()));
    return refusedExtra || sameAnswer;
  }

  private List<PlanStep> changes(Plan plan) {
    return plan.steps().stream()
        .filter(
            step ->
                episodes.operations().find(step.operation()).orElseThrow().effect() != Effect.READ)
        .toList();
  }

  private static boolean extraSucceeded(Plan plan, PlanReplay replay) {
    return replay.succeeded() && replay.steps().size() > plan.steps().size();
  }

  private static JsonNode said(List<JsonNode> answer) {
    var array = JsonNodeFactory.instance.arrayNode();
    answer.forEach(array::add);
    return answer.size() == 1 ? answer.getFirst() : array;
  }

  private static String calls(PlanReplay replay) {
    return replay.steps().stream()
        .map(done -> done.call().operation() + done.call().arguments())
        .toList()
        .toString();
  }

  private ObjectNode report(TaskWorkshop workshop, int tasks, long attempts, double seconds) {
    System.out.printf(
        "%d tasks of %d families, written in %.1f s (%d attempts)%n",
        tasks, families.size(), seconds, attempts);
    int each = tasksFramed(workshop, Frame.ForEach.class);
    int conditional = tasksFramed(workshop, Frame.OnlyIf.class);
    System.out.printf("of them %d for each of several, %d on a condition%n", each, conditional);
    figures.print();
    return figures
        .json()
        .put("families", families.size())
        .put("seconds", seconds)
        .put("forEach", each)
        .put("conditional", conditional);
  }

  private int tasksFramed(TaskWorkshop workshop, Class<? extends Frame> frame) {
    return families.entrySet().stream()
        .filter(
            family ->
                workshop
                    .family(family.getKey())
                    .filter(one -> frame.isInstance(one.frame()))
                    .isPresent())
        .mapToInt(Map.Entry::getValue)
        .sum();
  }
}
