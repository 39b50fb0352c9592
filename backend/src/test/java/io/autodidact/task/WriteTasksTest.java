package io.autodidact.task;

import static org.assertj.core.api.Assertions.assertThat;

import io.autodidact.connector.Call;
import io.autodidact.connector.Catalogue;
import io.autodidact.connector.Effect;
import io.autodidact.connector.Episode;
import io.autodidact.connector.Episodes;
import io.autodidact.connector.Outcome;
import io.autodidact.goal.GoalData;
import io.autodidact.job.PartOfWork;
import io.autodidact.job.TestRun;
import io.autodidact.job.Work;
import io.autodidact.task.WriteTasks.Wanted;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

class WriteTasksTest {
  private final SmallShop shop = new SmallShop();
  private final TestRun run = TestRun.create();
  private final TaskRepository tasks = new TaskRepository();
  private final Wanted wanted =
      new Wanted(List.of(new GoalData("Look after items", Set.of("delete_item"))), any -> true);

  @Test
  void everyStoredTaskReplaysAndNothingForbiddenIsAsked() throws Exception {
    write(12, 4, 8);
    for (Split split : Split.values()) {
      for (Task task : stored(split)) {
        assertThat(task.plan().steps()).noneMatch(step -> step.operation().equals("delete_item"));
        var check = ReplayCheck.begin(shop.open(task.episodeSeed()), task.checks());
        var replay = PlanReplay.of(task.plan(), check.episode());
        assertThat(check.judge(MakeChecks.answer(replay.answer())).reward())
            .as(task.request())
            .isEqualTo(1);
      }
    }
  }

  @Test
  void splitsShareNoEpisodeAndOnlyTheExamHasItsOwnFamilies() throws Exception {
    var report = write(12, 4, 8);
    assertThat(stored(Split.EXAM)).hasSize(12);
    assertThat(stored(Split.VALIDATION)).hasSize(4);
    assertThat(stored(Split.TRAIN)).hasSize(8);
    var seeds = new HashSet<Long>();
    for (Split split : Split.values()) {
      stored(split).forEach(task -> assertThat(seeds.add(task.episodeSeed())).isTrue());
    }
    assertThat(report.examOnly()).isNotEmpty();
    assertThat(stored(Split.TRAIN)).noneMatch(task -> report.examOnly().contains(task.family()));
  }

  @Test
  void pickedUpAgainItGoesOnBehindWhatIsStored() throws Exception {
    write(4, 2, 2);
    var first = stored(Split.EXAM);
    write(8, 2, 2);
    assertThat(stored(Split.EXAM)).hasSize(8).containsAll(first);
  }

  /** Every episode has the same things in it, so that the same would be asked again and again. */
  @Test
  void whatIsWrittenAfterAnInterruptionSaysNothingThatWasWrittenBefore() throws Exception {
    var monotonous = new AlwaysTheSame(shop);
    write(monotonous, run, new TaskSettings(6, 3, 5, 0.2, 3));
    write(monotonous, run, new TaskSettings(24, 12, 20, 0.2, 3));
    var stored = run.commit(dsl -> tasks.all(dsl, run.scope()));
    assertThat(stored).hasSizeGreaterThan(30);
    for (Task one : stored) {
      for (Task other : stored) {
        boolean near =
            NearDuplicates.jaccard(
                    NearDuplicates.words(one.request()), NearDuplicates.words(other.request()))
                >= 0.8;
        if (!one.id().equals(other.id()) && one.family().equals(other.family()) && near) {
          assertThat(names(one)).as(one.request()).isNotEqualTo(names(other));
        }
      }
    }
  }

  /** Of the things that the request names. */
  private Set<String> names(Task task) throws Exception {
    var names = new HashSet<String>();
    for (String list : List.of("list_items", "list_suppliers")) {
      var call = new Call(list, SmallShop.JSON.createObjectNode());
      var rows = ((Outcome.Succeeded) shop.open(1).act(call)).body().path("items");
      rows.forEach(row -> names.add(row.path("name").asString()));
    }
    names.removeIf(name -> !task.request().contains(name));
    return names;
  }

  private record AlwaysTheSame(Episodes episodes) implements Episodes {
    @Override
    public Catalogue operations() {
      return episodes.operations();
    }

    @Override
    public Episode open(long seed) throws InterruptedException {
      return episodes.open(1);
    }

    @Override
    public Episode live() {
      return episodes.live();
    }
  }

  @Test
  void timeThatRunsOutLeavesNoSplitEmpty() throws Exception {
    int some = 12;
    var slow = new PartOfWork(run, (doing, done, total) -> run.exhausted.set(done >= 3 * some));

    write(slow, new TaskSettings(2 * some, 2 * some, 2 * some, 0.2, 3));

    assertThat(stored(Split.VALIDATION)).hasSizeBetween(8, some);
    assertThat(stored(Split.TRAIN)).hasSizeBetween(1, some);
  }

  @Test
  void whatTheSoftwareIgnoresIsNotAskedForEvenWhereAnotherFieldHasThatValue() throws Exception {
    var workshop = TaskWorkshop.open(shop, shop.explored(), wanted.allowed(), 3);
    var family = workshop.family("create_item(fragile)").orElseThrow();
    for (int seed = 0; seed < 4; seed++) {
      assertThat(workshop.write(family, Split.TRAIN, seed))
          .isInstanceOf(TaskWorkshop.Written.Rejected.class);
    }
  }

  @Test
  void freshTasksNeverRepeatAnEpisode() throws Exception {
    var workshop = TaskWorkshop.open(shop, shop.explored(), wanted.allowed(), 3);
    var fresh = new FreshTasks(workshop, new Syllabus(workshop.families(), 0.2, 3), 0);
    var seeds = new HashSet<Long>();
    for (int i = 0; i < 20; i++) {
      assertThat(seeds.add(fresh.take().orElseThrow().task().episodeSeed())).isTrue();
    }
  }

  @Test
  void whatPeopleMightAskForIsThoughtOfByReadingOnly() throws Exception {
    var workshop = TaskWorkshop.open(shop, shop.explored(), wanted.allowed(), 3);
    var effects = new HashSet<Effect>();
    try (var live = shop.open(99)) {
      var watched = new Watched(live, call -> effects.add(effect(call)));
      for (var family : workshop.families()) {
        assertThat(workshop.request(family, watched, new SplittableRandom(1))).isPresent();
      }
    }
    assertThat(effects).containsExactly(Effect.READ);
  }

  private Effect effect(Call call) {
    return shop.operations().find(call.operation()).orElseThrow().effect();
  }

  /** An episode that tells what is done in it. */
  private record Watched(Episode episode, Consumer<Call> listener) implements Episode {
    @Override
    public Map<String, JsonNode> variables() {
      return episode.variables();
    }

    @Override
    public Outcome act(Call call) throws InterruptedException {
      listener.accept(call);
      return episode.act(call);
    }

    @Override
    public void close() {
      episode.close();
    }
  }

  private WriteTasks.Report write(int exam, int validation, int train) throws Exception {
    return write(run, new TaskSettings(exam, validation, train, 0.2, 3));
  }

  private WriteTasks.Report write(Work work, TaskSettings settings) throws InterruptedException {
    return write(shop, work, settings);
  }

  private WriteTasks.Report write(Episodes software, Work work, TaskSettings settings)
      throws InterruptedException {
    var workshop = TaskWorkshop.open(software, shop.explored(), wanted.allowed(), settings.seed());
    var syllabus = new Syllabus(wanted.families(workshop), settings.examOnly(), settings.seed());
    return new WriteTasks(tasks).write(work, workshop, syllabus, settings);
  }

  private List<Task> stored(Split split) {
    return run.commit(dsl -> tasks.inUse(dsl, run.scope(), split));
  }
}
