package io.autodidact.learning;

import static io.autodidact.schema.Tables.USAGE;

import io.autodidact.job.Work.Resource;
import io.autodidact.tenant.RunScope;
import io.autodidact.tenant.TenantId;
import io.autodidact.usage.Accounts;
import io.autodidact.usage.Accounts.Need;
import io.autodidact.usage.Metered;
import io.autodidact.usage.QuotaExceeded.Standing;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;
import org.springframework.stereotype.Repository;

/** What a run has spent, by stage and resource. */
@Repository
class Ledger {
  /** The time a stage was worked on; kept beside what {@link io.autodidact.job.Work} counts. */
  static final String TIME = "MILLISECONDS";

  /** The stages in which a run holds an engine. */
  static final Set<Stage> WITH_ENGINE =
      Set.of(Stage.BASELINE, Stage.WARM_START, Stage.ITERATE, Stage.EXAMINE);

  private final Accounts accounts;

  Ledger(Accounts accounts) {
    this.accounts = accounts;
  }

  /** Books amounts by resource, in the run's books and in its tenant's account. */
  void add(DSLContext dsl, RunScope scope, Stage stage, Map<String, Long> amounts) {
    if (!amounts.isEmpty()) {
      new TreeMap<>(amounts)
          .forEach((resource, amount) -> add(dsl, scope, stage, resource, amount));
      accounts.meter(dsl, scope, metered(stage, amounts));
    }
  }

  /** What a run has taken of its tenant's quotas. */
  static Need taken(Map<Stage, Map<String, Long>> spent) {
    long engine = 0;
    long tokens = 0;
    for (var stage : spent.entrySet()) {
      var metered = metered(stage.getKey(), stage.getValue());
      engine += metered.getOrDefault(Metered.ENGINE_MILLISECONDS, 0L);
      tokens += metered.getOrDefault(Metered.TOKENS, 0L);
    }
    return new Need(engine, tokens);
  }

  private static Map<Metered, Long> metered(Stage stage, Map<String, Long> amounts) {
    Map<Metered, Long> metered = new EnumMap<>(Metered.class);
    amounts.forEach(
        (resource, amount) -> {
          if (resource.equals(TIME)) {
            if (WITH_ENGINE.contains(stage)) {
              metered.merge(Metered.ENGINE_MILLISECONDS, amount, Long::sum);
            }
          } else {
            of(Resource.valueOf(resource))
                .ifPresent(counted -> metered.merge(counted, amount, Long::sum));
          }
        });
    return metered;
  }

  private static Optional<Metered> of(Resource resource) {
    return switch (resource) {
      case CALLS -> Optional.of(Metered.CALLS);
      case SAMPLED_TOKENS, TRAINED_TOKENS -> Optional.of(Metered.TOKENS);
      // An engine is held as long as its stage works, not only while it trains.
      case ENGINE_MILLISECONDS -> Optional.empty();
    };
  }

  /** The quota that the run has reached, if it has. */
  Optional<Standing> reached(DSLContext dsl, RunScope scope, Need keepBack) {
    return accounts.reached(dsl, scope, keepBack);
  }

  private static void add(
      DSLContext dsl, RunScope scope, Stage stage, String resource, long amount) {
    dsl.insertInto(USAGE)
        .set(USAGE.TENANT_ID, scope.tenant().value())
        .set(USAGE.LEARNING_RUN_ID, scope.learningRun())
        .set(USAGE.STAGE, stage.name())
        .set(USAGE.RESOURCE, resource)
        .set(USAGE.AMOUNT, amount)
        .onConflict(USAGE.TENANT_ID, USAGE.LEARNING_RUN_ID, USAGE.STAGE, USAGE.RESOURCE)
        .doUpdate()
        .set(USAGE.AMOUNT, USAGE.AMOUNT.plus(DSL.excluded(USAGE.AMOUNT)))
        .execute();
  }

  /** Amounts by stage and resource. */
  Map<Stage, Map<String, Long>> read(DSLContext dsl, RunScope scope) {
    return read(
        dsl,
        USAGE
            .TENANT_ID
            .eq(scope.tenant().value())
            .and(USAGE.LEARNING_RUN_ID.eq(scope.learningRun())));
  }

  /** What all runs of the tenant took together. */
  Map<Stage, Map<String, Long>> readAll(DSLContext dsl, TenantId tenant) {
    return read(dsl, USAGE.TENANT_ID.eq(tenant.value()));
  }

  private static Map<Stage, Map<String, Long>> read(DSLContext dsl, Condition which) {
    Map<Stage, Map<String, Long>> spent = new EnumMap<>(Stage.class);
    var amount = DSL.sum(USAGE.AMOUNT);
    dsl.select(USAGE.STAGE, USAGE.RESOURCE, amount)
        .from(USAGE)
        .where(which)
        .groupBy(USAGE.STAGE, USAGE.RESOURCE)
        .forEach(
            row ->
                spent
                    .computeIfAbsent(Stage.valueOf(row.value1()), unknown -> new HashMap<>())
                    .put(row.value2(), row.value3().longValue()));
    return spent;
  }
}
