package io.autodidact.e2e.bench;

import io.autodidact.exploration.Coverage;
import io.autodidact.exploration.Exploration;
import io.autodidact.exploration.ExploreSettings;
import io.autodidact.exploration.ExploreSettings.Strategy;
import io.autodidact.exploration.Explorer;
import io.autodidact.exploration.WordAffinity;
import io.autodidact.goal.GoalData;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * Distinct operations that succeeded by number of calls: guided exploring against random choice
 * with the same argument filler.
 *
 * <pre>
 * {@code BenchExplore --target sample|keycloak|both --seeds 5 --calls 2000 --at 500 --json FILE}
 * </pre>
 */
public final class BenchExplore {
  private static final JsonMapper JSON = JsonMapper.shared();
  private static final int PER_EPISODE = 250;

  private final int seeds;
  private final int calls;
  private final int at;
  private final boolean verbose;

  private BenchExplore(Map<String, String> options) {
    this.seeds = Integer.parseInt(options.getOrDefault("seeds", "5"));
    this.calls = Integer.parseInt(options.getOrDefault("calls", "2000"));
    this.at = Math.min(calls, Integer.parseInt(options.getOrDefault("at", "500")));
    this.verbose = options.containsKey("verbose");
  }

  /** See the class. */
  public static void main(String[] arguments) throws IOException, InterruptedException {
    var options = Learnable.options(arguments);
    var bench = new BenchExplore(options);
    var target = options.getOrDefault("target", "both");
    var report = JSON.createObjectNode();
    for (var name : target.equals("both") ? List.of("sample", "keycloak") : List.of(target)) {
      try (var software = Learnable.start(name)) {
        report.set(name, bench.measure(name, software));
      }
    }
    if (options.containsKey("json")) {
      JSON.writerWithDefaultPrettyPrinter().writeValue(Path.of(options.get("json")), report);
    }
  }

  private ObjectNode measure(String name, Learnable software) throws InterruptedException {
    var guided = curves(software, Strategy.GUIDED);
    var random = curves(software, Strategy.RANDOM);
    return report(name, software.episodes().operations().operations().size(), guided, random);
  }

  private List<int[]> curves(Learnable software, Strategy strategy) throws InterruptedException {
    var affinity = new WordAffinity(software.goals().stream().map(GoalData::text).toList());
    var curves = new ArrayList<int[]>();
    for (int seed = 1; seed <= seeds; seed++) {
      var started = System.nanoTime();
      var exploration =
          Explorer.explore(
              software.episodes(),
              software::allows,
              affinity,
              new ExploreSettings(calls, PER_EPISODE, Integer.MAX_VALUE, seed, strategy));
      var curve = curve(exploration);
      curves.add(curve);
      System.out.printf(
          "%-7s seed %d: %3d after %d calls, %3d after %d (%d s)%n",
          strategy.name().toLowerCase(Locale.ROOT),
          seed,
          curve[at - 1],
          at,
          curve[calls - 1],
          calls,
          (System.nanoTime() - started) / 1_000_000_000);
      if (verbose) {
        explain(exploration);
      }
    }
    return curves;
  }

  private int[] curve(Exploration exploration) {
    var reached = new HashSet<String>();
    var curve = new int[calls];
    for (var transition : exploration.transitions()) {
      if (transition.outcome().succeeded()) {
        reached.add(transition.call().operation());
      }
      curve[transition.seq()] = reached.size();
    }
    return curve;
  }

  private static void explain(Exploration exploration) {
    for (var reach : exploration.coverage().operations()) {
      if (reach.state() != Coverage.State.REACHED) {
        System.out.printf(
            "    %-11s %3d %-50s %s%n",
            reach.state(), reach.calls(), reach.operation(), reach.reason());
      }
    }
  }

  private ObjectNode report(String name, int operations, List<int[]> guided, List<int[]> random) {
    var report = JSON.createObjectNode();
    report.put("operations", operations).put("seeds", seeds).put("calls", at);
    report.put("guided", mean(guided, at)).put("random", mean(random, at));
    report.put("ratio", mean(guided, at) / mean(random, at));
    report.putPOJO("guidedBySeed", bySeed(guided, at)).putPOJO("randomBySeed", bySeed(random, at));
    var end = report.putObject("end").put("calls", calls);
    end.put("guided", mean(guided, calls)).put("random", mean(random, calls));
    end.put("ratio", mean(guided, calls) / mean(random, calls));
    end.putPOJO("guidedBySeed", bySeed(guided, calls));
    end.putPOJO("randomBySeed", bySeed(random, calls));
    var curve = report.putArray("curve");
    for (int i = 25; i <= calls; i += 25) {
      curve
          .addObject()
          .put("calls", i)
          .put("guided", mean(guided, i))
          .put("random", mean(random, i));
    }
    System.out.printf("%n%s: %d operations, %d seeds%n", name, operations, seeds);
    tell(guided, random, at);
    tell(guided, random, calls);
    System.out.println(CurveChart.draw(calls, i -> mean(guided, i), i -> mean(random, i)));
    return report;
  }

  private static void tell(List<int[]> guided, List<int[]> random, int calls) {
    System.out.printf(
        Locale.ROOT,
        "after %5d calls: guided %.1f %s, random %.1f %s, ratio %.2f%n",
        calls,
        mean(guided, calls),
        bySeed(guided, calls),
        mean(random, calls),
        bySeed(random, calls),
        mean(guided, calls) / mean(random, calls));
  }

  private static List<Integer> bySeed(List<int[]> curves, int calls) {
    return curves.stream().map(curve -> curve[calls - 1]).toList();
  }

  private static double mean(List<int[]> curves, int calls) {
    return curves.stream().mapToInt(curve -> curve[calls - 1]).average().orElse(0);
  }
}
