package io.autodidact.learning;

import io.autodidact.connector.ConnectorException;
import io.autodidact.engine.EngineException;
import io.autodidact.job.LostOwnership;
import io.autodidact.job.Refusal;
import io.autodidact.learning.LearningWork.Ownership;
import io.autodidact.learning.LearningWork.Records;
import io.autodidact.release.BlobException;
import io.autodidact.tenant.Audit;
import io.autodidact.tenant.Change;
import io.autodidact.tenant.RunScope;
import io.autodidact.tenant.TenantTransaction;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jooq.DSLContext;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Carries a run through its stages, from the one it stands at. */
class CarryOutLearningRun {
  private static final Logger LOG = LoggerFactory.getLogger(CarryOutLearningRun.class);
  private static final String DATABASE_FULL =
      "The disk of the database is full. Free some space there, then resume the run.";
  private static final String UNEXPECTED =
      "An error of the platform stopped the run; it is in the worker's log. Resume to try again.";
  private static final Ending CANCELLED =
      new Ending(
          RunState.CANCELLED, Optional.of("Cancelled by a person; what was learned is kept."));

  private final Records records;
  private final Map<Stage, StageWork> stages;
  private final PracticeGrounds grounds;
  private final CancelWatch cancelWatch;
  private final Clock clock;

  CarryOutLearningRun(
      Records records,
      List<StageWork> stages,
      PracticeGrounds grounds,
      CancelWatch cancelWatch,
      Clock clock) {
    this.records = records;
    this.stages = stages.stream().collect(Collectors.toMap(StageWork::stage, Function.identity()));
    this.grounds = grounds;
    this.cancelWatch = cancelWatch;
    this.clock = clock;
  }

  /** Works on the run until it ends; throws only what another worker, or a later try, may mend. */
  void carryOut(RunScope scope) {
    var now = clock.instant().atOffset(ZoneOffset.UTC);
    var epoch = transaction().in(scope.tenant(), dsl -> records.runs().pickUp(dsl, scope, now));
    if (epoch.isEmpty()) {
      return;
    }
    try {
      outcome(scope, epoch.get()).ifPresent(ending -> end(scope, epoch.get(), ending));
    } finally {
      grounds.leave(scope);
    }
  }

  private record Ending(RunState state, Optional<String> reason) {
    static Ending failed(RuntimeException why) {
      return new Ending(RunState.FAILED, Optional.of(String.valueOf(why.getMessage())));
    }
  }

  /** How the run ended; empty if it goes on elsewhere. */
  private Optional<Ending> outcome(RunScope scope, long epoch) {
    try (var watch = cancelWatch.over(scope)) {
      throughTroubles(scope, epoch);
      return Optional.of(new Ending(RunState.FINISHED, Optional.empty()));
    } catch (LostOwnership e) {
      LOG.info("{}; leaving it to them", e.getMessage());
      return Optional.empty();
    } catch (InterruptedException e) {
      if (!isStopping(scope)) {
        Thread.currentThread().interrupt();
        throw new IllegalStateException("The worker shuts down; the run goes on elsewhere", e);
      }
      return Optional.of(CANCELLED);
    } catch (RuntimeException e) {
      return Optional.of(isStopping(scope) ? CANCELLED : failure(scope, e));
    }
  }

  /** Waits where the engine or the software is down and tries again, as long as there is hope. */
  private void throughTroubles(RunScope scope, long epoch) throws InterruptedException {
    var patience = new Patience();
    while (true) {
      try {
        throughStages(scope, epoch);
        return;
      } catch (EngineException | ConnectorException e) {
        var pause = mayPass(e) ? patience.after(progress(scope)) : Optional.<Duration>empty();
        if (pause.isEmpty()) {
          throw e;
        }
        LOG.warn("Learning run {} waits {}: {}", scope.learningRun(), pause.get(), e.getMessage());
        tell(
            scope,
            "trouble",
            Map.of(
                "text",
                "%s Trying again in %d s.".formatted(e.getMessage(), pause.get().toSeconds())));
        Thread.sleep(pause.get());
      }
    }
  }

  private void throughStages(RunScope scope, long epoch) throws InterruptedException {
    var run =
        transaction().in(scope.tenant(), dsl -> records.runs().find(dsl, scope)).orElseThrow();
    for (var stage = run.stage(); stage != Stage.DONE; stage = stage.next()) {
      throughStage(run, new Ownership(scope, epoch, stage));
    }
  }

  private void throughStage(LearningRun run, Ownership ownership) throws InterruptedException {
    var scope = ownership.scope();
    var stage = ownership.stage();
    var spent = spent(scope);
    var limits = StageLimits.of(run.budget(), spent, stage);
    var work = new LearningWork(records, ownership, limits);
    var time = StageLimits.timePlan(run.budget(), spent).allotted(stage);
    LOG.info("Learning run {}: {}", scope.learningRun(), stage);
    work.tell("stage", Map.of("stage", stage, "label", stage.label()));
    Objects.requireNonNull(stages.get(stage), "Nobody works on " + stage).run(work, run, time);
    work.commit(
        dsl -> {
          records.runs().enter(dsl, scope, stage.next());
          Audit.record(dsl, scope.tenant(), finished(dsl, ownership));
          return stage;
        });
  }

  /** Calls in episodes of the run's own are kept one by one elsewhere; the audit tells how many. */
  private Change finished(DSLContext dsl, Ownership ownership) {
    var amounts = records.ledger().read(dsl, ownership.scope()).get(ownership.stage());
    return Change.of("learning-run.stage-finished", "learning-run", ownership.scope().learningRun())
        .with(
            Map.of(
                "stage",
                ownership.stage(),
                "spent",
                new TreeMap<>(amounts == null ? Map.<String, Long>of() : amounts)));
  }

  private Map<Stage, Map<String, Long>> spent(RunScope scope) {
    return transaction().in(scope.tenant(), dsl -> records.ledger().read(dsl, scope));
  }

  /** Grows with all that is done, time aside. */
  private long progress(RunScope scope) {
    return spent(scope).values().stream()
        .flatMap(amounts -> amounts.entrySet().stream())
        .filter(amount -> !amount.getKey().equals(Ledger.TIME))
        .mapToLong(Map.Entry::getValue)
        .sum();
  }

  private boolean isStopping(RunScope scope) {
    return transaction().in(scope.tenant(), dsl -> records.runs().state(dsl, scope))
        == RunState.STOPPING;
  }

  private void tell(RunScope scope, String kind, Map<String, Object> data) {
    transaction().run(scope.tenant(), dsl -> records.events().add(dsl, scope, kind, data));
  }

  /** Only the owner ends a run. */
  private void end(RunScope scope, long epoch, Ending ending) {
    transaction()
        .run(
            scope.tenant(),
            dsl -> {
              var from = List.of(RunState.RUNNING, RunState.STOPPING);
              if (records.runs().stillOwned(dsl, scope, epoch)
                  && records.runs().move(dsl, scope, from, ending.state(), ending.reason())) {
                records
                    .events()
                    .add(
                        dsl,
                        scope,
                        "end",
                        Map.of("state", ending.state(), "reason", ending.reason()));
                Audit.record(
                    dsl,
                    scope.tenant(),
                    Change.of("learning-run.ended", "learning-run", scope.learningRun())
                        .with(Map.of("state", ending.state())));
              }
            });
  }

  private TenantTransaction transaction() {
    return records.tenantTransaction();
  }

  private static boolean mayPass(RuntimeException failure) {
    return switch (failure) {
      case EngineException engine -> engine.retryable();
      case ConnectorException connector ->
          connector.fault() == ConnectorException.Fault.NETWORK
              || connector.fault() == ConnectorException.Fault.SOFTWARE;
      default -> false;
    };
  }

  /** The end that a failure means; thrown on if the database may be well again by another try. */
  private static Ending failure(RunScope scope, RuntimeException failure) {
    if (DatabaseTrouble.isDiskFull(failure)) {
      return new Ending(RunState.FAILED, Optional.of(DATABASE_FULL));
    }
    if (DatabaseTrouble.mayPass(failure)) {
      throw failure;
    }
    return switch (failure) {
      case Refusal refusal -> Ending.failed(refusal);
      case EngineException engine -> Ending.failed(engine);
      case ConnectorException connector -> Ending.failed(connector);
      case BlobException blob -> Ending.failed(blob);
      default -> {
        LOG.error("Learning run {} failed", scope.learningRun(), failure);
        yield new Ending(RunState.FAILED, Optional.of(UNEXPECTED));
      }
    };
  }
}
