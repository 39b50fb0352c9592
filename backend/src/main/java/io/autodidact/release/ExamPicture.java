package io.autodidact.release;

import io.autodidact.release.PairedBootstrap.Interval;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * An exam as it is drawn: what {@link ExamReport} says, and how sure each share is.
 *
 * @param averages success by candidate, in the report's order
 * @param families success by family, and in it by candidate
 */
public record ExamPicture(
    ExamReport report,
    Map<String, Interval> averages,
    SortedMap<String, Map<String, Interval>> families) {

  /**
   * @param candidates in the order to report; those without results are left out
   */
  public static ExamPicture of(List<ExamResult> results, List<String> candidates, long seed) {
    var families = new TreeMap<String, Map<String, Interval>>();
    results.stream()
        .collect(Collectors.groupingBy(ExamResult::family))
        .forEach((family, some) -> families.put(family, averages(some, candidates, seed)));
    return new ExamPicture(
        ExamReport.of(results, candidates, seed), averages(results, candidates, seed), families);
  }

  private static Map<String, Interval> averages(
      List<ExamResult> results, List<String> candidates, long seed) {
    var averages = new LinkedHashMap<String, Interval>();
    for (var candidate : candidates) {
      var rewards =
          CandidateScore.byTaskId(
                  results.stream().filter(one -> one.candidate().equals(candidate)).toList())
              .values();
      if (!rewards.isEmpty()) {
        averages.put(candidate, PairedBootstrap.of(List.copyOf(rewards), seed));
      }
    }
    return averages;
  }
}
