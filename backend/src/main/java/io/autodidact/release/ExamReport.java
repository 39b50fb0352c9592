package io.autodidact.release;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * An exam: how each candidate did, and how each differs from the first, with what certainty.
 *
 * @param scores the candidates in the order asked for
 * @param differences of every later candidate to every earlier one
 */
public record ExamReport(List<CandidateScore> scores, List<Difference> differences) {
  public ExamReport {
    scores = List.copyOf(scores);
    differences = List.copyOf(differences);
  }

  /** Candidate minus baseline, over the tasks that both attempted. */
  public record Difference(String candidate, String baseline, PairedBootstrap.Interval interval) {}

  /**
   * Sums the results up.
   *
   * @param candidates in the order to report; those without results are left out
   */
  public static ExamReport of(List<ExamResult> results, List<String> candidates, long seed) {
    var present = candidates.stream().filter(one -> !resultsOf(one, results).isEmpty()).toList();
    var scores =
        present.stream().map(one -> CandidateScore.of(one, resultsOf(one, results))).toList();
    var differences = new ArrayList<Difference>();
    for (int later = 1; later < present.size(); later++) {
      for (int earlier = 0; earlier < later; earlier++) {
        var candidate = present.get(later);
        var baseline = present.get(earlier);
        difference(resultsOf(candidate, results), resultsOf(baseline, results), seed)
            .ifPresent(found -> differences.add(new Difference(candidate, baseline, found)));
      }
    }
    return new ExamReport(scores, differences);
  }

  private static List<ExamResult> resultsOf(String candidate, List<ExamResult> results) {
    return results.stream().filter(result -> result.candidate().equals(candidate)).toList();
  }

  private static Optional<PairedBootstrap.Interval> difference(
      List<ExamResult> candidate, List<ExamResult> baseline, long seed) {
    var before = CandidateScore.byTaskId(baseline);
    var differences = new ArrayList<Double>();
    CandidateScore.byTaskId(candidate)
        .forEach(
            (task, reward) -> {
              if (before.containsKey(task)) {
                differences.add(reward - before.get(task));
              }
            });
    return differences.isEmpty()
        ? Optional.empty()
        : Optional.of(PairedBootstrap.of(differences, seed));
  }

  public Optional<CandidateScore> score(String candidate) {
    return scores.stream().filter(score -> score.candidate().equals(candidate)).findFirst();
  }

  public Optional<PairedBootstrap.Interval> difference(String candidate, String baseline) {
    return differences.stream()
        .filter(one -> one.candidate().equals(candidate) && one.baseline().equals(baseline))
        .map(Difference::interval)
        .findFirst();
  }
}
