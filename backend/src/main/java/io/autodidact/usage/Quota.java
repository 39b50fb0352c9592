package io.autodidact.usage;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Optional;

/** What is limited. Days and months are UTC's. */
public enum Quota {
  PARALLEL_RUNS("learning runs at a time"),
  ENGINE_SECONDS_A_MONTH("engine-seconds a month"),
  ENVIRONMENTS("environments"),
  TOKENS_A_DAY("tokens a day"),
  REQUESTS_A_MINUTE("requests a minute");

  private final String label;

  Quota(String label) {
    this.label = label;
  }

  /** As people read it, behind a figure. */
  public String label() {
    return label;
  }

  /** When what was used counts no more; empty where only giving something up helps. */
  Optional<Instant> freesUp(LocalDate today) {
    return switch (this) {
      case PARALLEL_RUNS, ENVIRONMENTS -> Optional.empty();
      case ENGINE_SECONDS_A_MONTH -> Optional.of(start(today.withDayOfMonth(1).plusMonths(1)));
      case TOKENS_A_DAY -> Optional.of(start(today.plusDays(1)));
      case REQUESTS_A_MINUTE -> Optional.empty();
    };
  }

  private static Instant start(LocalDate day) {
    return day.atStartOfDay(ZoneOffset.UTC).toInstant();
  }
}
