package io.autodidact.learning;

import io.autodidact.release.CandidateScore;
import io.autodidact.release.ExamReport;
import java.util.List;
import java.util.Optional;

/**
 * What came of a run, for people.
 *
 * @param lessons the three with the highest measured lift
 * @param instructive an attempt of the exam that shows what was learned
 * @param exampleRequest something the released agent can be asked to do on the live software
 */
public record RunReport(
    String agent,
    Operations operations,
    Tasks tasks,
    Exam exam,
    List<Lesson> lessons,
    Optional<Story> instructive,
    Optional<Released> release,
    Optional<String> exampleRequest) {
  /** How many operations can be called, and how many answered with success. */
  public record Operations(int total, long reached) {}

  /** Tasks in use and the plan families they belong to. */
  public record Tasks(int kept, long families) {}

  /** The exam so far. */
  public record Exam(
      int tasks, List<CandidateScore> scores, List<ExamReport.Difference> differences) {}

  /** A lesson and what it was worth, in words. */
  public record Lesson(String text, String lift) {}

  /** An attempt, step by step. */
  public record Story(String request, double reward, List<StoryStep> steps) {}

  /** A step: what was done, what was seen, whether it helped and why. */
  public record StoryStep(String action, String saw, String verdict, String reason) {}

  /** The version that came of it. */
  public record Released(int version, String digest, boolean released, String verdict) {}
}
