package io.autodidact.environment;

import io.autodidact.api.NotFound;
import io.autodidact.connector.ConnectorException;
import io.autodidact.connector.lifecycle.Lifecycle;
import io.autodidact.connector.lifecycle.ScriptedEpisodes;
import io.autodidact.tenant.Audit;
import io.autodidact.tenant.Change;
import io.autodidact.tenant.TenantId;
import io.autodidact.tenant.TenantTransaction;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** Opens one episode as a draft describes it and closes it again, to show what happens. */
@Component
public class TryLifecycle {
  private final TenantTransaction tenantTransaction;
  private final ConnectionDraftRepository drafts;
  private final EnvironmentConnections connections;

  TryLifecycle(
      TenantTransaction tenantTransaction,
      ConnectionDraftRepository drafts,
      EnvironmentConnections connections) {
    this.tenantTransaction = tenantTransaction;
    this.drafts = drafts;
    this.connections = connections;
  }

  /**
   * What happened.
   *
   * @param opening calls made to begin, in order
   * @param closing calls made to end
   * @param inside how many operations could be used in between
   * @param made what set-up bound, by variable
   * @param problems why it failed, or what was left behind; empty if all went well
   */
  public record Trial(
      List<RecordedConnector.Made> opening,
      List<RecordedConnector.Made> closing,
      int inside,
      Set<String> made,
      List<String> problems) {
    public Trial {
      opening = List.copyOf(opening);
      closing = List.copyOf(closing);
      made = Set.copyOf(made);
      problems = List.copyOf(problems);
    }

    /** Whether an attempt could begin and left nothing behind. */
    public boolean succeeded() {
      return problems.isEmpty();
    }
  }

  /** Tries it. */
  public Trial run(TenantId tenant, UUID id) throws InterruptedException {
    var draft =
        tenantTransaction
            .in(tenant, dsl -> drafts.find(dsl, tenant, id))
            .orElseThrow(() -> new NotFound("draft"));
    var document = tenantTransaction.in(tenant, dsl -> drafts.document(dsl, tenant, id));
    var data = WrittenSettings.environment(draft.data(), document);
    tenantTransaction.run(
        tenant, dsl -> Audit.record(dsl, tenant, Change.of("connection.tried", "draft", id)));
    var problems = new ArrayList<String>();
    try (var recorded = new RecordedConnector(connections.connector(tenant, data))) {
      return tried(recorded, Lifecycle.of(data.lifecycle()), problems);
    } catch (ConnectorException e) {
      problems.add(String.valueOf(e.getMessage()));
      return new Trial(List.of(), List.of(), 0, Set.of(), problems);
    }
  }

  private static Trial tried(RecordedConnector recorded, Lifecycle lifecycle, List<String> problems)
      throws InterruptedException {
    Set<String> made = Set.of();
    int inside = 0;
    Optional<Integer> opened = Optional.empty();
    try {
      var episodes =
          new ScriptedEpisodes(
              recorded, lifecycle, (step, problem) -> problems.add(step + ": " + problem));
      inside = episodes.operations().operations().size();
      try (var episode = episodes.open(1)) {
        made = episode.variables().keySet();
        opened = Optional.of(recorded.calls().size());
      }
    } catch (ConnectorException e) {
      problems.addFirst(String.valueOf(e.getMessage()));
    }
    var calls = recorded.calls();
    int border = opened.orElse(calls.size());
    return new Trial(
        calls.subList(0, border), calls.subList(border, calls.size()), inside, made, problems);
  }
}
