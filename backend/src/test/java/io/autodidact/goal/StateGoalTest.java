package io.autodidact.goal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.autodidact.api.Conflict;
import io.autodidact.api.NotFound;
import io.autodidact.environment.EnvironmentRepository;
import io.autodidact.goal.GoalData.Kind;
import io.autodidact.job.TestRun;
import io.autodidact.tenant.StoredJson;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class StateGoalTest {
  private final TestRun someone = TestRun.create();
  private final StateGoal goals =
      new StateGoal(someone.tenantTransaction(), new EnvironmentRepository(), new GoalRepository());

  private UUID environment() {
    return someone.commit(dsl -> dsl.fetchSingle("SELECT id FROM environment").get(0, UUID.class));
  }

  @Test
  void aGoalIsKeptChangedAndTakenBack() {
    var tenant = someone.scope().tenant();
    var stated =
        goals.state(
            tenant,
            environment(),
            new GoalData("Keep stock", Set.of("wipe"), Set.of(Kind.CHANGE), Set.of(1, 2)));

    var changed = goals.change(tenant, stated, new GoalData("Keep all stock", Set.of()));

    assertThat(goals.of(tenant, environment())).containsExactly(changed);
    assertThat(changed.version()).isEqualTo(2);
    goals.withdraw(tenant, changed.id());
    assertThat(goals.of(tenant, environment())).isEmpty();
  }

  @Test
  void theSecondOfTwoEditorsIsTold() {
    var tenant = someone.scope().tenant();
    var seen = goals.state(tenant, environment(), new GoalData("Keep stock", Set.of()));
    goals.change(tenant, seen, new GoalData("Mine", Set.of()));

    assertThatThrownBy(() -> goals.change(tenant, seen, new GoalData("Theirs", Set.of())))
        .isInstanceOf(Conflict.class);
    assertThat(goals.of(tenant, environment()).getFirst().data().text()).isEqualTo("Mine");
  }

  @Test
  void nobodyStatesGoalsForAnothersSoftware() {
    var stranger = TestRun.create().scope().tenant();

    assertThatThrownBy(() -> goals.state(stranger, environment(), new GoalData("Look", Set.of())))
        .isInstanceOf(NotFound.class);
  }

  @Test
  void goalsFromBeforeKindsAndDifficultiesWantAllOfThem() {
    var old =
        StoredJson.MAPPER.readValue("{\"text\": \"sell\", \"forbidden\": []}", GoalData.class);

    assertThat(old.wants(Set.of(Kind.QUESTION), 3)).isTrue();
    assertThat(new GoalData("x", Set.of(), Set.of(Kind.CHANGE), Set.of(1)))
        .satisfies(
            picky -> {
              assertThat(picky.wants(Set.of(Kind.CHANGE), 1)).isTrue();
              assertThat(picky.wants(Set.of(Kind.CHANGE, Kind.QUESTION), 1)).isFalse();
              assertThat(picky.wants(Set.of(Kind.CHANGE), 2)).isFalse();
            });
  }
}
