package io.autodidact.e2e.bench;

import io.autodidact.connector.Connector;
import io.autodidact.connector.ConnectorException;
import io.autodidact.connector.Episodes;
import io.autodidact.connector.Operation;
import io.autodidact.connector.Surroundings;
import io.autodidact.connector.lifecycle.Lifecycle;
import io.autodidact.connector.lifecycle.ScriptedEpisodes;
import io.autodidact.connector.openapi.OpenApiConnectorFactory;
import io.autodidact.e2e.KeycloakServer;
import io.autodidact.e2e.RepositoryRoot;
import io.autodidact.exploration.Coverage;
import io.autodidact.exploration.Exploration;
import io.autodidact.exploration.ExploreSettings;
import io.autodidact.exploration.ExploreSettings.Strategy;
import io.autodidact.exploration.Explorer;
import io.autodidact.exploration.WordAffinity;
import io.autodidact.sample.inventory.InventoryServer;
import java.io.IOException;
import java.net.InetAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import tools.jackson.databind.JsonNode;
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
    var options = options(arguments);
    var bench = new BenchExplore(options);
    var target = options.getOrDefault("target", "both");
    var report = JSON.createObjectNode();
    if (!target.equals("keycloak")) {
      report.set("sample", bench.sample());
    }
    if (!target.equals("sample")) {
      report.set("keycloak", bench.keycloak());
    }
    if (options.containsKey("json")) {
      JSON.writerWithDefaultPrettyPrinter().writeValue(Path.of(options.get("json")), report);
    }
  }

  private static Map<String, String> options(String[] arguments) {
    var options = new java.util.HashMap<String, String>();
    for (int i = 0; i + 1 < arguments.length; i += 2) {
      options.put(arguments[i].replaceFirst("^--", ""), arguments[i + 1]);
    }
    return options;
  }

  private ObjectNode sample() throws IOException, InterruptedException {
    try (var server = InventoryServer.start(0)) {
      var settings = JSON.createObjectNode();
      settings.put("documentUrl", server.address() + "/openapi.json");
      settings.put("baseUrl", server.address().toString());
      return measure("sample", settings, "tenant-connectors/sample-inventory/demo", "");
    }
  }

  private ObjectNode keycloak() throws IOException, InterruptedException {
    try (var server = KeycloakServer.start(UUID.randomUUID().toString())) {
      return measure(
          "keycloak", server.connectorSettings(), "e2e-tests/keycloak", server.password());
    }
  }

  private ObjectNode measure(String name, JsonNode settings, String folder, String secret)
      throws IOException, InterruptedException {
    var root = RepositoryRoot.path().resolve(folder);
    var goals = JSON.readTree(Files.readString(root.resolve("goals.json")));
    var lifecycle = Lifecycle.of(JSON.readTree(Files.readString(root.resolve("lifecycle.json"))));
    try (var connector = connect(settings, secret)) {
      var episodes = new ScriptedEpisodes(connector, lifecycle);
      var guided = curves(episodes, goals, Strategy.GUIDED);
      var random = curves(episodes, goals, Strategy.RANDOM);
      return report(name, episodes, guided, random);
    }
  }

  private static Connector connect(JsonNode settings, String secret) {
    return new OpenApiConnectorFactory()
        .connect(
            settings,
            new Surroundings(
                asked -> {
                  if (!asked.equals(KeycloakServer.SECRET)) {
                    throw new ConnectorException(
                        ConnectorException.Fault.SETTINGS, "There is no secret named " + asked);
                  }
                  return secret;
                },
                InetAddress::isLoopbackAddress,
                Clock.systemUTC()));
  }

  private List<int[]> curves(Episodes episodes, JsonNode goals, Strategy strategy)
      throws InterruptedException {
    var forbidden = new HashSet<String>();
    var texts = new ArrayList<String>();
    for (var goal : goals) {
      texts.add(goal.path("text").asString());
      goal.path("forbidden").forEach(name -> forbidden.add(name.asString()));
    }
    var curves = new ArrayList<int[]>();
    for (int seed = 1; seed <= seeds; seed++) {
      var started = System.nanoTime();
      var exploration =
          Explorer.explore(
              episodes,
              operation -> isAllowed(operation, forbidden),
              new WordAffinity(texts),
              new ExploreSettings(calls, PER_EPISODE, Integer.MAX_VALUE, seed, strategy));
      var curve = curve(exploration);
      curves.add(curve);
      System.out.printf(
          "%-7s seed %d: %3d after %d calls, %3d after %d (%d s)%n",
          strategy.name().toLowerCase(java.util.Locale.ROOT),
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

  private static boolean isAllowed(Operation operation, Set<String> forbidden) {
    return !forbidden.contains(operation.name());
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

  private ObjectNode report(
      String name, Episodes episodes, List<int[]> guided, List<int[]> random) {
    var report = JSON.createObjectNode();
    var g = mean(guided, at);
    var r = mean(random, at);
    report.put("operations", episodes.operations().operations().size());
    report.put("seeds", seeds);
    report.put("calls", at);
    report.put("guided", g);
    report.put("random", r);
    report.put("ratio", g / r);
    var curve = report.putArray("curve");
    for (int i = 25; i <= calls; i += 25) {
      curve
          .addObject()
          .put("calls", i)
          .put("guided", mean(guided, i))
          .put("random", mean(random, i));
    }
    System.out.printf(
        "%n%s: %d operations, %d seeds%nafter %d calls: guided %.1f, random %.1f, ratio %.2f;"
            + " after %d: guided %.1f, random %.1f%n",
        name,
        episodes.operations().operations().size(),
        seeds,
        at,
        g,
        r,
        g / r,
        calls,
        mean(guided, calls),
        mean(random, calls));
    System.out.println(CurveChart.draw(calls, i -> mean(guided, i), i -> mean(random, i)));
    return report;
  }

  private static double mean(List<int[]> curves, int calls) {
    return curves.stream().mapToInt(curve -> curve[calls - 1]).average().orElse(0);
  }
}
