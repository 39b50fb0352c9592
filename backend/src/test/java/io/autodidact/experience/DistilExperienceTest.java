package io.autodidact.experience;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.autodidact.api.Conflict;
import io.autodidact.api.RunsOfTenant;
import io.autodidact.context.WordEmbedder;
import io.autodidact.engine.SampledSequence;
import io.autodidact.engine.Sampler;
import io.autodidact.experience.EditLesson.LessonChange;
import io.autodidact.experience.Experience.State;
import io.autodidact.job.TestRun;
import io.autodidact.rollout.Batch;
import io.autodidact.rollout.GivenSteps;
import io.autodidact.rollout.Guidance;
import io.autodidact.rollout.Practice;
import io.autodidact.rollout.PracticeSettings;
import io.autodidact.rollout.Rollout;
import io.autodidact.rollout.Rollout.Purpose;
import io.autodidact.rollout.RolloutId;
import io.autodidact.rollout.RolloutRepository;
import io.autodidact.rollout.RunRollouts;
import io.autodidact.rollout.ScriptedSampler;
import io.autodidact.rollout.ShopTasks;
import io.autodidact.task.Task;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.jooq.exception.DataAccessException;
import org.junit.jupiter.api.Test;

final class DistilExperienceTest {
  private static final String[] REPAIRED = {
    "item_list",
    "list_items",
    "update_item 999999 reorderLevel=77",
    "list_items",
    "update_item #1 reorderLevel=77",
    "finish"
  };
  private static final String[] WRONG = {"list_suppliers", "finish"};

  private final TestRun run = TestRun.create();
  private final ExperienceRepository experiences = new ExperienceRepository();
  private final DistilExperience distil = new DistilExperience(experiences, new WordEmbedder());
  private final RecallExperience recall = new RecallExperience(experiences, new WordEmbedder());
  private final EditLesson edit =
      new EditLesson(run.tenantTransaction(), experiences, new WordEmbedder());
  private final ExperienceQueries queries =
      new ExperienceQueries(run.tenantTransaction(), experiences, new RunsOfTenant());
  private final Task task = ShopTasks.reorderLevel(5, 2, 77);

  DistilExperienceTest() throws InterruptedException {
    ShopTasks.store(run, task);
  }

  @Test
  void lessonsComeFromErrorsTheirRepairsAndPlansThatWorked() throws Exception {
    distil.run(run, practise(Guidance.NONE, 1), List.of(task));

    assertThat(all())
        .extracting(Experience::content)
        .containsExactlyInAnyOrder(
            "Call list_items first; update_item takes itemId from it.",
            "There is no item_list, use list_items.",
            "list_items, then update_item, then finish.");
    assertThat(all())
        .allMatch(lesson -> lesson.whenToUse().equals("Set the reorder level of … to …"));
    assertThat(all()).allMatch(lesson -> !evidence(lesson).isEmpty());
  }

  @Test
  void distillingTwiceChangesNothing() throws Exception {
    var rollouts = practise(Guidance.NONE, 1);
    distil.run(run, rollouts, List.of(task));
    var first = all();
    distil.run(run, rollouts, List.of(task));
    assertThat(all()).usingRecursiveComparison().isEqualTo(first);
  }

  @Test
  void aLessonIsRecalledForWorkOfItsKindOnly() throws Exception {
    distil.run(run, practise(Guidance.NONE, 1), List.of(task));
    assertThat(recall.recall(run, "Set the reorder level of \"Chair\" to 5.")).hasSize(2);
    assertThat(recall.recall(run, "Who supplies paint?")).isEmpty();
  }

  @Test
  void liftComparesWithAndWithoutAndHarmRetires() throws Exception {
    distil.run(run, practise(Guidance.NONE, 1), List.of(task));
    // Attempts with lessons now fail, the others go on succeeding half of the time.
    for (int iteration = 2; iteration <= 6; iteration++) {
      practise(recall, iteration);
    }
    var recalled = recall.recall(run, task.request()).getFirst().experience();
    var lift = run.commit(dsl -> experiences.lifts(dsl, run.scope())).get(recalled);
    assertThat(lift).isEqualTo(new Lift(5, -0.5, -0.5, -0.5));

    assertThat(distil.run(run, List.of(), List.of()).retired()).isEqualTo(2);
    assertThat(all()).filteredOn(lesson -> lesson.state() == State.RETIRED).hasSize(2);
    assertThat(recall.recall(run, task.request()))
        .extracting(Guidance.Lesson::experience)
        .doesNotContain(recalled);
  }

  @Test
  void aLessonThatAPersonSwitchedOffIsNotRecalled() throws Exception {
    distil.run(run, practise(Guidance.NONE, 1), List.of(task));
    for (var lesson : all()) {
      edit.change(run.scope(), lesson.id(), LessonChange.state(1, State.SWITCHED_OFF));
    }
    distil.run(run, practise(Guidance.NONE, 2), List.of(task));

    assertThat(recall.recall(run, task.request())).isEmpty();
  }

  @Test
  void aLessonThatAPersonApprovedIsNotRetiredWithoutAsking() throws Exception {
    distil.run(run, practise(Guidance.NONE, 1), List.of(task));
    for (var lesson : all()) {
      edit.change(run.scope(), lesson.id(), LessonChange.state(1, State.APPROVED));
    }
    for (int iteration = 2; iteration <= 6; iteration++) {
      practise(recall, iteration);
    }

    assertThat(distil.run(run, List.of(), List.of()).retired()).isZero();
    assertThat(recall.recall(run, task.request())).hasSize(2);
    assertThat(queries.of(run.scope()).getFirst().lift()).isPresent();
  }

  @Test
  void otherWordsAreRecalledForOtherWorkAndTheSecondEditorIsTold() throws Exception {
    distil.run(run, practise(Guidance.NONE, 1), List.of(task));
    var lesson = all().getFirst();
    edit.change(
        run.scope(),
        lesson.id(),
        LessonChange.words(1, "Who supplies paint?", "Ask list_suppliers."));

    assertThat(recall.recall(run, "Who supplies paint?"))
        .extracting(Guidance.Lesson::text)
        .containsExactly("Ask list_suppliers.");
    assertThatThrownBy(
            () -> edit.change(run.scope(), lesson.id(), LessonChange.state(1, State.SWITCHED_OFF)))
        .isInstanceOf(Conflict.class);
  }

  @Test
  void anExamAttemptCanNotBeEvidence() throws Exception {
    distil.run(run, practise(Guidance.NONE, 1), List.of(task));
    var lesson = all().getFirst();
    var rollout = evidence(lesson).getFirst();
    var save = "INSERT INTO experience_evidence VALUES (?, ?, ?, 'EXAM')";
    assertThatThrownBy(
            () ->
                run.commit(
                    dsl ->
                        dsl.execute(
                            save, run.scope().tenant().value(), lesson.id(), rollout.value())))
        .isInstanceOf(DataAccessException.class);
  }

  private List<Experience> all() {
    return run.commit(dsl -> experiences.of(dsl, run.scope()));
  }

  private List<RolloutId> evidence(Experience lesson) {
    return run.commit(dsl -> experiences.evidence(dsl, run.scope(), lesson.id()));
  }

  /** Four attempts: those with lessons fail, of the others every second one succeeds. */
  private List<Rollout> practise(Guidance guidance, int iteration) throws InterruptedException {
    var right = ScriptedSampler.saying(REPAIRED);
    var wrong = ScriptedSampler.saying(WRONG);
    var turn = new AtomicInteger();
    Sampler sampler =
        (prompt, count, settings) -> {
          var answers = new ArrayList<SampledSequence>();
          var text = ScriptedSampler.TOKENIZER.decode(prompt);
          for (int i = 0; i < count; i++) {
            boolean first = count > 1;
            boolean lessons = text.contains(", then update_item") || text.contains("takes itemId");
            boolean good = first ? turn.getAndIncrement() % 2 == 0 : text.contains("item_list\n");
            var script = good && !lessons ? right : wrong;
            answers.addAll(script.sample(prompt, 1, settings));
          }
          return answers;
        };
    var settings = new PracticeSettings(4, 1, 0.5, 8, ShopTasks.LIMITS, GivenSteps.NONE);
    var batch = new Batch(Purpose.PRACTICE, "trained", iteration, iteration);
    var practice =
        new Practice(ShopTasks.SHOP, ShopTasks.context(), sampler, batch, settings, List.of());
    return new RunRollouts(new RolloutRepository(), guidance, Clock.systemUTC())
        .run(run, practice, List.of(task))
        .rollouts();
  }
}
