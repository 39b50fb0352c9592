package io.autodidact.e2e.faults;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;

/** What holds in the database after a finished run, whatever happened on the way. */
final class BooksAgree {
  private BooksAgree() {}

  static void afterAnything(Books books) throws InterruptedException {
    attemptsCountOnce(books);
    stepsCountOnce(books);
    usageCountsOnce(books);
    LearningInventory.await(
        "no job is left",
        Duration.ofSeconds(10),
        () -> books.number("SELECT count(*) FROM scheduled_tasks") == 0);
  }

  private static void attemptsCountOnce(Books books) {
    assertThat(
            books.number(
                """
                SELECT count(*) FROM (
                  SELECT FROM rollout WHERE learning_run_id = ?
                  GROUP BY task_id, purpose, policy, policy_version, iteration, sample
                  HAVING count(*) > 1) twice
                """))
        .as("attempts that are there twice")
        .isZero();
    assertThat(
            books.number(
                """
                SELECT count(*) FROM rollout r WHERE r.learning_run_id = ? AND NOT EXISTS
                  (SELECT FROM step s WHERE s.tenant_id = r.tenant_id AND s.rollout_id = r.id)
                """))
        .as("attempts without their steps")
        .isZero();
    assertThat(books.number("SELECT count(*) FROM exam_result WHERE learning_run_id = ?"))
        .as("four candidates have a result for each of forty tasks")
        .isEqualTo(4 * 40);
    assertThat(
            books.number(
                "SELECT count(*) FROM rollout WHERE learning_run_id = ? AND purpose = 'EXAM'"))
        .as("every attempt of the exam counts; candidates with equal weights share theirs")
        .isEqualTo(
            books.number(
                "SELECT count(DISTINCT rollout_id) FROM exam_result WHERE learning_run_id = ?"))
        .isIn(3 * 40L, 4 * 40L);
    assertThat(
            books.number(
                """
                SELECT count(*) FROM exam_result e JOIN rollout r ON r.id = e.rollout_id
                WHERE e.learning_run_id = ? AND (r.reward <> e.reward OR r.task_id <> e.task_id)
                """))
        .as("results that are not their attempt's reward")
        .isZero();
  }

  private static void stepsCountOnce(Books books) {
    long steps = books.number("SELECT count(*) FROM training_step WHERE learning_run_id = ?");
    assertThat(steps)
        .as("optimiser steps")
        .isPositive()
        .isEqualTo(books.number("SELECT max(seq) FROM training_step WHERE learning_run_id = ?"))
        .isEqualTo(
            books.number(
                "SELECT count(*) FROM training_step WHERE learning_run_id = ? AND state = 'APPLIED'"))
        .isEqualTo(books.number("SELECT max(seq) FROM checkpoint WHERE learning_run_id = ?"));
    assertThat(
            books.number(
                """
                SELECT count(*) FROM (
                  SELECT FROM training_example WHERE learning_run_id = ? AND rollout_id IS NOT NULL
                  GROUP BY rollout_id HAVING count(DISTINCT seq) > 1) twice
                """))
        .as("attempts that two steps were trained on")
        .isZero();
  }

  private static void usageCountsOnce(Books books) {
    assertThat(books.number(usage("TRAINED_TOKENS")))
        .as("tokens trained on")
        .isEqualTo(books.number("SELECT sum(tokens) FROM training_step WHERE learning_run_id = ?"));
    assertThat(books.number(usage("SAMPLED_TOKENS")))
        .as("tokens sampled")
        .isEqualTo(
            books.number(
                """
                SELECT sum(octet_length(s.completion_tokens) / 4) FROM step s
                JOIN rollout r ON r.tenant_id = s.tenant_id AND r.id = s.rollout_id
                WHERE r.learning_run_id = ? AND s.index >= r.given_steps
                """));
    assertThat(books.number(usage("CALLS") + " AND stage = 'EXPLORE'"))
        .as("calls made while exploring")
        .isEqualTo(books.number("SELECT count(*) FROM transition WHERE learning_run_id = ?"));
  }

  private static String usage(String resource) {
    return "SELECT sum(amount) FROM usage WHERE learning_run_id = ? AND resource = '%s'"
        .formatted(resource);
  }
}
