package io.autodidact.attribution;

import static io.autodidact.schema.Tables.ROLLOUT;

import io.autodidact.attribution.AttributionRepository.StoredAttribution;
import io.autodidact.rollout.Rollout;
import io.autodidact.rollout.RolloutId;
import io.autodidact.rollout.RolloutRepository;
import io.autodidact.task.Task;
import io.autodidact.task.TaskRepository;
import io.autodidact.tenant.TenantId;
import io.autodidact.tenant.TenantTransaction;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jooq.DSLContext;
import org.springframework.stereotype.Component;

/** One attempt as a story: what was asked, what was done, what each step was worth and why. */
@Component
public class TellAttempt {
  private final TenantTransaction tenantTransaction;
  private final RolloutRepository rollouts;
  private final TaskRepository tasks;
  private final AttributionRepository attributions;

  TellAttempt(
      TenantTransaction tenantTransaction,
      RolloutRepository rollouts,
      TaskRepository tasks,
      AttributionRepository attributions) {
    this.tenantTransaction = tenantTransaction;
    this.rollouts = rollouts;
    this.tasks = tasks;
    this.attributions = attributions;
  }

  /**
   * An attempt with its task and the credit of its steps.
   *
   * @param credits by step, in order; empty if it was not credited
   */
  public record Story(UUID run, Task task, Rollout rollout, List<StoredAttribution> credits) {
    public Story {
      credits = List.copyOf(credits);
    }

    /** What was said of a step. */
    public Optional<StoredAttribution> credit(int step) {
      return credits.stream().filter(one -> one.attribution().step() == step).findFirst();
    }

    /** The greatest advantage either way, for a scale; 0 where no step has one. */
    public double scale() {
      return credits.stream()
          .flatMap(one -> one.advantage().stream())
          .mapToDouble(Math::abs)
          .max()
          .orElse(0);
    }
  }

  /** The story, if the tenant has such an attempt. */
  public Optional<Story> of(TenantId tenant, UUID id) {
    var rollout = new RolloutId(id);
    return tenantTransaction.in(
        tenant,
        dsl -> rollouts.find(dsl, tenant, rollout).flatMap(found -> story(dsl, tenant, found)));
  }

  private Optional<Story> story(DSLContext dsl, TenantId tenant, Rollout rollout) {
    return tasks
        .find(dsl, tenant, rollout.task())
        .map(
            stored ->
                new Story(
                    run(dsl, tenant, rollout.id()),
                    stored.task(),
                    rollout,
                    attributions.of(dsl, tenant, rollout.id())));
  }

  private static UUID run(DSLContext dsl, TenantId tenant, RolloutId rollout) {
    return dsl.select(ROLLOUT.LEARNING_RUN_ID)
        .from(ROLLOUT)
        .where(ROLLOUT.TENANT_ID.eq(tenant.value()), ROLLOUT.ID.eq(rollout.value()))
        .fetchSingle(ROLLOUT.LEARNING_RUN_ID);
  }
}
