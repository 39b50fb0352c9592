package io.autodidact.learning;

import static org.assertj.core.api.Assertions.assertThat;

import io.autodidact.job.TestRun;
import io.autodidact.job.Work.Resource;
import io.autodidact.learning.LearningWork.Limits;
import io.autodidact.learning.LearningWork.Ownership;
import io.autodidact.learning.LearningWork.Records;
import io.autodidact.usage.Accounts.Need;
import io.autodidact.usage.Quotas;
import io.autodidact.usage.UsageForTests;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** A run that reaches a quota stops cleanly; the exam of what it has learned goes on. */
class QuotaWatchTest {
  private final TestRun run = TestRun.create();

  private LearningWork work(Stage stage, Optional<Need> keepBack) {
    var records =
        new Records(
            run.tenantTransaction(),
            new LearningRunRepository(),
            new Ledger(UsageForTests.accounts(new Quotas(1, 3600, 1, 1000, 60))),
            new RunEvents());
    return new LearningWork(
        records,
        new Ownership(run.scope(), 0, stage),
        new Limits(Duration.ofHours(1), 1_000_000, 1_000_000, keepBack));
  }

  private String events() {
    return run.commit(
        dsl -> dsl.fetch("SELECT data ->> 'text' FROM run_event WHERE kind = 'quota'").formatCSV());
  }

  private long sum(String sql, String resources) {
    return run.commit(dsl -> dsl.fetchSingle(sql, resources).get(0, Long.class));
  }

  private long account(String resource) {
    return sum("SELECT coalesce(sum(amount), 0) FROM daily_usage WHERE resource = ?", resource);
  }

  @Test
  void learningStopsWhereTheQuotaIsReachedAndSaysWhy() throws Exception {
    var work = work(Stage.ITERATE, Optional.of(Need.NOTHING));
    work.spend(Resource.SAMPLED_TOKENS, 600);
    work.spend(Resource.TRAINED_TOKENS, 400);
    assertThat(work.mayContinue()).isTrue();

    work.commit(dsl -> "booked");

    assertThat(work.mayContinue()).isFalse();
    assertThat(events()).contains("A quota is reached: 1,000 of 1,000 tokens a day are used");
    assertThat(account("TOKENS")).isEqualTo(1000);
  }

  @Test
  void whatTheExamNeedsIsKeptBack() throws Exception {
    var work = work(Stage.WARM_START, Optional.of(new Need(0, 300)));
    work.spend(Resource.SAMPLED_TOKENS, 701);

    work.commit(dsl -> "booked");

    assertThat(work.mayContinue()).isFalse();
  }

  @Test
  void theExamOfWhatWasLearnedIsNotStopped() throws Exception {
    var work = work(Stage.EXAMINE, Optional.empty());
    work.spend(Resource.SAMPLED_TOKENS, 5000);

    work.commit(dsl -> "booked");

    assertThat(work.mayContinue()).isTrue();
  }

  @Test
  void theAccountOfTheTenantAgreesWithTheBooksOfItsRuns() {
    var work = work(Stage.ITERATE, Optional.empty());
    work.spend(Resource.SAMPLED_TOKENS, 7);
    work.book(
        (dsl, spending) -> {
          spending.spend(Resource.TRAINED_TOKENS, 50);
          spending.spend(Resource.CALLS, 3);
          return "booked";
        });

    var books =
        "SELECT coalesce(sum(amount), 0) FROM usage WHERE resource = ANY (string_to_array(?, ','))";
    assertThat(account("TOKENS")).isEqualTo(sum(books, "SAMPLED_TOKENS,TRAINED_TOKENS"));
    assertThat(account("TOKENS")).isEqualTo(57);
    assertThat(account("CALLS")).isEqualTo(sum(books, "CALLS"));
    assertThat(account("ENGINE_MILLISECONDS")).isEqualTo(sum(books, "MILLISECONDS"));
  }
}
