package io.autodidact.serving;

import static io.autodidact.schema.Tables.AGENT;
import static io.autodidact.schema.Tables.APPROVAL;

import io.autodidact.tenant.TenantId;
import io.autodidact.tenant.TenantTransaction;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import org.springframework.stereotype.Component;

/** Calls that wait for a person, as people see them. */
@Component
public class ApprovalQueries {
  private final TenantTransaction tenantTransaction;
  private final Clock clock;

  ApprovalQueries(TenantTransaction tenantTransaction, Clock clock) {
    this.tenantTransaction = tenantTransaction;
    this.clock = clock;
  }

  /**
   * A call that an agent wants to make.
   *
   * @param id of the approval; not its token
   * @param arguments as JSON
   */
  public record Waiting(
      String id, String agent, int version, String operation, String arguments, Instant expires) {}

  /** Those still good, the most urgent first. */
  public List<Waiting> waiting(TenantId tenant, int limit) {
    var now = clock.instant().atOffset(ZoneOffset.UTC);
    return tenantTransaction.in(
        tenant,
        dsl ->
            dsl.select(
                    APPROVAL.TOKEN_HASH,
                    AGENT.NAME,
                    APPROVAL.VERSION,
                    APPROVAL.OPERATION,
                    APPROVAL.ARGUMENTS,
                    APPROVAL.EXPIRES_AT)
                .from(APPROVAL)
                .join(AGENT)
                .on(AGENT.TENANT_ID.eq(APPROVAL.TENANT_ID), AGENT.ID.eq(APPROVAL.AGENT_ID))
                .where(
                    APPROVAL.TENANT_ID.eq(tenant.value()),
                    APPROVAL.REDEEMED_AT.isNull(),
                    APPROVAL.EXPIRES_AT.gt(now))
                .orderBy(APPROVAL.EXPIRES_AT)
                .limit(limit)
                .fetch(
                    row ->
                        new Waiting(
                            Approvals.id(row.value1()),
                            row.value2(),
                            row.value3(),
                            row.value4(),
                            row.value5().data(),
                            row.value6().toInstant())));
  }
}
