package io.autodidact.usage;

import java.time.Clock;

/** An account as tests of other packages need it. */
public final class UsageForTests {
  private UsageForTests() {}

  /** Accounts with the installation's usual quotas. */
  public static Accounts accounts() {
    return accounts(new Quotas(2, 360_000, 50, 100_000_000, 1200));
  }

  public static Accounts accounts(Quotas defaults) {
    return new Accounts(new QuotaRepository(defaults), new UsageRepository(), Clock.systemUTC());
  }
}
