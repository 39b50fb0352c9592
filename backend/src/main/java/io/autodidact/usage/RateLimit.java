package io.autodidact.usage;

import io.autodidact.tenant.TenantId;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.ToIntFunction;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Component;

/**
 * So many requests a minute for each tenant, in this process: a bucket that fills evenly, so that a
 * burst of a whole minute is possible after a quiet one. The limit is read anew now and then.
 */
@Component
class RateLimit {
  private static final Duration LIMIT_HOLDS = Duration.ofSeconds(10);

  private final ToIntFunction<TenantId> aMinute;
  private final Clock clock;
  private final Map<TenantId, Bucket> buckets = new ConcurrentHashMap<>();

  private record Bucket(double tokens, Instant at, int limit, Instant limitRead) {}

  @Autowired
  RateLimit(UsageQueries usage, Clock clock) {
    this(tenant -> usage.quotas(tenant).requestsAMinute(), clock);
  }

  RateLimit(ToIntFunction<TenantId> aMinute, Clock clock) {
    this.aMinute = aMinute;
    this.clock = clock;
  }

  /** Takes one request of the tenant; answers how long to wait if there is none left. */
  Optional<Duration> take(TenantId tenant) {
    var now = clock.instant();
    var wait = new Duration[1];
    buckets.compute(
        tenant,
        (same, old) -> {
          var bucket = filled(tenant, old, now);
          if (bucket.tokens() >= 1) {
            return new Bucket(bucket.tokens() - 1, now, bucket.limit(), bucket.limitRead());
          }
          wait[0] = missing(bucket);
          return bucket;
        });
    return Optional.ofNullable(wait[0]);
  }

  private static Duration missing(Bucket bucket) {
    return Duration.ofMillis((long) Math.ceil((1 - bucket.tokens()) * 60_000 / bucket.limit()));
  }

  private Bucket filled(TenantId tenant, @Nullable Bucket bucket, Instant now) {
    if (bucket == null) {
      int limit = aMinute.applyAsInt(tenant);
      return new Bucket(limit, now, limit, now);
    }
    boolean old = bucket.limitRead().plus(LIMIT_HOLDS).isBefore(now);
    int limit = old ? aMinute.applyAsInt(tenant) : bucket.limit();
    double minutes = Duration.between(bucket.at(), now).toMillis() / 60_000.0;
    double tokens = Math.min(limit, bucket.tokens() + minutes * limit);
    return new Bucket(tokens, now, limit, old ? now : bucket.limitRead());
  }
}
