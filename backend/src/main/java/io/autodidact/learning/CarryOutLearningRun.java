package io.autodidact.learning;

import io.autodidact.connector.ConnectorException;
import io.autodidact.engine.EngineException;
import io.autodidact.job.LostOwnership;
import io.autodidact.job.Refusal;
import io.autodidact.learning.LearningWork.Ownership;
import io.autodidact.learning.LearningWork.Records;
import io.autodidact.tenant.RunScope;
import io.autodidact.tenant.TenantTransaction;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jooq.exception.DataAccessException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Carries a run through its stages, from the one it stands at. */
class CarryOutLearningRun {
  private static final Logger LOG = LoggerFactory.getLogger(CarryOutLearningRun.class);

  private final Records records;
  private final Map<Stage, StageWork> stages;
  private final CancelWatch cancelWatch;
  private final Clock clock;

  CarryOutLearningRun(
      Records records, List<StageWork> stages, CancelWatch cancelWatch, Clock clock) {
    this.records = records;
    this.stages = stages.stream().collect(Collectors.toMap(StageWork::stage, Function.identity()));
    this.cancelWatch = cancelWatch;
    this.clock = clock;
  }

  /** Works on the run until it ends; throws only what another try may mend. */
  void carryOut(RunScope scope) {
    var epoch =
        transaction()
            .in(
                scope.tenant(),
                dsl -> records.runs().pickUp(dsl, scope, clock.instant().atOffset(ZoneOffset.UTC)));
    if (epoch.isEmpty()) {
      return;
    }
    try (var watch = cancelWatch.over(scope)) {
      throughStages(scope, epoch.get());
    } catch (LostOwnership e) {
      LOG.info("{}; leaving it to them", e.getMessage());
    } catch (InterruptedException e) {
      stopped(scope);
    } catch (Refusal e) {
      end(scope, RunState.FAILED, Optional.ofNullable(e.getMessage()));
    } catch (RuntimeException e) {
      if (mayPass(e)) {
        throw e;
      }
      LOG.error("Learning run {} failed", scope.learningRun(), e);
      end(scope, RunState.FAILED, Optional.of(reason(e)));
    }
  }

  private void throughStages(RunScope scope, long epoch) throws InterruptedException {
    var run =
        transaction().in(scope.tenant(), dsl -> records.runs().find(dsl, scope)).orElseThrow();
    for (var stage = run.stage(); stage != Stage.DONE; stage = stage.next()) {
      var next = stage.next();
      var spent = spent(scope);
      var limits = StageLimits.of(run.budget(), spent, stage);
      var work = new LearningWork(records, new Ownership(scope, epoch, stage), limits);
      var time = StageLimits.timePlan(run.budget(), spent).allotted(stage);
      LOG.info("Learning run {}: {}", scope.learningRun(), stage);
      work.tell("stage", Map.of("stage", stage, "label", stage.label()));
      Objects.requireNonNull(stages.get(stage), "Nobody works on " + stage).run(work, run, time);
      work.commit(
          dsl -> {
            records.runs().enter(dsl, scope, next);
            return next;
          });
    }
    end(scope, RunState.FINISHED, Optional.empty());
  }

  private Map<Stage, Map<String, Long>> spent(RunScope scope) {
    return transaction().in(scope.tenant(), dsl -> records.ledger().read(dsl, scope));
  }

  private void stopped(RunScope scope) {
    var state = transaction().in(scope.tenant(), dsl -> records.runs().state(dsl, scope));
    if (state != RunState.STOPPING) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("The worker shuts down; the run goes on elsewhere");
    }
    end(scope, RunState.CANCELLED, Optional.of("Cancelled by a person; what was learned is kept."));
  }

  private void end(RunScope scope, RunState state, Optional<String> reason) {
    transaction()
        .run(
            scope.tenant(),
            dsl -> {
              records
                  .runs()
                  .move(dsl, scope, List.of(RunState.RUNNING, RunState.STOPPING), state, reason);
              records.events().add(dsl, scope, "end", Map.of("state", state, "reason", reason));
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
      case IllegalStateException stopping -> Thread.currentThread().isInterrupted();
      case DataAccessException database -> true;
      default -> false;
    };
  }

  private static String reason(RuntimeException failure) {
    return failure instanceof EngineException || failure instanceof ConnectorException
        ? String.valueOf(failure.getMessage())
        : "An error of the platform stopped the run; it is in the worker's log. Resume to try again.";
  }
}
