package io.autodidact.attribution;

import static org.assertj.core.api.Assertions.assertThat;

import io.autodidact.attribution.Attribution.Evidence;
import io.autodidact.attribution.AttributionRepository.StoredAttribution;
import io.autodidact.job.TestRun;
import io.autodidact.rollout.Rollout;
import io.autodidact.rollout.Rollout.Origin;
import io.autodidact.rollout.RolloutFilter;
import io.autodidact.rollout.RolloutId;
import io.autodidact.rollout.RolloutQueries;
import io.autodidact.rollout.RolloutRepository;
import io.autodidact.task.Judgement;
import io.autodidact.task.Task;
import io.autodidact.task.TaskRepository;
import io.autodidact.tenant.TenantId;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

final class AttributeRolloutsTest {
  private static final Task TASK = Attempts.question();

  private final TestRun run = TestRun.create();
  private final AttributionRepository repository = new AttributionRepository();
  private final AttributeRollouts attribute = new AttributeRollouts(repository);
  private final Rollout right = attempt(0, "\"250\"", 1);
  private final Rollout wrong = attempt(1, "\"3\"", 0);

  @BeforeEach
  void storeAttempts() {
    run.insertTask(TASK);
    var rollouts = new RolloutRepository();
    run.commit(dsl -> rollouts.save(dsl, run.scope(), List.of(right, wrong)));
  }

  @Test
  void creditAndAdvantageOfEveryStepAreKept() {
    attribute(List.of(right, wrong));

    var steps = stored(right);
    assertThat(steps).hasSize(2);
    assertThat(steps.getFirst().attribution().verdict()).isEqualTo(Verdict.GOOD);
    assertThat(steps.getFirst().attribution().evidence())
        .contains(new Evidence.OtherStep(1), new Evidence.Value(0, "/0/boxSize", "250"));
    assertThat(steps.getLast().advantage().orElseThrow()).isPositive();
    assertThat(stored(wrong).getLast().advantage().orElseThrow()).isNegative();
  }

  @Test
  void aRoundCreditedAgainIsCreditedTheSameAndOnce() {
    attribute(List.of(right, wrong));
    var before = stored(right);

    attribute(List.of(right, wrong));

    assertThat(stored(right)).isEqualTo(before);
  }

  @Test
  void skippedGroupsKeepTheirReasonsButHaveNoAdvantage() {
    var credits = attribute(List.of(right));

    assertThat(credits.withoutSignal()).isEqualTo(1);
    assertThat(stored(right)).hasSize(2).allSatisfy(s -> assertThat(s.advantage()).isEmpty());
  }

  @Test
  void anAttemptIsToldWithItsTaskAndTheCreditOfEachStep() {
    attribute(List.of(right, wrong));
    var tell =
        new TellAttempt(
            run.tenantTransaction(), new RolloutRepository(), new TaskRepository(), repository);

    var story = tell.of(tenant(), right.id().value()).orElseThrow();

    assertThat(story.run()).isEqualTo(run.scope().learningRun());
    assertThat(story.task()).isEqualTo(TASK);
    assertThat(story.credit(0).orElseThrow().attribution().verdict()).isEqualTo(Verdict.GOOD);
    assertThat(story.scale()).isPositive();
    assertThat(tell.of(TestRun.create().scope().tenant(), right.id().value())).isEmpty();
  }

  @Test
  void attemptsAreListedWithWhatWasAsked() {
    var queries = new RolloutQueries(run.tenantTransaction());

    var listed = queries.page(run.scope(), RolloutFilter.ALL, 0, 10);

    assertThat(listed).hasSize(2).allMatch(one -> one.request().equals(TASK.request()));
    assertThat(queries.count(run.scope(), RolloutFilter.ALL)).isEqualTo(2);
    assertThat(queries.at(tenant(), TASK.id())).hasSize(2);
    assertThat(queries.solved(run.scope()).values())
        .allMatch(solved -> solved.attempts() == 2 && solved.share() == 0.5);
  }

  @Test
  void anotherTenantSeesNoCredit() {
    attribute(List.of(right, wrong));
    var stranger = TestRun.create();

    List<StoredAttribution> seen =
        stranger.commit(dsl -> repository.of(dsl, stranger.scope().tenant(), right.id()));
    List<StoredAttribution> reachedFor =
        stranger.commit(dsl -> repository.of(dsl, tenant(), right.id()));

    assertThat(seen).isEmpty();
    assertThat(reachedFor).isEmpty();
  }

  private Credits attribute(List<Rollout> rollouts) {
    return attribute.attribute(
        run, Attempts.CATALOGUE, List.of(TASK), rollouts, AdvantageSettings.DEFAULT);
  }

  private List<StoredAttribution> stored(Rollout rollout) {
    return run.commit(dsl -> repository.of(dsl, tenant(), rollout.id()));
  }

  private TenantId tenant() {
    return run.scope().tenant();
  }

  private static Rollout attempt(int sample, String answer, double reward) {
    var rollout =
        new Attempts()
            .call("search_items", "{\"name\": \"Blue Bolt\"}", "[{\"boxSize\": 250}]")
            .finish(answer)
            .rollout(
                new Judgement(reward, List.of(), List.of(), reward == 1),
                Rollout.Ending.FINISHED,
                0);
    var origin = rollout.origin();
    return new Rollout(
        new RolloutId(UUID.randomUUID()),
        rollout.task(),
        rollout.split(),
        new Origin(
            origin.purpose(), origin.policy(), 0, origin.iteration(), sample, false, 0, sample),
        rollout.steps(),
        rollout.ending(),
        rollout.judgement(),
        rollout.experiences(),
        rollout.account());
  }
}
