package io.autodidact.serving;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/**
 * So many requests a minute for each key, in this process: a bucket that fills evenly, so that a
 * burst of a whole minute is possible after a quiet one.
 */
@Component
class RateLimit {
  private final double aMinute;
  private final Clock clock;
  private final Map<UUID, Bucket> buckets = new ConcurrentHashMap<>();

  private record Bucket(double tokens, Instant at) {}

  RateLimit(@Value("${autodidact.serving.requests-a-minute:60}") int aMinute, Clock clock) {
    this.aMinute = aMinute;
    this.clock = clock;
  }

  /** Takes one request of the key; answers how long to wait if there is none left. */
  Optional<Duration> take(UUID key) {
    var now = clock.instant();
    var after =
        buckets.merge(
            key,
            new Bucket(aMinute - 1, now),
            (bucket, fresh) -> new Bucket(Math.max(-1, filled(bucket, now) - 1), now));
    if (after.tokens() >= 0) {
      return Optional.empty();
    }
    buckets.computeIfPresent(key, (same, bucket) -> new Bucket(bucket.tokens() + 1, bucket.at()));
    return Optional.of(Duration.ofMillis((long) Math.ceil(-after.tokens() * 60_000 / aMinute)));
  }

  private double filled(Bucket bucket, Instant now) {
    double minutes = Duration.between(bucket.at(), now).toMillis() / 60_000.0;
    return Math.min(aMinute, bucket.tokens() + minutes * aMinute);
  }
}
