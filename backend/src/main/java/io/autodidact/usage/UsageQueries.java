package io.autodidact.usage;

import io.autodidact.tenant.TenantId;
import io.autodidact.tenant.TenantTransaction;
import io.autodidact.usage.QuotaExceeded.Standing;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** What screens and programs read about usage. */
@Component
public class UsageQueries {
  private static final int DAYS = 31;

  private final TenantTransaction tenantTransaction;
  private final QuotaRepository quotas;
  private final UsageRepository usage;
  private final Accounts accounts;

  UsageQueries(
      TenantTransaction tenantTransaction,
      QuotaRepository quotas,
      UsageRepository usage,
      Accounts accounts) {
    this.tenantTransaction = tenantTransaction;
    this.quotas = quotas;
    this.usage = usage;
    this.accounts = accounts;
  }

  /**
   * A tenant's usage against its quotas.
   *
   * @param days the last 31 days on which something was used, oldest first
   */
  public record TenantUsage(List<QuotaUsage> quotas, List<DayUsage> days) {}

  /** A quota and how it stands, in its own unit. */
  public record QuotaUsage(
      Quota quota, String label, long used, long reserved, long limit, Optional<Instant> freesUp) {
    static QuotaUsage of(Standing standing) {
      return new QuotaUsage(
          standing.quota(),
          standing.quota().label(),
          standing.used(),
          standing.reserved(),
          standing.limit(),
          standing.freesUp());
    }
  }

  /** What was used on one day (UTC). */
  public record DayUsage(LocalDate day, long engineSeconds, long tokens, long calls, long chats) {
    private static DayUsage of(LocalDate day, Map<Metered, Long> amounts) {
      return new DayUsage(
          day,
          amounts.getOrDefault(Metered.ENGINE_MILLISECONDS, 0L) / 1000,
          amounts.getOrDefault(Metered.TOKENS, 0L),
          amounts.getOrDefault(Metered.CALLS, 0L),
          amounts.getOrDefault(Metered.CHATS, 0L));
    }
  }

  public TenantUsage of(TenantId tenant) {
    return tenantTransaction.in(
        tenant,
        dsl ->
            new TenantUsage(
                Arrays.stream(Quota.values())
                    .map(quota -> QuotaUsage.of(accounts.standing(dsl, tenant, quota)))
                    .toList(),
                usage.byDay(dsl, tenant, accounts.today().minusDays(DAYS - 1L)).entrySet().stream()
                    .map(day -> DayUsage.of(day.getKey(), day.getValue()))
                    .toList()));
  }

  /** What the tenant may use. */
  public Quotas quotas(TenantId tenant) {
    return tenantTransaction.in(tenant, dsl -> quotas.find(dsl, tenant));
  }
}
