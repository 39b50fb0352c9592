package io.autodidact.rollout;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.autodidact.context.TokenAccount;
import io.autodidact.job.TestRun;
import io.autodidact.job.Work;
import io.autodidact.rollout.Rollout.Ending;
import io.autodidact.rollout.Rollout.Origin;
import io.autodidact.rollout.Rollout.Purpose;
import io.autodidact.task.Judgement;
import io.autodidact.task.Task;
import io.autodidact.tenant.RunScope;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BiFunction;
import java.util.function.Function;
import org.jooq.DSLContext;
import org.junit.jupiter.api.Test;

final class KeepAttemptsTest {
  private final TestRun run = TestRun.create();
  private final RolloutRepository repository = new RolloutRepository();
  private final Task task = ShopTasks.reorderLevel(5, 2, 77);
  private final Gate gate = new Gate(run);
  private final KeepAttempts keeping = new KeepAttempts(gate, repository, 0, 9);

  KeepAttemptsTest() throws InterruptedException {
    ShopTasks.store(run, task);
  }

  @Test
  void attemptsThatEndWhileOthersAreWrittenGoIntoOneCommit() throws InterruptedException {
    var first = keepSoon(0);
    gate.entered.await();
    var others = List.of(keepSoon(1), keepSoon(2), keepSoon(3));
    others.forEach(KeepAttemptsTest::awaitItsTurn);
    gate.open.countDown();
    first.join();
    for (var other : others) {
      other.join();
    }

    assertThat(gate.commits.get()).isEqualTo(2);
    assertThat(kept()).containsExactly(0, 1, 2, 3);
  }

  @Test
  void anAttemptThatIsThereAlreadyIsNotCountedAgain() {
    gate.open.countDown();
    keeping.keep(task, Optional.of(attempt(0)));
    long tokens = run.spent(Work.Resource.SAMPLED_TOKENS);

    keeping.keep(task, Optional.of(attempt(0)));

    assertThat(tokens).isEqualTo(2);
    assertThat(run.spent(Work.Resource.SAMPLED_TOKENS)).isEqualTo(tokens);
    assertThat(kept()).containsExactly(0);
  }

  @Test
  void whoseCommitFailsTakesNoOtherAttemptAlong() {
    gate.open.countDown();
    gate.failures.set(1);
    assertThatThrownBy(() -> keeping.keep(task, Optional.of(attempt(0))))
        .isInstanceOf(IllegalStateException.class);

    keeping.keep(task, Optional.of(attempt(1)));

    assertThat(kept()).containsExactly(1);
  }

  private Thread keepSoon(int sample) {
    return Thread.ofVirtual().start(() -> keeping.keep(task, Optional.of(attempt(sample))));
  }

  /** Until the thread has nothing to do but wait for the others' commit. */
  private static void awaitItsTurn(Thread thread) {
    while (thread.getState() != Thread.State.WAITING) {
      Thread.onSpinWait();
    }
  }

  private List<Integer> kept() {
    var batch = new Batch(Purpose.PRACTICE, "trained", 3, 1);
    return run.commit(dsl -> repository.of(dsl, run.scope(), batch, List.of(task.id()))).stream()
        .map(rollout -> rollout.origin().sample())
        .sorted()
        .toList();
  }

  private Rollout attempt(int sample) {
    var step =
        new Step(
            0,
            "",
            new Action.Malformed("?", "no call"),
            new Observation("error", Optional.empty(), List.of(), List.of()),
            new int[] {1},
            new int[] {2, 3},
            new float[] {-1, -1},
            5);
    return new Rollout(
        new RolloutId(new UUID(9, sample)),
        task.id(),
        task.split(),
        new Origin(Purpose.PRACTICE, "trained", 3, 1, sample, false, 0, sample),
        List.of(step),
        Ending.NO_CALL,
        new Judgement(0, List.of(), List.of(), true),
        List.of(),
        TokenAccount.EMPTY);
  }

  /** Lets nobody write before it is opened, and may fail. */
  private static final class Gate implements Work {
    private final Work whole;
    private final CountDownLatch entered = new CountDownLatch(1);
    private final CountDownLatch open = new CountDownLatch(1);
    private final AtomicInteger commits = new AtomicInteger();
    private final AtomicInteger failures = new AtomicInteger();

    Gate(Work whole) {
      this.whole = whole;
    }

    @Override
    public RunScope scope() {
      return whole.scope();
    }

    @Override
    public <T> T commit(Function<DSLContext, T> transaction) {
      return whole.commit(transaction);
    }

    @Override
    public <T> T book(BiFunction<DSLContext, Spending, T> transaction) {
      entered.countDown();
      try {
        open.await();
      } catch (InterruptedException e) {
        throw new IllegalStateException(e);
      }
      if (failures.getAndDecrement() > 0) {
        throw new IllegalStateException("The database is gone");
      }
      commits.incrementAndGet();
      return whole.book(transaction);
    }

    @Override
    public boolean mayContinue() {
      return true;
    }

    @Override
    public void spend(Resource resource, long amount) {
      whole.spend(resource, amount);
    }

    @Override
    public void progress(String doing, int done, int total) {}

    @Override
    public void tell(String kind, Object data) {
      whole.tell(kind, data);
    }
  }
}
