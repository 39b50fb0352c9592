package io.autodidact.usage;

/**
 * What a tenant may use.
 *
 * @param engineSecondsAMonth seconds in which its runs hold an engine; on a cluster, a GPU
 * @param tokensADay sampled and trained by runs, read and written by served agents
 */
public record Quotas(
    int parallelRuns,
    long engineSecondsAMonth,
    int environments,
    long tokensADay,
    int requestsAMinute) {
  public Quotas {
    if (parallelRuns < 0 || engineSecondsAMonth < 0 || environments < 0 || tokensADay < 0) {
      throw new IllegalArgumentException("A quota is zero or more.");
    }
    if (requestsAMinute < 1) {
      throw new IllegalArgumentException("A tenant has at least one request a minute.");
    }
  }

  long limit(Quota quota) {
    return switch (quota) {
      case PARALLEL_RUNS -> parallelRuns;
      case ENGINE_SECONDS_A_MONTH -> engineSecondsAMonth;
      case ENVIRONMENTS -> environments;
      case TOKENS_A_DAY -> tokensADay;
      case REQUESTS_A_MINUTE -> requestsAMinute;
    };
  }
}
