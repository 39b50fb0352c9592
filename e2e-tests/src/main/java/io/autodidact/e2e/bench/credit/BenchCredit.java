package io.autodidact.e2e.bench.credit;

import io.autodidact.attribution.AdvantageSettings;
import io.autodidact.attribution.AdvantageSettings.Form;
import io.autodidact.attribution.Advantages;
import io.autodidact.attribution.AttributeRollout;
import io.autodidact.attribution.Attribution;
import io.autodidact.attribution.CreditGroup;
import io.autodidact.attribution.Verdict;
import io.autodidact.e2e.bench.credit.Attempt.Planted;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import tools.jackson.databind.json.JsonMapper;

/**
 * {@code ./dev bench credit}: how often the verdict on a planted step is the one it deserves, and
 * whether long attempts earn more than short ones for being long.
 */
public final class BenchCredit {
  private static final int TASKS = 200;
  private static final int ATTEMPTS = 8;
  private static final double ALPHA = 0.1;

  private final Map<Planting, int[]> agreed = new TreeMap<>();
  private final List<String> disagreements = new ArrayList<>();
  private final Map<Form, List<double[]>> lengthAndAdvantage = new TreeMap<>();
  private final Map<Form, int[]> outranked = new TreeMap<>();
  private int abstained;

  private BenchCredit() {}

  public static void main(String[] arguments) throws IOException, InterruptedException {
    var bench = new BenchCredit();
    for (int task = 0; task < TASKS; task++) {
      bench.group(task);
    }
    var figures = bench.figures();
    bench.print(figures);
    if (arguments.length == 2 && arguments[0].equals("--json")) {
      Files.writeString(Path.of(arguments[1]), JsonMapper.shared().writeValueAsString(figures));
    }
  }

  /**
   * What {@code --json} writes; agreement and shares in 0..1.
   *
   * @param failureOutranksSuccess how many pairs of a failure and a success at one task give the
   *     failure the higher mean advantage
   */
  record Figures(
      int tasks,
      int rollouts,
      int steps,
      double agreement,
      double abstained,
      Map<String, Double> byPlanting,
      Map<String, Double> lengthCorrelation,
      Map<String, Double> failureOutranksSuccess) {}

  private void group(int number) throws InterruptedException {
    var task = StockTasks.task(number);
    var attempts = new ArrayList<CreditGroup.Attempt>();
    for (int sample = 0; sample < ATTEMPTS; sample++) {
      boolean succeeds = (number + sample) % 2 == 0;
      var planted = PlantRollout.of(task, sample, succeeds, sample % 4);
      if (planted.rollout().reward() != (succeeds ? 1 : 0)) {
        throw new IllegalStateException(
            "The planting is wrong: %s %s"
                .formatted(task.request(), planted.rollout().judgement()));
      }
      var credits = new AttributeRollout(StockRoom.CATALOGUE).attribute(task, planted.rollout());
      compare(planted, credits);
      attempts.add(
          new CreditGroup.Attempt(
              planted.rollout().reward(), credits.stream().map(Attribution::verdict).toList()));
    }
    rank(new CreditGroup(attempts));
  }

  private void compare(Planted planted, List<Attribution> credits) {
    for (int i = 0; i < credits.size(); i++) {
      var planting = planted.plantings().get(i);
      var credit = credits.get(i);
      planting.ifPresent(
          as -> {
            boolean agrees = credit.verdict() == as.deserves();
            var counts = agreed.computeIfAbsent(as, _ -> new int[2]);
            counts[0] += agrees ? 1 : 0;
            counts[1]++;
            abstained += credit.verdict() == Verdict.ABSTAIN ? 1 : 0;
            if (!agrees) {
              disagreements.add(
                  "%s, step %d, planted %s: %s. %s"
                      .formatted(
                          planted.task().family(),
                          credit.step() + 1,
                          as.label(),
                          credit.verdict(),
                          credit.reason()));
            }
          });
    }
  }

  private void rank(CreditGroup group) {
    for (var form : List.of(Form.EXACT, Form.LENGTH_SAFE)) {
      var means =
          Advantages.of(group, new AdvantageSettings(form, ALPHA)).stream()
              .mapToDouble(steps -> Arrays.stream(steps).average().orElseThrow())
              .toArray();
      var pairs = lengthAndAdvantage.computeIfAbsent(form, _ -> new ArrayList<>());
      var counts = outranked.computeIfAbsent(form, _ -> new int[2]);
      for (int i = 0; i < means.length; i++) {
        pairs.add(new double[] {group.attempts().get(i).verdicts().size(), means[i]});
        for (int j = 0; j < means.length; j++) {
          if (group.attempts().get(i).reward() < group.attempts().get(j).reward()) {
            counts[0] += means[i] > means[j] ? 1 : 0;
            counts[1]++;
          }
        }
      }
    }
  }

  private Figures figures() {
    int right = agreed.values().stream().mapToInt(counts -> counts[0]).sum();
    int steps = agreed.values().stream().mapToInt(counts -> counts[1]).sum();
    var byPlanting = new TreeMap<String, Double>();
    agreed.forEach((as, counts) -> byPlanting.put(as.label(), counts[0] / (double) counts[1]));
    var correlation = new TreeMap<String, Double>();
    lengthAndAdvantage.forEach((form, pairs) -> correlation.put(label(form), pearson(pairs)));
    var outranks = new TreeMap<String, Double>();
    outranked.forEach((form, counts) -> outranks.put(label(form), counts[0] / (double) counts[1]));
    return new Figures(
        TASKS,
        TASKS * ATTEMPTS,
        steps,
        right / (double) steps,
        abstained / (double) steps,
        byPlanting,
        correlation,
        outranks);
  }

  private static double pearson(List<double[]> pairs) {
    double meanX = pairs.stream().mapToDouble(pair -> pair[0]).average().orElseThrow();
    double meanY = pairs.stream().mapToDouble(pair -> pair[1]).average().orElseThrow();
    double xy = 0;
    double xx = 0;
    double yy = 0;
    for (var pair : pairs) {
      xy += (pair[0] - meanX) * (pair[1] - meanY);
      xx += (pair[0] - meanX) * (pair[0] - meanX);
      yy += (pair[1] - meanY) * (pair[1] - meanY);
    }
    return xy / Math.sqrt(xx * yy);
  }

  private void print(Figures figures) {
    say(
        "%d planted steps in %d attempts at %d tasks",
        figures.steps(), figures.rollouts(), figures.tasks());
    agreed.forEach(
        (as, counts) ->
            say(
                "  %-10s deserves %-4s  agrees %4d of %4d",
                as.label(), as.deserves(), counts[0], counts[1]));
    say(
        "agreement %.1f %%, abstained %.1f %%",
        100 * figures.agreement(), 100 * figures.abstained());
    figures
        .lengthCorrelation()
        .forEach((form, r) -> say("length and mean advantage, %-11s r = %+.3f", form, r));
    figures
        .failureOutranksSuccess()
        .forEach(
            (form, share) -> say("failure outranks success, %-11s %.1f %%", form, 100 * share));
    disagreements.stream().limit(8).forEach(one -> say("  %s", one));
  }

  private static String label(Form form) {
    return form.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  private static void say(String line, Object... values) {
    System.out.println(String.format(Locale.ROOT, line, values));
  }
}
