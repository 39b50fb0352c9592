package io.autodidact.learning;

import io.autodidact.connector.Catalogue;
import io.autodidact.connector.Operation;
import io.autodidact.context.AgentContext;
import io.autodidact.context.ChatFormat;
import io.autodidact.context.ContextPolicy;
import io.autodidact.context.Embedder;
import io.autodidact.context.TextTokenizer;
import io.autodidact.context.ToolRetrieval;
import io.autodidact.context.Toolbox;
import io.autodidact.environment.EnvironmentConnections;
import io.autodidact.environment.EnvironmentRepository;
import io.autodidact.job.Refusal;
import io.autodidact.tenant.RunScope;
import io.autodidact.tenant.TenantTransaction;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Predicate;
import org.springframework.stereotype.Component;

/** Sets up what the stages of a run share, once a process. */
@Component
class Classrooms {
  private final TenantTransaction tenantTransaction;
  private final EnvironmentRepository environments;
  private final EnvironmentConnections connections;
  private final TextTokenizer tokenizer;
  private final Embedder embedder;
  private final Map<UUID, Classroom> byRun = new ConcurrentHashMap<>();

  Classrooms(
      TenantTransaction tenantTransaction,
      EnvironmentRepository environments,
      EnvironmentConnections connections,
      TextTokenizer tokenizer,
      Embedder embedder) {
    this.tenantTransaction = tenantTransaction;
    this.environments = environments;
    this.connections = connections;
    this.tokenizer = tokenizer;
    this.embedder = embedder;
  }

  Classroom of(LearningRun run) {
    return byRun.computeIfAbsent(run.scope().learningRun(), unknown -> setUp(run));
  }

  /**
   * Forgets a run that nobody works on here; its connection and secrets are read anew next time.
   */
  void leave(RunScope scope) {
    byRun.remove(scope.learningRun());
  }

  private Classroom setUp(LearningRun run) {
    var tenant = run.scope().tenant();
    var environment =
        tenantTransaction
            .in(tenant, dsl -> environments.find(dsl, tenant, run.environment()))
            .orElseThrow(() -> new Refusal("The environment of this run was deleted."));
    var episodes = connections.episodes(environment);
    Predicate<Operation> allowed =
        operation ->
            environment.data().policy().allows(operation)
                && run.goals().stream()
                    .noneMatch(goal -> goal.forbidden().contains(operation.name()));
    var all = episodes.operations();
    var usable = new Catalogue(all.operations().stream().filter(allowed).toList(), List.of());
    if (usable.operations().isEmpty()) {
      throw new Refusal(
          "Nothing may be called: the policy and the goals forbid every operation. Allow some.");
    }
    var tools = new Toolbox(usable);
    var context =
        new AgentContext(
            new ChatFormat(tokenizer),
            tools,
            ToolRetrieval.index(tools, embedder),
            ContextPolicy.SMALL);
    return new Classroom(episodes, all, allowed, context);
  }
}
