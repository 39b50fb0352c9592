package io.autodidact.environment;

import io.autodidact.api.Conflict;
import io.autodidact.api.NotFound;
import io.autodidact.environment.ConnectionDraft.Changes;
import io.autodidact.tenant.StoredJson;
import io.autodidact.tenant.TenantId;
import io.autodidact.tenant.TenantTransaction;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Predicate;
import org.springframework.stereotype.Component;

/**
 * Connects software step by step: everything entered is kept at once, nothing has an effect until
 * the draft is finished.
 */
@Component
public class DraftConnection {
  private final TenantTransaction tenantTransaction;
  private final ConnectionDraftRepository drafts;
  private final EnvironmentRepository environments;
  private final CatalogueRepository catalogues;
  private final SecretVault secrets;

  DraftConnection(
      TenantTransaction tenantTransaction,
      ConnectionDraftRepository drafts,
      EnvironmentRepository environments,
      CatalogueRepository catalogues,
      SecretVault secrets) {
    this.tenantTransaction = tenantTransaction;
    this.drafts = drafts;
    this.environments = environments;
    this.catalogues = catalogues;
    this.secrets = secrets;
  }

  /** An empty draft for new software. */
  public UUID begin(TenantId tenant) {
    var id = UUID.randomUUID();
    var nothing =
        new DraftData(
            "",
            "",
            "",
            "",
            Access.NONE,
            new SafetyPolicy(Set.of(), false),
            LifecycleRecipe.NOT_CHOSEN,
            StoredJson.MAPPER.createObjectNode());
    tenantTransaction.run(tenant, dsl -> drafts.insert(dsl, tenant, id, Optional.empty(), nothing));
    return id;
  }

  /** A draft of changes to registered software. */
  public UUID change(TenantId tenant, EnvironmentId environment) {
    var id = UUID.randomUUID();
    tenantTransaction.run(
        tenant,
        dsl -> {
          var known =
              environments
                  .find(dsl, tenant, environment)
                  .orElseThrow(() -> new NotFound("environment"));
          var changes = Optional.of(new Changes(environment, known.version()));
          drafts.insert(dsl, tenant, id, changes, WrittenSettings.data(known.data()));
          var draft = drafts.find(dsl, tenant, id).orElseThrow();
          var document = WrittenSettings.document(known.data().settings());
          drafts.describe(dsl, tenant, draft, draft.data(), document);
          var described = drafts.find(dsl, tenant, id).orElseThrow();
          catalogues
              .newest(dsl, tenant, environment)
              .ifPresent(stored -> drafts.found(dsl, tenant, described, stored.catalogue()));
        });
    return id;
  }

  /** The draft, if the tenant has it. */
  public Optional<ConnectionDraft> find(TenantId tenant, UUID id) {
    return tenantTransaction.in(tenant, dsl -> drafts.find(dsl, tenant, id));
  }

  /** What was begun and not finished, newest first. */
  public List<ConnectionDraft> unfinished(TenantId tenant) {
    return tenantTransaction.in(tenant, dsl -> drafts.all(dsl, tenant));
  }

  /**
   * Keeps what was entered.
   *
   * @throws Conflict if the draft was changed elsewhere since it was read
   */
  public ConnectionDraft put(TenantId tenant, ConnectionDraft seen, DraftData data) {
    return changed(tenant, seen, dsl -> drafts.put(dsl, tenant, seen, data));
  }

  /**
   * As {@link #put}, with another description: the text itself, or none where it has an address.
   */
  public ConnectionDraft describe(
      TenantId tenant, ConnectionDraft seen, DraftData data, Optional<String> document) {
    return changed(tenant, seen, dsl -> drafts.describe(dsl, tenant, seen, data, document));
  }

  /** Seals a secret of the software; it can never be read again. */
  public ConnectionDraft keepSecret(
      TenantId tenant, ConnectionDraft seen, String which, String value) {
    var name = "connection/" + seen.id() + "/" + which;
    secrets.keep(tenant, name, value);
    return put(tenant, seen, seen.data().with(seen.data().access().with(which, name)));
  }

  /** Throws the draft away. */
  public void discard(TenantId tenant, UUID id) {
    tenantTransaction.run(tenant, dsl -> drafts.delete(dsl, tenant, id));
  }

  private ConnectionDraft changed(
      TenantId tenant, ConnectionDraft seen, Predicate<org.jooq.DSLContext> change) {
    return tenantTransaction.in(
        tenant,
        dsl -> {
          if (!change.test(dsl)) {
            throw new Conflict(
                "This connection was changed in another window. Reload the page to go on from there.");
          }
          return drafts.find(dsl, tenant, seen.id()).orElseThrow(() -> new NotFound("draft"));
        });
  }
}
