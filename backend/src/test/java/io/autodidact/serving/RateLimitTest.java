package io.autodidact.serving;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.UUID;
import org.junit.jupiter.api.Test;

final class RateLimitTest {
  private final HandClock clock = new HandClock();
  private final RateLimit limit = new RateLimit(6, clock);
  private final UUID key = UUID.randomUUID();

  @Test
  void aKeyMayAskSoManyTimesAMinuteAndIsToldWhenItMayAgain() {
    for (int i = 0; i < 6; i++) {
      assertThat(limit.take(key)).isEmpty();
    }
    assertThat(limit.take(key)).hasValue(Duration.ofSeconds(10));
    clock.now = clock.now.plusSeconds(4);
    assertThat(limit.take(key)).hasValue(Duration.ofSeconds(6));
    clock.now = clock.now.plusSeconds(6);
    assertThat(limit.take(key)).isEmpty();
  }

  @Test
  void oneKeyDoesNotUseUpAnothers() {
    for (int i = 0; i < 10; i++) {
      limit.take(key);
    }
    assertThat(limit.take(UUID.randomUUID())).isEmpty();
  }

  private static final class HandClock extends Clock {
    private Instant now = Instant.parse("2026-11-22T00:00:00Z");

    @Override
    public ZoneId getZone() {
      return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
      return this;
    }

    @Override
    public Instant instant() {
      return now;
    }
  }
}
