package io.autodidact.task;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.autodidact.api.Conflict;
import io.autodidact.job.TestRun;
import io.autodidact.rollout.ShopTasks;
import io.autodidact.task.EditTask.TaskChange;
import io.autodidact.task.StoredTask.State;
import io.autodidact.task.TaskQueries.Wanted;
import io.autodidact.task.TaskView.CheckInWords;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class EditTaskTest {
  private final TestRun run = TestRun.create();
  private final TaskRepository tasks = new TaskRepository();
  private final EditTask edit = new EditTask(run.tenantTransaction(), tasks);
  private final TaskQueries queries = new TaskQueries(run.tenantTransaction(), tasks);
  private final Task task = ShopTasks.reorderLevel(5, 2, 77);

  EditTaskTest() throws InterruptedException {}

  @BeforeEach
  void store() {
    ShopTasks.store(run, task);
  }

  private StoredTask change(TaskChange change) {
    return edit.change(run.scope().tenant(), task.id(), change);
  }

  @Test
  void aDroppedTaskIsNeitherTrainedOnNorExaminedAndComesBackWhenKept() {
    var dropped = change(TaskChange.state(1, State.DROPPED));
    assertThat(inUse()).isEmpty();

    change(TaskChange.state(dropped.version(), State.APPROVED));
    assertThat(inUse()).containsExactly(task);
  }

  private List<Task> inUse() {
    return run.commit(dsl -> tasks.inUse(dsl, run.scope(), Split.TRAIN));
  }

  @Test
  void otherWordsAreKeptAsLongAsTheySayWhatThePlanNeeds() {
    var words = "Please have at least 77 of them: " + task.request();

    assertThat(change(TaskChange.request(1, words)).task().request()).isEqualTo(words);
    assertThatThrownBy(() -> change(TaskChange.request(2, "Have many of them.")))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("77");
  }

  @Test
  void theSecondOfTwoEditorsIsTold() {
    change(TaskChange.state(1, State.APPROVED));

    assertThatThrownBy(() -> change(TaskChange.state(1, State.DROPPED)))
        .isInstanceOf(Conflict.class);
    assertThat(queries.states(run.scope())).containsOnlyKeys(State.APPROVED);
  }

  @Test
  void tasksAreFoundByWordsAndStateAndOnlyByTheirTenant() {
    var kept =
        new TaskRepository.Filter(
            Optional.of(Split.TRAIN), Optional.empty(), Optional.of(1), Optional.of(State.KEPT));

    assertThat(queries.page(run.scope(), new Wanted(kept, "REORDER"), 0, 10)).hasSize(1);
    assertThat(queries.count(run.scope(), new Wanted(kept, "nothing like it"))).isZero();
    assertThat(queries.count(run.scope(), new Wanted(kept, "100%_"))).isZero();
    assertThat(queries.detail(TestRun.create().scope().tenant(), task.id())).isEmpty();
  }

  @Test
  void planAndChecksReadAsWords() {
    var view = queries.detail(run.scope().tenant(), task.id()).orElseThrow().view();

    assertThat(view.steps().get(1).does()).isEqualTo("Update item");
    assertThat(view.steps().get(1).arguments().getFirst().fromStep()).contains(1);
    assertThat(view.steps().get(1).arguments().getLast().value()).isEqualTo("77");
    assertThat(view.checked().getFirst())
        .isInstanceOfSatisfying(
            CheckInWords.Turns.class,
            turns -> {
              assertThat(turns.place())
                  .startsWith("list items › items › “")
                  .endsWith("reorder level");
              assertThat(turns.after()).isEqualTo("77");
            });
  }
}
