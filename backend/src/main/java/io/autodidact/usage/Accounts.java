package io.autodidact.usage;

import io.autodidact.tenant.RunScope;
import io.autodidact.tenant.TenantId;
import io.autodidact.usage.QuotaExceeded.Standing;
import io.autodidact.usage.UsageRepository.Reserved;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jooq.DSLContext;
import org.springframework.stereotype.Component;

/**
 * Reserve, meter, settle. A run reserves what it will probably take; what it uses moves from its
 * reservation to the tenant's account; the rest is free once the run has ended. All of it happens
 * in the caller's transaction.
 */
@Component
public class Accounts {
  private static final UUID NO_RUN = new UUID(0, 0);

  private final QuotaRepository quotas;
  private final UsageRepository usage;
  private final Clock clock;

  Accounts(QuotaRepository quotas, UsageRepository usage, Clock clock) {
    this.quotas = quotas;
    this.usage = usage;
    this.clock = clock;
  }

  /**
   * What a run will probably take, or has yet to keep back.
   *
   * @param tokens sampled and trained
   */
  public record Need(long engineMilliseconds, long tokens) {
    public static final Need NOTHING = new Need(0, 0);

    long of(Quota quota) {
      return switch (quota) {
        case PARALLEL_RUNS -> 1;
        // Begun seconds count whole: nobody passes a quota by fractions.
        case ENGINE_SECONDS_A_MONTH -> (engineMilliseconds + 999) / 1000;
        case TOKENS_A_DAY -> tokens;
        case ENVIRONMENTS, REQUESTS_A_MINUTE -> 0;
      };
    }
  }

  /**
   * Reserves what a run will probably take. Starts of a tenant queue up here until they commit, so
   * that together they do not pass a quota.
   *
   * @throws QuotaExceeded if the run would pass a quota
   */
  public void reserve(DSLContext dsl, RunScope scope, Need need) {
    var limits = quotas.lock(dsl, scope.tenant());
    for (var quota : Quota.values()) {
      if (need.of(quota) > 0) {
        check(standing(dsl, scope, limits, quota, need.of(quota)));
      }
    }
    usage.reserve(dsl, scope, new Reserved(need.engineMilliseconds(), need.tokens()));
  }

  /** Books what a run has used. */
  public void meter(DSLContext dsl, RunScope scope, Map<Metered, Long> used) {
    usage.add(dsl, scope.tenant(), today(), used);
    usage.draw(
        dsl,
        scope,
        new Reserved(
            used.getOrDefault(Metered.ENGINE_MILLISECONDS, 0L),
            used.getOrDefault(Metered.TOKENS, 0L)));
  }

  /**
   * The quota a run has reached; empty while it may go on. What other runs have reserved is theirs.
   *
   * @param keepBack what the run needs yet to finish what it has learned
   */
  public Optional<Standing> reached(DSLContext dsl, RunScope scope, Need keepBack) {
    var limits = quotas.find(dsl, scope.tenant());
    return Arrays.stream(new Quota[] {Quota.ENGINE_SECONDS_A_MONTH, Quota.TOKENS_A_DAY})
        .map(quota -> standing(dsl, scope, limits, quota, keepBack.of(quota)))
        .filter(standing -> standing.exceeded() || standing.isUsedUp())
        .findFirst();
  }

  /**
   * Lets one more environment in.
   *
   * @throws QuotaExceeded if the tenant has as many as it may have
   */
  public void admitEnvironment(DSLContext dsl, TenantId tenant) {
    var scope = new RunScope(tenant, NO_RUN);
    check(standing(dsl, scope, quotas.lock(dsl, tenant), Quota.ENVIRONMENTS, 1));
  }

  /**
   * Lets a served agent answer.
   *
   * @throws QuotaExceeded if the tenant's tokens of today are used or reserved
   */
  public void admitChat(DSLContext dsl, TenantId tenant) {
    var scope = new RunScope(tenant, NO_RUN);
    check(standing(dsl, scope, quotas.find(dsl, tenant), Quota.TOKENS_A_DAY, 1));
  }

  /** Books what an answer of a served agent took. */
  public void meterChat(DSLContext dsl, TenantId tenant, long tokens) {
    usage.add(dsl, tenant, today(), Map.of(Metered.TOKENS, tokens, Metered.CHATS, 1L));
  }

  /** How all quotas of the tenant stand. */
  Standing standing(DSLContext dsl, TenantId tenant, Quota quota) {
    return standing(dsl, new RunScope(tenant, NO_RUN), quotas.find(dsl, tenant), quota, 0);
  }

  private Standing standing(
      DSLContext dsl, RunScope scope, Quotas limits, Quota quota, long asked) {
    var tenant = scope.tenant();
    long used =
        switch (quota) {
          case PARALLEL_RUNS -> usage.goingOn(dsl, tenant, scope.learningRun());
          case ENVIRONMENTS -> usage.environments(dsl, tenant);
          case ENGINE_SECONDS_A_MONTH ->
              usage.used(dsl, tenant, Metered.ENGINE_MILLISECONDS, today().withDayOfMonth(1))
                  / 1000;
          case TOKENS_A_DAY -> usage.used(dsl, tenant, Metered.TOKENS, today());
          case REQUESTS_A_MINUTE -> 0;
        };
    long reserved =
        switch (quota) {
          case ENGINE_SECONDS_A_MONTH, TOKENS_A_DAY -> {
            var others = usage.reserved(dsl, tenant, scope.learningRun());
            yield new Need(others.engineMilliseconds(), others.tokens()).of(quota);
          }
          case PARALLEL_RUNS, ENVIRONMENTS, REQUESTS_A_MINUTE -> 0;
        };
    return new Standing(quota, used, reserved, asked, limits.limit(quota), quota.freesUp(today()));
  }

  private static void check(Standing standing) {
    if (standing.exceeded()) {
      throw new QuotaExceeded(standing);
    }
  }

  LocalDate today() {
    return LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
  }
}
