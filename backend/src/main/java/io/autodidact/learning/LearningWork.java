package io.autodidact.learning;

import io.autodidact.job.LostOwnership;
import io.autodidact.job.Work;
import io.autodidact.tenant.RunScope;
import io.autodidact.tenant.TenantTransaction;
import io.autodidact.usage.Accounts.Need;
import java.time.Duration;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLongArray;
import java.util.function.BiFunction;
import java.util.function.Function;
import org.jooq.DSLContext;

/**
 * The work of one stage by one owner. What is spent is written down in the transaction of the work
 * it paid for.
 */
final class LearningWork implements Work {
  private static final long PROGRESS_EVERY_NANOS = 500_000_000L;

  private final Records records;
  private final Ownership ownership;
  private final Limits limits;
  private final Remaining remaining;
  private final QuotaWatch quota;
  private final AtomicLongArray unsaved = new AtomicLongArray(Resource.values().length);
  private final AtomicLongArray spentHere = new AtomicLongArray(Resource.values().length);
  private final long started = System.nanoTime();
  private long timeSaved = started;
  private volatile long lastProgress = started - PROGRESS_EVERY_NANOS;

  /** Where a run is written down. */
  record Records(
      TenantTransaction tenantTransaction,
      LearningRunRepository runs,
      Ledger ledger,
      RunEvents events) {}

  /** Whose stage of which run this is. */
  record Ownership(RunScope scope, long epoch, Stage stage) {}

  /**
   * How far the stage may go.
   *
   * @param keepBack of the tenant's quotas for the exam to come; empty where no quota stops the
   *     stage, because what was learned is examined and offered whatever happens
   */
  record Limits(Duration time, long calls, long tokens, Optional<Need> keepBack) {}

  LearningWork(Records records, Ownership ownership, Limits limits) {
    this.records = records;
    this.ownership = ownership;
    this.limits = limits;
    this.remaining = new Remaining(limits.time());
    this.quota = new QuotaWatch(records, ownership.scope(), limits.keepBack());
  }

  @Override
  public RunScope scope() {
    return ownership.scope();
  }

  @Override
  public <T> T commit(Function<DSLContext, T> transaction) {
    return commit(transaction, Map.of());
  }

  /**
   * @param more what the transaction costs besides, filled in while it runs
   */
  private <T> T commit(Function<DSLContext, T> transaction, Map<Resource, Long> more) {
    var taken = takeUnsaved();
    var complete = new AtomicBoolean();
    try {
      return records
          .tenantTransaction()
          .in(
              scope().tenant(),
              dsl -> {
                requireOwnership(dsl);
                var result = transaction.apply(dsl);
                Map<String, Long> all = new LinkedHashMap<>(taken);
                more.forEach((resource, amount) -> all.merge(resource.name(), amount, Long::sum));
                records.ledger().add(dsl, scope(), ownership.stage(), all);
                quota.look(dsl);
                complete.set(true);
                return result;
              });
    } catch (RuntimeException e) {
      if (!complete.get()) {
        putBack(taken);
      } // Else the commit itself broke off: it may have counted, and nothing is counted twice.
      throw e;
    }
  }

  @Override
  public <T> T book(BiFunction<DSLContext, Spending, T> transaction) {
    Map<Resource, Long> spent = new EnumMap<>(Resource.class);
    Spending spending = (resource, amount) -> spent.merge(resource, amount, Long::sum);
    T result = commit(dsl -> transaction.apply(dsl, spending), spent);
    spent.forEach((resource, amount) -> spentHere.addAndGet(resource.ordinal(), amount));
    return result;
  }

  private void requireOwnership(DSLContext dsl) {
    if (!records.runs().stillOwned(dsl, scope(), ownership.epoch())) {
      throw new LostOwnership("Another worker has picked up run " + scope().learningRun());
    }
  }

  private synchronized Map<String, Long> takeUnsaved() {
    Map<String, Long> taken = new LinkedHashMap<>();
    for (var resource : Resource.values()) {
      long spent = unsaved.getAndSet(resource.ordinal(), 0);
      if (spent > 0) {
        taken.put(resource.name(), spent);
      }
    }
    long now = System.nanoTime();
    long milliseconds = (now - timeSaved) / 1_000_000;
    if (milliseconds > 0) {
      taken.put(Ledger.TIME, milliseconds);
      timeSaved += milliseconds * 1_000_000;
    }
    return taken;
  }

  private synchronized void putBack(Map<String, Long> taken) {
    taken.forEach(
        (resource, amount) -> {
          if (resource.equals(Ledger.TIME)) {
            timeSaved -= amount * 1_000_000;
          } else {
            unsaved.addAndGet(Resource.valueOf(resource).ordinal(), amount);
          }
        });
  }

  @Override
  public boolean mayContinue() throws InterruptedException {
    if (Thread.interrupted()) {
      throw new InterruptedException("The run was asked to stop");
    }
    return !quota.isReached()
        && elapsed().compareTo(limits.time()) < 0
        && spentHere.get(Resource.CALLS.ordinal()) < limits.calls()
        && spentHere.get(Resource.SAMPLED_TOKENS.ordinal())
                + spentHere.get(Resource.TRAINED_TOKENS.ordinal())
            < limits.tokens();
  }

  @Override
  public void spend(Resource resource, long amount) {
    unsaved.addAndGet(resource.ordinal(), amount);
    spentHere.addAndGet(resource.ordinal(), amount);
  }

  /**
   * What a person sees of a stage that goes on.
   *
   * @param secondsLeft −1 if nobody can say
   */
  record Progress(
      Stage stage,
      String label,
      String doing,
      int done,
      int total,
      long seconds,
      long secondsLeft) {}

  @Override
  public void progress(String doing, int done, int total) {
    long now = System.nanoTime();
    if (now - lastProgress < PROGRESS_EVERY_NANOS && done < total) {
      return;
    }
    lastProgress = now;
    var elapsed = elapsed();
    var progress =
        new Progress(
            ownership.stage(),
            ownership.stage().label(),
            doing,
            done,
            total,
            elapsed.toSeconds(),
            remaining.seconds(done, total, elapsed).orElse(-1));
    records
        .tenantTransaction()
        .run(
            scope().tenant(),
            dsl -> records.runs().progress(dsl, scope(), ownership.epoch(), progress));
  }

  @Override
  public void tell(String kind, Object data) {
    commit(
        dsl -> {
          records.events().add(dsl, scope(), kind, data);
          return kind;
        });
  }

  private Duration elapsed() {
    return Duration.ofNanos(System.nanoTime() - started);
  }
}
