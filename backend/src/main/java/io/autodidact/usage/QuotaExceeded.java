package io.autodidact.usage;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** Doing this would pass a quota of the tenant; the message names the figures and what helps. */
public final class QuotaExceeded extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /**
   * How the quota stands, each in the quota's own unit.
   *
   * @param reserved for runs that go on
   * @param asked what this would take
   * @param freesUp when used amounts count no more; empty where something must be given up
   */
  public record Standing(
      Quota quota, long used, long reserved, long asked, long limit, Optional<Instant> freesUp) {
    boolean isUsedUp() {
      return used + reserved >= limit;
    }

    boolean exceeded() {
      return used + reserved + asked > limit;
    }

    /** The figures, and what helps. */
    public String sentence() {
      return "This takes %,d of %,d %s; %,d are used and %,d are reserved by runs that go on. %s"
          .formatted(asked, limit, quota.label(), used, reserved, whatHelps());
    }

    private String whatHelps() {
      var first =
          switch (quota) {
            case PARALLEL_RUNS -> "Wait until a run ends";
            case ENVIRONMENTS -> "Remove one that is not needed";
            case ENGINE_SECONDS_A_MONTH, TOKENS_A_DAY, REQUESTS_A_MINUTE ->
                freesUp.map(at -> "Ask for less, wait until " + at).orElse("Ask for less");
          };
      return first + ", or have a platform admin raise the quota.";
    }
  }

  private final transient Standing standing;

  QuotaExceeded(Standing standing) {
    super(standing.sentence());
    this.standing = standing;
  }

  public Standing standing() {
    return standing;
  }

  /** Seconds until it is worth trying again; empty if time alone does not help. */
  public Optional<Long> retryAfter(Instant now) {
    return standing.freesUp().map(at -> Math.max(1, Duration.between(now, at).toSeconds()));
  }
}
