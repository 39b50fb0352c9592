package io.autodidact.usage;

import static org.assertj.core.api.Assertions.assertThat;

import io.autodidact.tenant.TenantId;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.UUID;
import org.junit.jupiter.api.Test;

final class RateLimitTest {
  private final HandClock clock = new HandClock();
  private int aMinute = 6;
  private final RateLimit limit = new RateLimit(tenant -> aMinute, clock);
  private final TenantId tenant = new TenantId(UUID.randomUUID());

  @Test
  void aTenantMayAskSoManyTimesAMinuteAndIsToldWhenItMayAgain() {
    for (int i = 0; i < 6; i++) {
      assertThat(limit.take(tenant)).isEmpty();
    }
    assertThat(limit.take(tenant)).hasValue(Duration.ofSeconds(10));
    clock.pass(4);
    assertThat(limit.take(tenant)).hasValue(Duration.ofSeconds(6));
    clock.pass(6);
    assertThat(limit.take(tenant)).isEmpty();
  }

  @Test
  void oneTenantDoesNotUseUpAnothers() {
    for (int i = 0; i < 10; i++) {
      limit.take(tenant);
    }
    assertThat(limit.take(new TenantId(UUID.randomUUID()))).isEmpty();
  }

  @Test
  void aNewLimitHoldsWithinSeconds() {
    limit.take(tenant);
    aMinute = 1;
    clock.pass(11);
    assertThat(limit.take(tenant)).isEmpty();
    assertThat(limit.take(tenant)).hasValue(Duration.ofSeconds(60));
  }

  private static final class HandClock extends Clock {
    private Instant now = Instant.parse("2026-11-22T00:00:00Z");

    void pass(int seconds) {
      now = now.plusSeconds(seconds);
    }

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
