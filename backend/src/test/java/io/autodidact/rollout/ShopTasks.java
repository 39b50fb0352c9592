package io.autodidact.rollout;

import io.autodidact.connector.Call;
import io.autodidact.connector.Outcome;
import io.autodidact.context.AgentContext;
import io.autodidact.context.ContextPolicy;
import io.autodidact.context.ToolRetrieval;
import io.autodidact.context.Toolbox;
import io.autodidact.context.WordEmbedder;
import io.autodidact.job.TestRun;
import io.autodidact.task.Checks;
import io.autodidact.task.Plan;
import io.autodidact.task.PlanStep;
import io.autodidact.task.SmallShop;
import io.autodidact.task.Split;
import io.autodidact.task.Task;
import io.autodidact.task.TaskId;
import io.autodidact.task.ValueSource;
import io.autodidact.task.ValueSource.Segment;
import io.autodidact.tenant.StoredJson;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.IntNode;

/** Tasks in the small shop: set the reorder level of the n-th item. */
public final class ShopTasks {
  public static final SmallShop SHOP = new SmallShop();
  public static final Limits LIMITS = new Limits(6, 4000, 200, Duration.ofMinutes(1));

  private ShopTasks() {}

  public static AgentContext context() {
    return context(ContextPolicy.SMALL);
  }

  public static AgentContext context(ContextPolicy policy) {
    var tools = new Toolbox(SHOP.operations());
    var retrieval = ToolRetrieval.index(tools, new WordEmbedder());
    return new AgentContext(ScriptedSampler.CHAT, tools, retrieval, policy);
  }

  public static JsonNode item(long seed, int index) throws InterruptedException {
    var call = new Call("list_items", StoredJson.MAPPER.createObjectNode());
    var outcome = (Outcome.Succeeded) SHOP.open(seed).act(call);
    return outcome.body().path("items").get(index);
  }

  public static Task reorderLevel(long seed, int index, int level) throws InterruptedException {
    var item = item(seed, index);
    var name = item.path("name").asString();
    var arguments = new LinkedHashMap<String, ValueSource>();
    arguments.put(
        "/itemId",
        new ValueSource.FromStep(
            0,
            List.of(
                new Segment.Field("items"),
                new Segment.Where("name", item.path("name")),
                new Segment.Field("id"))));
    arguments.put("/reorderLevel", new ValueSource.Constant(IntNode.valueOf(level)));
    var plan =
        new Plan(
            List.of(new PlanStep("list_items", Map.of()), new PlanStep("update_item", arguments)),
            List.of());
    var checks =
        new Checks(
            List.of(new PlanStep("list_items", Map.of())),
            List.of(),
            List.of(new Checks.EntityList("list_items", "item", List.of("items"), "id", "name")),
            List.of(
                new Checks.Difference(
                    "list_items()/items/[%s]/reorderLevel".formatted(name),
                    item.path("reorderLevel"),
                    IntNode.valueOf(level))),
            Set.of("list_items()/items/*/createdAt"),
            List.of());
    return new Task(
        new TaskId(new UUID(seed, index)),
        "reorder-level",
        1,
        Split.TRAIN,
        "Set the reorder level of \"" + name + "\" to " + level + ".",
        seed,
        plan,
        checks);
  }

  /** Keeps a task in the run, as the stage that writes tasks would. */
  public static void store(TestRun run, Task stored) {
    run.commit(
        dsl ->
            dsl.execute(
                """
                INSERT INTO task (tenant_id, id, learning_run_id, family, difficulty, split, state,
                  request, episode_seed, plan, checks)
                VALUES (?, ?, ?, ?, 1, 'TRAIN', 'KEPT', ?, ?, ?::jsonb, ?::jsonb)
                """,
                run.scope().tenant().value(),
                stored.id().value(),
                run.scope().learningRun(),
                stored.family(),
                stored.request(),
                stored.episodeSeed(),
                StoredJson.write(stored.plan()).data(),
                StoredJson.write(stored.checks()).data()));
  }
}
