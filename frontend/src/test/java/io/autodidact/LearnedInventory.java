package io.autodidact;

import io.autodidact.attribution.AdvantageSettings;
import io.autodidact.attribution.AttributeRollouts;
import io.autodidact.connector.Episodes;
import io.autodidact.environment.Environment;
import io.autodidact.environment.EnvironmentConnections;
import io.autodidact.environment.EnvironmentData;
import io.autodidact.environment.RegisterEnvironment;
import io.autodidact.environment.SafetyPolicy;
import io.autodidact.experience.DistilExperience;
import io.autodidact.experience.ExperienceQueries;
import io.autodidact.exploration.Exploration;
import io.autodidact.exploration.ExploreEnvironment;
import io.autodidact.exploration.ExploreSettings;
import io.autodidact.exploration.WordAffinity;
import io.autodidact.goal.GoalData;
import io.autodidact.goal.StateGoal;
import io.autodidact.job.Work;
import io.autodidact.rollout.Rollout;
import io.autodidact.rollout.RolloutRepository;
import io.autodidact.sample.inventory.InventoryServer;
import io.autodidact.task.Split;
import io.autodidact.task.Syllabus;
import io.autodidact.task.Task;
import io.autodidact.task.TaskRepository;
import io.autodidact.task.TaskSettings;
import io.autodidact.task.TaskWorkshop;
import io.autodidact.task.WriteTasks;
import io.autodidact.task.WriteTasks.Wanted;
import io.autodidact.tenant.ApiKeys;
import io.autodidact.tenant.RunScope;
import io.autodidact.tenant.TenantId;
import io.autodidact.tenant.TenantTransaction;
import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import tools.jackson.databind.JsonNode;

/**
 * A company whose agent has really explored the sample software, set itself tasks, attempted them
 * and drawn lessons; only who attempts is made up.
 */
final class LearnedInventory {
  static final String GOAL = "Look after items, stock and reservations. Never delete a category.";

  private static final Path LIFECYCLE =
      Path.of("../tenant-connectors/sample-inventory/demo/lifecycle.json");
  private static final int CALLS = 400;

  private final RunningAutodidact autodidact;
  final TenantId tenant = new TenantId(UUID.randomUUID());
  final Environment environment;
  final RunScope scope = new RunScope(tenant, UUID.randomUUID());

  private LearnedInventory(RunningAutodidact autodidact, URI software) {
    this.autodidact = autodidact;
    transaction()
        .run(
            tenant,
            dsl ->
                dsl.execute(
                    "INSERT INTO tenant (tenant_id, name) VALUES (?, 'Northwind')",
                    tenant.value()));
    var json = RunningAutodidact.JSON;
    JsonNode settings =
        json.createObjectNode()
            .put("documentUrl", software.resolve("/openapi.json").toString())
            .put("baseUrl", software.toString());
    var policy = new SafetyPolicy(Set.of("delete_category"), true);
    environment =
        autodidact
            .bean(RegisterEnvironment.class)
            .register(
                tenant,
                new EnvironmentData(
                    "Inventory", "openapi", settings, json.readTree(LIFECYCLE.toFile()), policy));
  }

  /** With an exploration, tasks, attempts at them and lessons. */
  static LearnedInventory learn(RunningAutodidact autodidact, URI software)
      throws InterruptedException {
    var learned = new LearnedInventory(autodidact, software);
    learned.insertRun();
    var episodes = autodidact.bean(EnvironmentConnections.class).episodes(learned.environment);
    learned.write(episodes, learned.explore(episodes));
    learned.practise(episodes);
    return learned;
  }

  private void insertRun() {
    autodidact
        .bean(StateGoal.class)
        .state(tenant, environment.id().value(), new GoalData(GOAL, Set.of("delete_category")));
    transaction()
        .run(
            tenant,
            dsl ->
                dsl.execute(
                    """
                    INSERT INTO learning_run (tenant_id, id, environment_id, catalogue_version,
                      agent_name, goals, settings, budget, seed, state, stage)
                    VALUES (?, ?, ?, 1, 'stock-clerk', '[{"text": "Look after stock", "forbidden": []}]',
                      '{"examTasks": 40, "rank": 8}',
                      '{"minutes": 20, "calls": 1000, "tokens": 100000}', 1, 'FINISHED', 'DONE')
                    """,
                    tenant.value(),
                    scope.learningRun(),
                    environment.id().value()));
  }

  private Exploration explore(Episodes episodes) throws InterruptedException {
    return autodidact
        .bean(ExploreEnvironment.class)
        .explore(
            work(),
            episodes,
            environment.data().policy()::allows,
            new WordAffinity(List.of(GOAL)),
            ExploreSettings.guided(CALLS, 1));
  }

  private void write(Episodes episodes, Exploration exploration) throws InterruptedException {
    var wanted =
        new Wanted(
            List.of(new GoalData(GOAL, Set.of("delete_category"))),
            environment.data().policy()::allows);
    var workshop = TaskWorkshop.open(episodes, exploration, wanted.allowed(), 1);
    autodidact
        .bean(WriteTasks.class)
        .write(
            work(),
            workshop,
            new Syllabus(wanted.families(workshop), 0.2, 1),
            new TaskSettings(8, 4, 12, 0.2, 1));
  }

  private void practise(Episodes episodes) throws InterruptedException {
    List<Task> tasks =
        work().commit(dsl -> autodidact.bean(TaskRepository.class).inUse(dsl, scope, Split.TRAIN));
    for (int round = 1; round <= 3; round++) {
      List<UUID> lessons =
          autodidact.bean(ExperienceQueries.class).of(scope).stream()
              .map(lesson -> lesson.id())
              .limit(2)
              .toList();
      var attempts = new ArrayList<Rollout>();
      for (var task : tasks) {
        for (int sample = 0; sample < 4; sample++) {
          attempts.add(
              new PretendedAttempt(episodes, task, round, sample)
                  .make(sample % 2 == 1 ? lessons : List.of()));
        }
      }
      keep(attempts);
      autodidact
          .bean(AttributeRollouts.class)
          .attribute(work(), episodes.operations(), tasks, attempts, AdvantageSettings.DEFAULT);
      autodidact.bean(DistilExperience.class).run(work(), attempts, tasks);
    }
  }

  private void keep(List<Rollout> attempts) {
    var rollouts = autodidact.bean(RolloutRepository.class);
    transaction().run(tenant, dsl -> rollouts.save(dsl, scope, attempts));
  }

  private Work work() {
    return new Belongings(
            tenant,
            environment.id().value(),
            scope.learningRun(),
            UUID.randomUUID(),
            UUID.randomUUID())
        .work(transaction());
  }

  private TenantTransaction transaction() {
    return autodidact.bean(TenantTransaction.class);
  }

  /** Shows it in a browser: prints the address and a key, and waits. */
  public static void main(String[] arguments) throws Exception {
    try (var software = InventoryServer.start(0);
        var autodidact = RunningAutodidact.withRoles("console,api")) {
      var learned = learn(autodidact, software.address());
      var key = autodidact.bean(ApiKeys.class).create(learned.tenant, "k", Belongings.SCOPES);
      var large = LargeSoftware.insert(autodidact.bean(TenantTransaction.class), learned.tenant);
      System.out.println("LARGE " + large.environment());
      System.out.println("ADDRESS " + autodidact.at("/"));
      System.out.println("SOFTWARE " + software.address());
      System.out.println("ENVIRONMENT " + learned.environment.id().value());
      System.out.println("KEY " + key.text());
      Thread.currentThread().join();
    }
  }
}
