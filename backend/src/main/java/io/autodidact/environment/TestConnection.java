package io.autodidact.environment;

import io.autodidact.api.NotFound;
import io.autodidact.connector.Call;
import io.autodidact.connector.Catalogue;
import io.autodidact.connector.Connector;
import io.autodidact.connector.ConnectorException;
import io.autodidact.connector.Effect;
import io.autodidact.connector.Operation;
import io.autodidact.connector.Outcome;
import io.autodidact.tenant.Audit;
import io.autodidact.tenant.Change;
import io.autodidact.tenant.StoredJson;
import io.autodidact.tenant.TenantId;
import io.autodidact.tenant.TenantTransaction;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** Tries whether software can be used as a draft describes it, by reading something from it. */
@Component
public class TestConnection {
  private final TenantTransaction tenantTransaction;
  private final ConnectionDraftRepository drafts;
  private final EnvironmentConnections connections;

  TestConnection(
      TenantTransaction tenantTransaction,
      ConnectionDraftRepository drafts,
      EnvironmentConnections connections) {
    this.tenantTransaction = tenantTransaction;
    this.drafts = drafts;
    this.connections = connections;
  }

  /** What came of it. */
  public sealed interface Tested {
    /**
     * The description can be read.
     *
     * @param probe what the software answered to one reading call; empty if it offers none without
     *     arguments
     */
    record Readable(Catalogue catalogue, Optional<Probe> probe) implements Tested {}

    /** It can not be used; the problem says whose turn it is and what to mend. */
    record Unusable(ConnectorException.Fault fault, String problem) implements Tested {}
  }

  /** One call and its outcome. */
  public record Probe(String operation, Outcome outcome) {}

  /** Keeps what was found in the draft, so that the steps after it can show it. */
  public Tested test(TenantId tenant, UUID id) throws InterruptedException {
    var draft =
        tenantTransaction
            .in(tenant, dsl -> drafts.find(dsl, tenant, id))
            .orElseThrow(() -> new NotFound("draft"));
    var document = tenantTransaction.in(tenant, dsl -> drafts.document(dsl, tenant, id));
    try (var connector =
        connections.connector(tenant, WrittenSettings.environment(draft.data(), document))) {
      var catalogue = connector.operations();
      tenantTransaction.run(
          tenant,
          dsl -> {
            drafts.found(dsl, tenant, draft, catalogue);
            Audit.record(dsl, tenant, Change.of("connection.tested", "draft", id));
          });
      return new Tested.Readable(catalogue, probe(connector));
    } catch (ConnectorException e) {
      return new Tested.Unusable(e.fault(), String.valueOf(e.getMessage()));
    }
  }

  private static Optional<Probe> probe(Connector connector) throws InterruptedException {
    var harmless =
        connector.operations().operations().stream().filter(TestConnection::isHarmless).findFirst();
    if (harmless.isEmpty()) {
      return Optional.empty();
    }
    var name = harmless.get().name();
    try (var session = connector.open()) {
      var outcome = session.act(new Call(name, StoredJson.MAPPER.createObjectNode()));
      return Optional.of(new Probe(name, outcome));
    }
  }

  private static boolean isHarmless(Operation operation) {
    return operation.effect() == Effect.READ
        && operation.path().stream().noneMatch(part -> part.startsWith("{"))
        && operation.arguments().path("required").isEmpty();
  }
}
