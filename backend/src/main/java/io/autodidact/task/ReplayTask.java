package io.autodidact.task;

import io.autodidact.api.NotFound;
import io.autodidact.environment.Environment;
import io.autodidact.environment.EnvironmentConnections;
import io.autodidact.environment.EnvironmentId;
import io.autodidact.environment.EnvironmentRepository;
import io.autodidact.tenant.StoredJson;
import io.autodidact.tenant.TenantId;
import io.autodidact.tenant.TenantTransaction;
import java.util.List;
import java.util.Optional;
import org.jooq.DSLContext;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.NullNode;

/** Carries a task's own plan out in a fresh episode, to see whether it still fulfils the task. */
@Component
public class ReplayTask {
  private final TenantTransaction tenantTransaction;
  private final TaskRepository tasks;
  private final EnvironmentRepository environments;
  private final EnvironmentConnections connections;

  ReplayTask(
      TenantTransaction tenantTransaction,
      TaskRepository tasks,
      EnvironmentRepository environments,
      EnvironmentConnections connections) {
    this.tenantTransaction = tenantTransaction;
    this.tasks = tasks;
    this.environments = environments;
    this.connections = connections;
  }

  private record Found(Task task, Environment environment) {}

  /**
   * What came of it.
   *
   * @param steps the calls made, in order
   * @param problem why the plan could not be carried out to its end, if it could not
   */
  public record Replayed(
      List<PlanReplay.Done> steps, Judgement judgement, Optional<String> problem) {
    public Replayed {
      steps = List.copyOf(steps);
    }

    /** Whether the plan still fulfils the task. */
    public boolean passed() {
      return judgement.reward() == 1;
    }
  }

  /**
   * Tries the task's own plan.
   *
   * @throws io.autodidact.connector.ConnectorException if no episode can be opened
   */
  public Replayed replay(TenantId tenant, TaskId id) throws InterruptedException {
    var found = tenantTransaction.in(tenant, dsl -> find(dsl, tenant, id));
    var task = found.task();
    try (var episode = connections.episodes(found.environment()).open(task.episodeSeed())) {
      var check = ReplayCheck.begin(episode, task.checks());
      var replay = PlanReplay.of(task.plan(), check.episode());
      return new Replayed(replay.steps(), check.judge(answer(replay)), replay.problem());
    }
  }

  private static JsonNode answer(PlanReplay replay) {
    return switch (replay.answer().size()) {
      case 0 -> NullNode.getInstance();
      case 1 -> replay.answer().getFirst();
      default -> StoredJson.MAPPER.valueToTree(replay.answer());
    };
  }

  private Found find(DSLContext dsl, TenantId tenant, TaskId id) {
    var task = tasks.find(dsl, tenant, id).orElseThrow(() -> new NotFound("task")).task();
    var environment =
        tasks
            .environment(dsl, tenant, id)
            .map(EnvironmentId::new)
            .flatMap(known -> environments.find(dsl, tenant, known))
            .orElseThrow(() -> new NotFound("environment"));
    return new Found(task, environment);
  }
}
