package io.autodidact.tenant;

import static io.autodidact.schema.Tables.API_KEY;
import static io.autodidact.schema.Tables.TENANT;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** What people see of their company and its keys. */
@Component
public class TenantQueries {
  private final TenantTransaction tenantTransaction;

  TenantQueries(TenantTransaction tenantTransaction) {
    this.tenantTransaction = tenantTransaction;
  }

  /**
   * A key as it is listed; its text is known to nobody.
   *
   * @param revokedAt from when on nobody gets in with it
   */
  public record KeySummary(
      UUID id, String name, Set<String> scopes, Instant createdAt, Optional<Instant> revokedAt) {
    public KeySummary {
      scopes = Set.copyOf(scopes);
    }
  }

  /** How the company is called. */
  public String name(TenantId tenant) {
    return tenantTransaction.in(
        tenant,
        dsl ->
            dsl.select(TENANT.NAME)
                .from(TENANT)
                .where(TENANT.TENANT_ID.eq(tenant.value()))
                .fetchSingle(TENANT.NAME));
  }

  /** The company's keys, those in use first, then by age. */
  public List<KeySummary> keys(TenantId tenant, int offset, int limit) {
    return tenantTransaction.in(
        tenant,
        dsl ->
            dsl.select(
                    API_KEY.ID,
                    API_KEY.NAME,
                    API_KEY.SCOPES,
                    API_KEY.CREATED_AT,
                    API_KEY.REVOKED_AT)
                .from(API_KEY)
                .where(API_KEY.TENANT_ID.eq(tenant.value()))
                .orderBy(API_KEY.REVOKED_AT.desc().nullsFirst(), API_KEY.CREATED_AT, API_KEY.ID)
                .offset(offset)
                .limit(limit)
                .fetch(
                    row ->
                        new KeySummary(
                            row.value1(),
                            row.value2(),
                            Set.of(row.value3()),
                            row.value4().toInstant(),
                            Optional.ofNullable(row.value5()).map(OffsetDateTime::toInstant))));
  }

  public int keyCount(TenantId tenant) {
    return tenantTransaction.in(
        tenant, dsl -> dsl.fetchCount(API_KEY, API_KEY.TENANT_ID.eq(tenant.value())));
  }
}
