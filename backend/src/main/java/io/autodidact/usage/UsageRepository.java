package io.autodidact.usage;

import static io.autodidact.schema.Tables.DAILY_USAGE;
import static io.autodidact.schema.Tables.ENVIRONMENT;
import static io.autodidact.schema.Tables.LEARNING_RUN;
import static io.autodidact.schema.Tables.RESERVATION;

import io.autodidact.tenant.RunScope;
import io.autodidact.tenant.TenantId;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;
import org.springframework.stereotype.Repository;

/** What was used and reserved, at rest. */
@Repository
class UsageRepository {
  private static final List<String> GOING_ON = List.of("QUEUED", "RUNNING", "STOPPING");

  /** What a run has reserved and not used yet. */
  record Reserved(long engineMilliseconds, long tokens) {}

  /** Always in one order, so that two runs of a tenant do not wait for each other. */
  void add(DSLContext dsl, TenantId tenant, LocalDate day, Map<Metered, Long> amounts) {
    new TreeMap<>(amounts)
        .forEach(
            (resource, amount) ->
                dsl.insertInto(DAILY_USAGE)
                    .set(DAILY_USAGE.TENANT_ID, tenant.value())
                    .set(DAILY_USAGE.DAY, day)
                    .set(DAILY_USAGE.RESOURCE, resource.name())
                    .set(DAILY_USAGE.AMOUNT, amount)
                    .onConflict(DAILY_USAGE.TENANT_ID, DAILY_USAGE.DAY, DAILY_USAGE.RESOURCE)
                    .doUpdate()
                    .set(
                        DAILY_USAGE.AMOUNT,
                        DAILY_USAGE.AMOUNT.plus(DSL.excluded(DAILY_USAGE.AMOUNT)))
                    .execute());
  }

  long used(DSLContext dsl, TenantId tenant, Metered resource, LocalDate from) {
    return dsl.select(DSL.coalesce(DSL.sum(DAILY_USAGE.AMOUNT), BigDecimal.ZERO))
        .from(DAILY_USAGE)
        .where(
            DAILY_USAGE.TENANT_ID.eq(tenant.value()),
            DAILY_USAGE.RESOURCE.eq(resource.name()),
            DAILY_USAGE.DAY.ge(from))
        .fetchSingle()
        .value1()
        .longValue();
  }

  /** Amounts by day, oldest first, and resource. */
  Map<LocalDate, Map<Metered, Long>> byDay(DSLContext dsl, TenantId tenant, LocalDate from) {
    var days = new TreeMap<LocalDate, Map<Metered, Long>>();
    dsl.selectFrom(DAILY_USAGE)
        .where(DAILY_USAGE.TENANT_ID.eq(tenant.value()), DAILY_USAGE.DAY.ge(from))
        .forEach(
            row ->
                days.computeIfAbsent(row.getDay(), unknown -> new TreeMap<>())
                    .put(Metered.valueOf(row.getResource()), row.getAmount()));
    return days;
  }

  void reserve(DSLContext dsl, RunScope scope, Reserved reserved) {
    dsl.insertInto(RESERVATION)
        .set(RESERVATION.TENANT_ID, scope.tenant().value())
        .set(RESERVATION.LEARNING_RUN_ID, scope.learningRun())
        .set(RESERVATION.ENGINE_MILLISECONDS, reserved.engineMilliseconds())
        .set(RESERVATION.TOKENS, reserved.tokens())
        .onConflict(RESERVATION.TENANT_ID, RESERVATION.LEARNING_RUN_ID)
        .doUpdate()
        .set(RESERVATION.ENGINE_MILLISECONDS, reserved.engineMilliseconds())
        .set(RESERVATION.TOKENS, reserved.tokens())
        .execute();
  }

  /** What the run has used is reserved no more. */
  void draw(DSLContext dsl, RunScope scope, Reserved used) {
    dsl.update(RESERVATION)
        .set(
            RESERVATION.ENGINE_MILLISECONDS,
            DSL.greatest(
                DSL.val(0L), RESERVATION.ENGINE_MILLISECONDS.minus(used.engineMilliseconds())))
        .set(RESERVATION.TOKENS, DSL.greatest(DSL.val(0L), RESERVATION.TOKENS.minus(used.tokens())))
        .where(
            RESERVATION.TENANT_ID.eq(scope.tenant().value()),
            RESERVATION.LEARNING_RUN_ID.eq(scope.learningRun()))
        .execute();
  }

  /** What the tenant's runs that go on have reserved, that one left out. */
  Reserved reserved(DSLContext dsl, TenantId tenant, UUID except) {
    var row =
        dsl.select(
                DSL.coalesce(DSL.sum(RESERVATION.ENGINE_MILLISECONDS), BigDecimal.ZERO),
                DSL.coalesce(DSL.sum(RESERVATION.TOKENS), BigDecimal.ZERO))
            .from(RESERVATION)
            .join(LEARNING_RUN)
            .on(
                LEARNING_RUN.TENANT_ID.eq(RESERVATION.TENANT_ID),
                LEARNING_RUN.ID.eq(RESERVATION.LEARNING_RUN_ID))
            .where(
                RESERVATION.TENANT_ID.eq(tenant.value()),
                RESERVATION.LEARNING_RUN_ID.ne(except),
                LEARNING_RUN.STATE.in(GOING_ON))
            .fetchSingle();
    return new Reserved(row.value1().longValue(), row.value2().longValue());
  }

  int goingOn(DSLContext dsl, TenantId tenant, UUID except) {
    return dsl.fetchCount(
        LEARNING_RUN,
        LEARNING_RUN.TENANT_ID.eq(tenant.value()),
        LEARNING_RUN.ID.ne(except),
        LEARNING_RUN.STATE.in(GOING_ON));
  }

  int environments(DSLContext dsl, TenantId tenant) {
    return dsl.fetchCount(ENVIRONMENT, ENVIRONMENT.TENANT_ID.eq(tenant.value()));
  }
}
