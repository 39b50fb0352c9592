package io.autodidact.exploration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.autodidact.job.TestRun;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ExploreEnvironmentTest {
  private final ExplorationRepository explorations = new ExplorationRepository();
  private final ExploreEnvironment explore = new ExploreEnvironment(explorations);
  private final Library library = new Library();
  private final TestRun run = TestRun.create();

  private Exploration explore(int calls, int flatAfter) throws InterruptedException {
    return explore.explore(
        run,
        library,
        operation -> !operation.name().equals("burn_down"),
        new WordAffinity(List.of("Lend books to members")),
        new ExploreSettings(calls, 30, flatAfter, 1, ExploreSettings.Strategy.GUIDED));
  }

  @Test
  void whatIsStoredIsWhatWasReturned() throws Exception {
    var exploration = explore(70, 1000);
    var stored = run.commit(dsl -> explorations.find(dsl, run.scope())).orElseThrow();
    assertThat(stored.transitions()).isEqualTo(exploration.transitions()).hasSize(70);
    assertThat(stored.flows()).containsExactlyInAnyOrderElementsOf(exploration.flows());
    assertThat(stored.coverage()).isEqualTo(exploration.coverage());
    assertThat(stored.findings()).containsExactlyInAnyOrderElementsOf(exploration.findings());
  }

  @Test
  void exploringGoesOnBehindWhatWasCommittedInAnotherEpisode() throws Exception {
    var before = explore(20, 1000);
    var after = explore(50, 1000);
    assertThat(library.calls()).hasSize(50);
    assertThat(after.transitions()).startsWith(before.transitions().toArray(new Transition[0]));
    assertThat(after.transitions())
        .extracting(Transition::seq)
        .containsExactlyElementsOf(IntStream.range(0, 50).boxed().toList());
    assertThat(after.transitions().get(20).episodeSeed())
        .isNotEqualTo(after.transitions().get(19).episodeSeed());
  }

  @Test
  void aFinishedExplorationIsNotDoneAgain() throws Exception {
    var first = explore(40, 1000);
    var again = explore(40, 1000);
    assertThat(library.calls()).hasSize(40);
    assertThat(again.transitions()).isEqualTo(first.transitions());
    assertThat(again.coverage()).isEqualTo(first.coverage());
  }

  @Test
  void theBudgetEndsExploringCleanly() throws Exception {
    run.exhausted.set(true);
    var exploration = explore(40, 1000);
    assertThat(exploration.transitions()).isEmpty();
    Optional<Coverage> coverage = run.commit(dsl -> explorations.coverage(dsl, run.scope()));
    assertThat(coverage).isPresent();
  }

  @Test
  void exploringStopsWhenNothingNewComesUp() throws Exception {
    assertThat(explore(1000, 60).transitions()).hasSizeLessThan(200);
  }

  @Test
  void cancellingStopsAtOnceAndKeepsWhatWasCommitted() throws Exception {
    explore(20, 1000);
    Thread.currentThread().interrupt();
    assertThatThrownBy(() -> explore(50, 1000)).isInstanceOf(InterruptedException.class);
    List<Transition> stored = run.commit(dsl -> explorations.transitions(dsl, run.scope()));
    assertThat(stored).hasSize(20);
  }

  @Test
  void anotherTenantSeesNothingOfIt() throws Exception {
    explore(20, 1000);
    var other = TestRun.create();
    List<Transition> seen = other.commit(dsl -> explorations.transitions(dsl, run.scope()));
    assertThat(seen).isEmpty();
  }
}
