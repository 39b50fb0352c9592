package io.autodidact.environment;

import io.autodidact.api.Conflict;
import io.autodidact.api.NotFound;
import io.autodidact.connector.Catalogue;
import io.autodidact.connector.Effect;
import io.autodidact.connector.Operation;
import io.autodidact.connector.lifecycle.Lifecycle;
import io.autodidact.connector.lifecycle.ScriptedEpisodes;
import io.autodidact.environment.ConnectionDraft.Changes;
import io.autodidact.tenant.Audit;
import io.autodidact.tenant.Change;
import io.autodidact.tenant.StoredJson;
import io.autodidact.tenant.TenantId;
import io.autodidact.tenant.TenantTransaction;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jooq.DSLContext;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Puts a draft to use: registers the software, or changes what is registered. */
@Component
public class FinishConnection {
  private final TenantTransaction tenantTransaction;
  private final ConnectionDraftRepository drafts;
  private final EnvironmentRepository environments;
  private final CatalogueRepository catalogues;
  private final EnvironmentConnections connections;

  FinishConnection(
      TenantTransaction tenantTransaction,
      ConnectionDraftRepository drafts,
      EnvironmentRepository environments,
      CatalogueRepository catalogues,
      EnvironmentConnections connections) {
    this.tenantTransaction = tenantTransaction;
    this.drafts = drafts;
    this.environments = environments;
    this.catalogues = catalogues;
    this.connections = connections;
  }

  /**
   * The environment as it is now; the draft is gone.
   *
   * @throws Conflict if the environment was changed by somebody else since the draft was begun, or
   *     another has its name
   * @throws io.autodidact.connector.ConnectorException if the software can not be used as described
   */
  public Environment finish(TenantId tenant, UUID id) {
    var begun = tenantTransaction.in(tenant, dsl -> begun(dsl, tenant, id));
    var draft = begun.draft().data();
    if (draft.name().isBlank()) {
      throw new IllegalArgumentException("Give the software a name that your people know.");
    }
    var written = WrittenSettings.environment(draft, begun.document());
    var settings = begun.before().map(before -> onto(before, written)).orElse(written.settings());
    Catalogue inside;
    SafetyPolicy policy;
    try (var connector = connections.connector(tenant, written.with(settings))) {
      policy = policy(draft, connector.operations());
      inside = new ScriptedEpisodes(connector, Lifecycle.of(written.lifecycle())).operations();
    }
    var data = written.with(settings).with(policy);
    return tenantTransaction.in(tenant, dsl -> keep(dsl, tenant, begun.draft(), data, inside));
  }

  /** What is finished, and what it changes. */
  private record Begun(
      ConnectionDraft draft, Optional<String> document, Optional<EnvironmentData> before) {}

  private Begun begun(DSLContext dsl, TenantId tenant, UUID id) {
    var draft = drafts.find(dsl, tenant, id).orElseThrow(() -> new NotFound("draft"));
    var before =
        draft
            .changes()
            .flatMap(changes -> environments.find(dsl, tenant, changes.environment()))
            .map(Environment::data);
    return new Begun(draft, drafts.document(dsl, tenant, id), before);
  }

  private Environment keep(
      DSLContext dsl,
      TenantId tenant,
      ConnectionDraft draft,
      EnvironmentData data,
      Catalogue inside) {
    if (environments.isTaken(dsl, tenant, data.name(), draft.changes().map(Changes::environment))) {
      throw new Conflict("Other software is called “" + data.name() + "”; choose another name.");
    }
    var environment =
        draft
            .changes()
            .map(changes -> change(dsl, tenant, changes, data))
            .orElseGet(() -> register(dsl, tenant, data));
    catalogues.keep(dsl, tenant, environment.id(), inside);
    drafts.delete(dsl, tenant, draft.id());
    var action = draft.changes().isPresent() ? "environment.changed" : "environment.registered";
    Audit.record(
        dsl,
        tenant,
        Change.of(action, "environment", environment.id().value())
            .to(data)
            .with(Map.of("name", data.name())));
    return environment;
  }

  private Environment register(DSLContext dsl, TenantId tenant, EnvironmentData data) {
    var environment = new Environment(tenant, new EnvironmentId(UUID.randomUUID()), 1, data);
    environments.insert(dsl, environment);
    return environment;
  }

  private Environment change(
      DSLContext dsl, TenantId tenant, Changes changes, EnvironmentData data) {
    return environments
        .change(dsl, tenant, changes.environment(), changes.version(), data)
        .orElseThrow(
            () ->
                new Conflict(
                    "Somebody else changed this software meanwhile; nothing of theirs was"
                        + " overwritten. Begin the change again from what it is now."));
  }

  /** Settings that the draft does not know stay as they are. */
  private static JsonNode onto(EnvironmentData before, EnvironmentData data) {
    var settings = StoredJson.MAPPER.createObjectNode();
    if (before.settings() instanceof ObjectNode known) {
      settings.setAll(known);
    }
    settings.remove("document");
    settings.remove("documentUrl");
    settings.remove("baseUrl");
    data.settings().properties().forEach(one -> settings.set(one.getKey(), one.getValue()));
    return settings;
  }

  /**
   * What is only read from is never changed, and what stays as it was left is never destroyed,
   * whatever was chosen before.
   */
  private static SafetyPolicy policy(DraftData data, Catalogue catalogue) {
    var forbidden = data.policy().forbidden();
    return switch (data.recipe()) {
      case LifecycleRecipe.READ_ONLY, LifecycleRecipe.NOT_CHOSEN ->
          new SafetyPolicy(withAllThatChanges(forbidden, catalogue), false);
      case LifecycleRecipe.AS_IS -> new SafetyPolicy(forbidden, false);
      default -> data.policy();
    };
  }

  private static Set<String> withAllThatChanges(Set<String> forbidden, Catalogue catalogue) {
    var more = new HashSet<>(forbidden);
    catalogue.operations().stream()
        .filter(operation -> operation.effect() != Effect.READ)
        .map(Operation::name)
        .forEach(more::add);
    return more;
  }
}
