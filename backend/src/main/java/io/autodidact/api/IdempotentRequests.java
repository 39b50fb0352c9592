package io.autodidact.api;

import static io.autodidact.schema.Tables.IDEMPOTENCY_KEY;

import io.autodidact.tenant.StoredJson;
import io.autodidact.tenant.TenantId;
import io.autodidact.tenant.TenantTransaction;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Repository;

/** Requests that carried an idempotency key, and what was answered to each. */
@Repository
class IdempotentRequests {
  /** Behind this, whoever carried the first request out is taken for dead. */
  private static final Duration ABANDONED = Duration.ofMinutes(15);

  private final TenantTransaction tenantTransaction;
  private final Clock clock;

  IdempotentRequests(TenantTransaction tenantTransaction, Clock clock) {
    this.tenantTransaction = tenantTransaction;
    this.clock = clock;
  }

  /** An answer as it was given. */
  record Answer(int status, @Nullable String contentType, String body) {}

  /** What becomes of a request with a key. */
  sealed interface Standing {
    /** Nobody has asked this before: carry it out. */
    record First() implements Standing {}

    /** It was answered already. */
    record Answered(Answer answer) implements Standing {}

    /** It is being carried out at this moment. */
    record Underway() implements Standing {}

    /** The key was used for something else. */
    record OtherRequest() implements Standing {}
  }

  private record Stored(@Nullable String contentType, String body) {}

  /** Claims the key for the request of that digest, unless somebody has. */
  Standing claim(TenantId tenant, String key, String digest) {
    return tenantTransaction.in(
        tenant,
        dsl -> {
          var now = clock.instant().atOffset(ZoneOffset.UTC);
          var claimed =
              dsl.insertInto(IDEMPOTENCY_KEY)
                  .set(IDEMPOTENCY_KEY.TENANT_ID, tenant.value())
                  .set(IDEMPOTENCY_KEY.KEY, key)
                  .set(IDEMPOTENCY_KEY.REQUEST_DIGEST, digest)
                  .set(IDEMPOTENCY_KEY.CREATED_AT, now)
                  .onConflict(IDEMPOTENCY_KEY.TENANT_ID, IDEMPOTENCY_KEY.KEY)
                  .doUpdate()
                  .set(IDEMPOTENCY_KEY.CREATED_AT, now)
                  .where(
                      IDEMPOTENCY_KEY.REQUEST_DIGEST.eq(digest),
                      IDEMPOTENCY_KEY.STATUS.isNull(),
                      IDEMPOTENCY_KEY.CREATED_AT.lt(now.minus(ABANDONED)))
                  .execute();
          if (claimed == 1) {
            return new Standing.First();
          }
          return dsl.selectFrom(IDEMPOTENCY_KEY)
              .where(IDEMPOTENCY_KEY.TENANT_ID.eq(tenant.value()), IDEMPOTENCY_KEY.KEY.eq(key))
              .fetchOptional(
                  row ->
                      standing(
                          digest,
                          row.getRequestDigest(),
                          Optional.ofNullable(row.getStatus())
                              .map(
                                  status -> {
                                    var stored = StoredJson.read(row.getResponse(), Stored.class);
                                    return new Answer(status, stored.contentType(), stored.body());
                                  })))
              .orElseGet(Standing.Underway::new);
        });
  }

  private static Standing standing(String asked, String kept, Optional<Answer> answer) {
    if (!asked.equals(kept)) {
      return new Standing.OtherRequest();
    }
    return answer.<Standing>map(Standing.Answered::new).orElseGet(Standing.Underway::new);
  }

  void answered(TenantId tenant, String key, Answer answer) {
    tenantTransaction.run(
        tenant,
        dsl ->
            dsl.update(IDEMPOTENCY_KEY)
                .set(IDEMPOTENCY_KEY.STATUS, answer.status())
                .set(
                    IDEMPOTENCY_KEY.RESPONSE,
                    StoredJson.write(new Stored(answer.contentType(), answer.body())))
                .where(IDEMPOTENCY_KEY.TENANT_ID.eq(tenant.value()), IDEMPOTENCY_KEY.KEY.eq(key))
                .execute());
  }

  /** Frees the key: the request came to nothing and may be tried again. */
  void release(TenantId tenant, String key) {
    tenantTransaction.run(
        tenant,
        dsl ->
            dsl.deleteFrom(IDEMPOTENCY_KEY)
                .where(IDEMPOTENCY_KEY.TENANT_ID.eq(tenant.value()), IDEMPOTENCY_KEY.KEY.eq(key))
                .execute());
  }
}
