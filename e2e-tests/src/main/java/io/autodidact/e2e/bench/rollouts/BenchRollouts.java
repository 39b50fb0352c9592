package io.autodidact.e2e.bench.rollouts;

import com.zaxxer.hikari.HikariDataSource;
import io.autodidact.connector.Episodes;
import io.autodidact.context.AgentContext;
import io.autodidact.context.ChatFormat;
import io.autodidact.context.ContextPolicy;
import io.autodidact.context.MiniLmEmbedder;
import io.autodidact.context.TextTokenizer;
import io.autodidact.context.ToolRetrieval;
import io.autodidact.context.Toolbox;
import io.autodidact.e2e.CacheFolder;
import io.autodidact.e2e.bench.Learnable;
import io.autodidact.engine.TinkerEngine;
import io.autodidact.exploration.ExploreSettings;
import io.autodidact.exploration.Explorer;
import io.autodidact.rollout.Batch;
import io.autodidact.rollout.GivenSteps;
import io.autodidact.rollout.Guidance;
import io.autodidact.rollout.Limits;
import io.autodidact.rollout.Practice;
import io.autodidact.rollout.PracticeSettings;
import io.autodidact.rollout.ReferenceTrajectory;
import io.autodidact.rollout.ReferenceTrajectory.Shown;
import io.autodidact.rollout.Rollout;
import io.autodidact.rollout.RolloutRepository;
import io.autodidact.rollout.RunRollouts;
import io.autodidact.task.FreshTasks;
import io.autodidact.task.Syllabus;
import io.autodidact.task.Task;
import io.autodidact.task.TaskRepository;
import io.autodidact.task.TaskWorkshop;
import io.autodidact.tenant.TenantTransaction;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.flywaydb.core.Flyway;
import org.jooq.SQLDialect;
import org.jooq.impl.DSL;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * Agent steps a second with everything kept in a real PostgreSQL: an engine that speaks the wire at
 * full speed, the sample software's answers from memory (taken in a first pass that is not
 * counted), and the time of a step that is neither's.
 *
 * <p>{@code BenchRollouts --tasks 60 --at-once 8 --json FILE}
 */
public final class BenchRollouts {
  private static final JsonMapper JSON = JsonMapper.builder().build();
  private static final long SEED = 1;
  private static final int SAMPLES = 8;
  private static final int WARM_UPS = 3;

  private final Episodes episodes;
  private final Episodes remembered;
  private final Supplier<AgentContext> contexts;
  private final RecitingEngine engine;
  private final int atOnce;

  /**
   * @param contexts each knows no request yet, as it is when tasks are new
   */
  private BenchRollouts(
      Episodes episodes, Supplier<AgentContext> contexts, RecitingEngine engine, int atOnce) {
    this.episodes = episodes;
    this.remembered = new RememberedEpisodes(episodes);
    this.contexts = contexts;
    this.engine = engine;
    this.atOnce = atOnce;
  }

  /** See the class. */
  public static void main(String[] arguments) throws IOException, InterruptedException {
    var options = List.of(arguments);
    int tasks = Integer.parseInt(option(options, "--tasks", "60"));
    var tokenizer =
        TextTokenizer.read(
            CacheFolder.path().resolve("engine/models/SmolLM2-135M-Instruct/tokenizer.json"));
    var chat = new ChatFormat(tokenizer);
    try (var software = Learnable.start("sample");
        var engine = new RecitingEngine(chat.agentSays("finish"))) {
      var tools = new Toolbox(software.episodes().operations());
      var retrieval = ToolRetrieval.index(tools, new MiniLmEmbedder());
      Supplier<AgentContext> contexts =
          () -> new AgentContext(chat, tools, retrieval, ContextPolicy.SMALL);
      int atOnce = Integer.parseInt(option(options, "--at-once", "8"));
      var bench = new BenchRollouts(software.episodes(), contexts, engine, atOnce);
      var report = bench.measure(bench.taughtTasks(tasks));
      var file = option(options, "--json", "");
      if (!file.isEmpty()) {
        Files.writeString(Path.of(file), JSON.writeValueAsString(report));
      }
    }
  }

  private static String option(List<String> options, String name, String otherwise) {
    int at = options.indexOf(name);
    return at < 0 || at + 1 == options.size() ? otherwise : options.get(at + 1);
  }

  /** Tasks whose reference plans the engine knows by heart. */
  private List<Task> taughtTasks(int wanted) throws InterruptedException {
    var exploration =
        Explorer.explore(episodes, any -> true, text -> 0, ExploreSettings.guided(800, SEED));
    var workshop = TaskWorkshop.open(episodes, exploration, any -> true, SEED);
    var fresh = new FreshTasks(workshop, new Syllabus(workshop.families(), 0, SEED), 0);
    var reference = new ReferenceTrajectory(contexts.get(), Limits.SMALL);
    var tasks = new ArrayList<Task>();
    for (var kept = fresh.take(); tasks.size() < wanted && kept.isPresent(); kept = fresh.take()) {
      var task = kept.get().task();
      if (reference.of(task, kept.get().replay()) instanceof Shown.Turns turns) {
        turns.steps().forEach(step -> engine.teach(step.promptTokens(), step.completionTokens()));
        tasks.add(task);
      }
    }
    return tasks;
  }

  private ObjectNode measure(List<Task> tasks) throws IOException, InterruptedException {
    try (var postgres = EmbeddedPostgres.start();
        var pool = new HikariDataSource();
        var client = new TinkerEngine(engine.address(), Instant::now)) {
      Flyway.configure()
          .dataSource(postgres.getPostgresDatabase())
          .locations("classpath:db/migration")
          .load()
          .migrate();
      pool.setJdbcUrl(postgres.getJdbcUrl("autodidact_app", "postgres"));
      pool.setMaximumPoolSize(8);
      var transactions = new TenantTransaction(DSL.using(pool, SQLDialect.POSTGRES));
      practise(transactions, client, tasks, 1);
      System.out.println("Warming up, as a worker is that has run for a while:");
      for (int i = 0; i < WARM_UPS; i++) {
        practise(transactions, client, tasks, SAMPLES);
      }
      System.out.println("Measured:");
      return practise(transactions, client, tasks, SAMPLES);
    }
  }

  private ObjectNode practise(
      TenantTransaction transactions, TinkerEngine client, List<Task> tasks, int samples)
      throws InterruptedException {
    var stopwatch = new Stopwatch();
    var work = new BenchWork(transactions, stopwatch);
    var repository = new TaskRepository();
    work.commit(
        dsl -> {
          tasks.forEach(task -> repository.insert(dsl, work.scope(), task));
          return tasks.size();
        });
    var settings = new PracticeSettings(samples, 1, 0, atOnce, Limits.SMALL, GivenSteps.NONE);
    var practice =
        new Practice(
            stopwatch.timed(remembered),
            contexts.get(),
            stopwatch.timed(client.base()),
            new Batch(Rollout.Purpose.PRACTICE, "trained", 0, 1),
            settings);
    int unknown = engine.unknown();
    var processor = processorTime();
    long began = System.nanoTime();
    var practised =
        new RunRollouts(new RolloutRepository(), Guidance.NONE, Clock.systemUTC())
            .run(work, practice, tasks);
    double seconds = (System.nanoTime() - began) / 1e9;
    long steps = practised.rollouts().stream().mapToLong(rollout -> rollout.steps().size()).sum();
    System.out.printf(
        "ms of processor time a step         %7.2f, database aside%n",
        (double) processorTime().minus(processor).toMillis() / steps);
    return report(practised.rollouts(), stopwatch, seconds, engine.unknown() - unknown);
  }

  /** Says the same on a busy machine; that of the stand-ins for engine and software is in it. */
  private static Duration processorTime() {
    return ProcessHandle.current().info().totalCpuDuration().orElse(Duration.ZERO);
  }

  private static ObjectNode report(
      List<Rollout> rollouts, Stopwatch stopwatch, double seconds, int unknown) {
    long steps = rollouts.stream().mapToLong(rollout -> rollout.steps().size()).sum();
    long solved = rollouts.stream().filter(rollout -> rollout.reward() == 1).count();
    var sorted = stopwatch.nanos().stream().sorted().toList();
    var commits = stopwatch.commits().stream().sorted().toList();
    var report = JSON.createObjectNode();
    report.put("rollouts", rollouts.size()).put("steps", steps).put("seconds", seconds);
    report.put("solved", (double) solved / Math.max(1, rollouts.size()));
    report.put("steps_per_second", steps / seconds);
    report.put("p50_ms", quantile(sorted, 0.5)).put("p99_ms", quantile(sorted, 0.99));
    System.out.printf(
        "%d attempts, %d steps in %.1f s, %d solved, %d samples of unknown prompts%n",
        rollouts.size(), steps, seconds, solved, unknown);
    System.out.printf("steps a second                      %7.0f%n", steps / seconds);
    System.out.printf(
        "ms a step outside engine, software  %7.2f p50 %7.2f p99%n",
        quantile(sorted, 0.5), quantile(sorted, 0.99));
    System.out.printf(
        "  of it keeping an attempt          %7.2f p50 %7.2f p99%n",
        quantile(commits, 0.5), quantile(commits, 0.99));
    return report;
  }

  private static double quantile(List<Long> sorted, double share) {
    return sorted.isEmpty() ? 0 : sorted.get((int) (share * (sorted.size() - 1))) / 1e6;
  }
}
