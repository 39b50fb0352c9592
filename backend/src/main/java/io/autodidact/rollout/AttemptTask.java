package io.autodidact.rollout;

import io.autodidact.connector.ConnectorException;
import io.autodidact.connector.ConnectorException.Fault;
import io.autodidact.connector.Episode;
import io.autodidact.context.Conversation;
import io.autodidact.context.Opening;
import io.autodidact.rollout.Rollout.Ending;
import io.autodidact.task.Judgement;
import io.autodidact.task.ReplayCheck;
import io.autodidact.task.Task;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * One attempt at one task in an episode of its own, judged by what it changed. An attempt during
 * which the software went down is made again from the start, and given up if that does not help.
 */
final class AttemptTask {
  private static final int TRIES = 3;
  private static final List<Duration> WAITS =
      List.of(Duration.ofMillis(200), Duration.ofSeconds(1));

  private final Practice practice;
  private final AgentLoop loop;

  AttemptTask(Practice practice, Clock clock) {
    this.practice = practice;
    this.loop = new AgentLoop(practice.settings().limits(), WAITS, clock);
  }

  /** What was done and what it was worth. */
  record Attempt(Transcript transcript, Judgement judgement) {}

  /** The attempt; empty if the software did not answer. */
  Optional<Attempt> run(Task task, Opening opening, Speaker speaker) throws InterruptedException {
    for (int i = 0; i < TRIES; i++) {
      var attempt = tried(task, opening, speaker);
      if (attempt.isPresent()) {
        return attempt;
      }
    }
    return Optional.empty();
  }

  private Optional<Attempt> tried(Task task, Opening opening, Speaker speaker)
      throws InterruptedException {
    try (var episode = practice.episodes().open(task.episodeSeed())) {
      return judged(task, episode, practice.context().begin(opening), speaker);
    } catch (ConnectorException e) {
      if (e.fault() == Fault.SETTINGS || e.fault() == Fault.DESCRIPTION) {
        throw e;
      }
      return Optional.empty();
    }
  }

  private Optional<Attempt> judged(
      Task task, Episode episode, Conversation conversation, Speaker speaker)
      throws InterruptedException {
    var check = ReplayCheck.begin(episode, task.checks());
    var transcript =
        loop.run(
            conversation, speaker, check.episode(), answer -> Optional.of(check.judge(answer)));
    return transcript.ending() == Ending.SOFTWARE_DOWN
        ? Optional.empty()
        : Optional.of(new Attempt(transcript, check.judge(transcript.answer())));
  }
}
