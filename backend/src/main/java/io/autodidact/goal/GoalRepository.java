package io.autodidact.goal;

import static io.autodidact.schema.Tables.GOAL;

import io.autodidact.api.Page;
import io.autodidact.schema.tables.records.GoalRecord;
import io.autodidact.tenant.StoredJson;
import io.autodidact.tenant.TenantId;
import java.util.Optional;
import java.util.UUID;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;
import org.springframework.stereotype.Repository;

/** Goals at rest. */
@Repository
public class GoalRepository {
  void insert(DSLContext dsl, TenantId tenant, Goal goal) {
    dsl.insertInto(GOAL)
        .set(GOAL.TENANT_ID, tenant.value())
        .set(GOAL.ID, goal.id())
        .set(GOAL.VERSION, goal.version())
        .set(GOAL.ENVIRONMENT_ID, goal.environment())
        .set(GOAL.TEXT, goal.data().text())
        .set(GOAL.PREFERENCES, StoredJson.write(goal.data()))
        .execute();
  }

  Optional<Goal> find(DSLContext dsl, TenantId tenant, UUID id) {
    return dsl.selectFrom(GOAL)
        .where(GOAL.TENANT_ID.eq(tenant.value()), GOAL.ID.eq(id))
        .fetchOptional(GoalRepository::read);
  }

  /** False if the goal is no longer of that version. */
  boolean change(DSLContext dsl, TenantId tenant, UUID id, int seen, GoalData data) {
    return dsl.update(GOAL)
            .set(GOAL.VERSION, seen + 1)
            .set(GOAL.TEXT, data.text())
            .set(GOAL.PREFERENCES, StoredJson.write(data))
            .where(GOAL.TENANT_ID.eq(tenant.value()), GOAL.ID.eq(id), GOAL.VERSION.eq(seen))
            .execute()
        == 1;
  }

  void delete(DSLContext dsl, TenantId tenant, UUID id) {
    dsl.deleteFrom(GOAL).where(GOAL.TENANT_ID.eq(tenant.value()), GOAL.ID.eq(id)).execute();
  }

  /** The goals of an environment in the order of their ids, from behind {@code after} on. */
  public Page<Goal> list(
      DSLContext dsl, TenantId tenant, UUID environment, String after, int limit) {
    var behind = after.isBlank() ? DSL.noCondition() : GOAL.ID.gt(UUID.fromString(after));
    var rows =
        dsl.selectFrom(GOAL)
            .where(GOAL.TENANT_ID.eq(tenant.value()), GOAL.ENVIRONMENT_ID.eq(environment), behind)
            .orderBy(GOAL.ID)
            .limit(limit + 1)
            .fetch(GoalRepository::read);
    return Page.of(rows, limit, goal -> goal.id().toString());
  }

  private static Goal read(GoalRecord row) {
    return new Goal(
        row.getId(),
        row.getVersion(),
        row.getEnvironmentId(),
        StoredJson.read(row.getPreferences(), GoalData.class));
  }
}
