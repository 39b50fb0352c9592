package io.autodidact.release;

import io.autodidact.task.TaskId;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * How one candidate did; rates in 0..1, all averaged over tasks so that each task counts once.
 *
 * @param samples k: the fewest attempts any task had
 * @param average avg@k
 * @param best best@k: the mean of the best attempts
 * @param bootstrapBest best@k as AgentEvolver states it; see {@link ExamStatistics#bootstrapBest}
 * @param pass pass@1 … pass@k, without bias
 * @param refusals how often it asked for what the safety policy forbids, in all attempts
 */
public record CandidateScore(
    String candidate,
    int tasks,
    int samples,
    double average,
    double best,
    double bootstrapBest,
    List<Double> pass,
    int refusals,
    SortedMap<Integer, Double> byDifficulty,
    SortedMap<String, Double> byFamily) {

  /** The score of one candidate's results. */
  static CandidateScore of(String candidate, List<ExamResult> results) {
    var tasks = byTask(results);
    int k = tasks.stream().mapToInt(List::size).min().orElse(0);
    return new CandidateScore(
        candidate,
        tasks.size(),
        k,
        mean(tasks, one -> ExamStatistics.average(rewards(one))),
        mean(tasks, one -> ExamStatistics.best(rewards(one))),
        mean(tasks, one -> ExamStatistics.bootstrapBest(rewards(one), k)),
        IntStream.rangeClosed(1, k).mapToObj(i -> pass(tasks, i)).toList(),
        results.stream().mapToInt(ExamResult::refusals).sum(),
        averages(results, ExamResult::difficulty),
        averages(results, ExamResult::family));
  }

  /** Mean reward by task. */
  static SortedMap<TaskId, Double> byTaskId(List<ExamResult> results) {
    var comparator = Comparator.comparing(TaskId::value);
    var means = new TreeMap<TaskId, Double>(comparator);
    byTask(results)
        .forEach(one -> means.put(one.getFirst().task(), ExamStatistics.average(rewards(one))));
    return means;
  }

  private static Collection<List<ExamResult>> byTask(List<ExamResult> results) {
    return results.stream().collect(Collectors.groupingBy(ExamResult::task)).values();
  }

  private static double mean(
      Collection<List<ExamResult>> tasks, ToDoubleFunction<List<ExamResult>> figure) {
    return tasks.stream().mapToDouble(figure).average().orElse(0);
  }

  private static double pass(Collection<List<ExamResult>> tasks, int k) {
    return mean(
        tasks,
        one ->
            ExamStatistics.passAt(
                (int) one.stream().filter(ExamResult::passed).count(), one.size(), k));
  }

  private static <K extends Comparable<K>> SortedMap<K, Double> averages(
      List<ExamResult> results, Function<ExamResult, K> key) {
    var averages = new TreeMap<K, Double>();
    results.stream()
        .collect(Collectors.groupingBy(key))
        .forEach(
            (group, some) ->
                averages.put(
                    group, mean(byTask(some), one -> ExamStatistics.average(rewards(one)))));
    return averages;
  }

  private static double[] rewards(List<ExamResult> results) {
    return results.stream().mapToDouble(ExamResult::reward).toArray();
  }
}
